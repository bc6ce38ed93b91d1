"""The forms that end something: a medicine stopped, a problem over, an examination done."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.queries import item as readable_item

from ... import actions, forms
from ...actions.record_examination import finish_examination as finish
from ...forms import Field, text
from ..entry import BOTH, NOTE, Change, day_field, note_field, write_change
from .results import chosen_result, result_field


def _ending_fields(here: Here) -> Sequence[Field]:
    return [day_field(here, _("Sinds welke dag?")), note_field(here, _("Waarom?"))]


def _finish_fields(here: Here) -> Sequence[Field]:
    return [day_field(here, _("Wanneer was het?")), note_field(here, _("Wat kwam eruit?"))]


def _stop(here: Here, item: UUID) -> None:
    data = here.request.POST
    actions.stop_medication(
        seat=here.seat,
        person=here.person,
        item=item,
        on=forms.needed_day(data, "on"),
        reason=text(data, NOTE),
    )


@require_http_methods(BOTH)
@network_door
def stop_medication(here: Here, item_id: UUID) -> HttpResponse:
    """Note that a medicine is not used any more."""
    return write_change(here, item_id, _STOP)


_STOP = Change(
    title=gettext_lazy("Medicijn stoppen"),
    done=gettext_lazy("Het medicijn staat nu onder: niet meer."),
    back="medication",
    back_label=gettext_lazy("Terug naar Medicijnen"),
    button=gettext_lazy("Stoppen"),
    fields=_ending_fields,
    write=_stop,
)


def _close(here: Here, item: UUID) -> None:
    data = here.request.POST
    actions.close_problem(
        seat=here.seat,
        person=here.person,
        item=item,
        on=forms.needed_day(data, "on"),
        reason=text(data, NOTE),
    )


@require_http_methods(BOTH)
@network_door
def close_problem(here: Here, item_id: UUID) -> HttpResponse:
    """Note that a problem is over."""
    return write_change(here, item_id, _CLOSE)


_CLOSE = Change(
    title=gettext_lazy("Dit is voorbij"),
    done=gettext_lazy("Het probleem staat nu onder: voorbij."),
    back="problems",
    back_label=gettext_lazy("Terug naar Problemen"),
    button=gettext_lazy("Voorbij"),
    fields=_ending_fields,
    write=_close,
)


def _finish(here: Here, item: UUID) -> None:
    data = here.request.POST
    finish(
        seat=here.seat,
        person=here.person,
        item=item,
        on=forms.needed_day(data, "on"),
        result=text(data, NOTE),
        result_item=chosen_result(here),
    )


@require_http_methods(BOTH)
@network_door
def finish_examination(here: Here, item_id: UUID) -> HttpResponse:
    """Note that a planned examination was done."""
    about = readable_item(network=here.network, id=item_id)["about_id"]

    def fields(here: Here) -> Sequence[Field]:
        return [*_finish_fields(here), *result_field(here, about)]

    return write_change(here, item_id, replace(_FINISH, fields=fields))


_FINISH = Change(
    title=gettext_lazy("Onderzoek is gedaan"),
    done=gettext_lazy("Het onderzoek staat nu onder: gedaan."),
    back="examinations",
    back_label=gettext_lazy("Terug naar Onderzoeken"),
    button=gettext_lazy("Gedaan"),
    fields=_finish_fields,
    write=_finish,
)
