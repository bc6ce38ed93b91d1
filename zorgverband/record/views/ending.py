"""The forms for examinations, and those that end something: stopped, over, done."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from zorgverband.base import clock
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .. import actions, forms
from ..actions.record_examination import finish_examination as finish
from ..forms import Field, text
from .about import Whose
from .entry import NOTE, Change, Form, note_field, typed, write_change, write_new
from .writing import BOTH


def _name(here: Here) -> Field:
    return Field("name", _("Welk onderzoek?"), value=typed(here, "name"), required=True,
                 hint=_("Bijvoorbeeld: bloedonderzoek, foto van de longen"))  # fmt: skip


def _by(here: Here) -> Field:
    return Field("by", _("Wie doet het?"), value=typed(here, "by"),
                 hint=_("Bijvoorbeeld: ziekenhuis, afdeling hart"))  # fmt: skip


def _plan_fields(here: Here, _found: Whose) -> Sequence[Field]:
    when = Field("on", _("Wanneer is het?"), "date", typed(here, "on"))
    return [_name(here), when, _by(here), note_field(here)]


def _plan(here: Here, found: Whose) -> Item:
    data = here.request.POST
    return actions.plan_examination(
        seat=here.seat,
        person=here.person,
        about=found.member,
        name=text(data, "name", most=200),
        on=forms.day(data, "on"),
        by=text(data, "by", most=200),
        note=text(data, NOTE),
    )


@require_http_methods(BOTH)
@network_door
def plan_examination(here: Here) -> HttpResponse:
    """Write down that an examination will be done."""
    return write_new(here, _PLAN)


_PLAN = Form(
    title=gettext_lazy("Onderzoek plannen"),
    done=gettext_lazy("Het onderzoek staat gepland."),
    back="examinations",
    back_label=gettext_lazy("Terug naar Onderzoeken"),
    button=gettext_lazy("Opschrijven"),
    subjects=(Subject.RESULTS,),
    fields=_plan_fields,
    write=_plan,
)


def _record_fields(here: Here, _found: Whose) -> Sequence[Field]:
    return [
        _name(here),
        _day_field(here, _("Wanneer was het?")),
        _by(here),
        note_field(here, _("Wat kwam eruit?")),
    ]


def _day_field(here: Here, label: str) -> Field:
    today = clock.today().isoformat()
    return Field("on", label, "date", typed(here, "on", today), required=True)


def _record(here: Here, found: Whose) -> Item:
    data = here.request.POST
    return actions.record_examination(
        seat=here.seat,
        person=here.person,
        about=found.member,
        name=text(data, "name", most=200),
        on=forms.needed_day(data, "on"),
        by=text(data, "by", most=200),
        note=text(data, NOTE),
    )


@require_http_methods(BOTH)
@network_door
def record_examination(here: Here) -> HttpResponse:
    """Write down an examination that was done."""
    return write_new(here, _RECORD)


_RECORD = Form(
    title=gettext_lazy("Gedaan onderzoek opschrijven"),
    done=gettext_lazy("Het onderzoek staat in het dossier."),
    back="examinations",
    back_label=gettext_lazy("Terug naar Onderzoeken"),
    button=gettext_lazy("Opschrijven"),
    subjects=(Subject.RESULTS,),
    fields=_record_fields,
    write=_record,
)


def _ending_fields(here: Here) -> Sequence[Field]:
    return [_day_field(here, _("Sinds welke dag?")), note_field(here, _("Waarom?"))]


def _finish_fields(here: Here) -> Sequence[Field]:
    return [_day_field(here, _("Wanneer was het?")), note_field(here, _("Wat kwam eruit?"))]


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
    )


@require_http_methods(BOTH)
@network_door
def finish_examination(here: Here, item_id: UUID) -> HttpResponse:
    """Note that a planned examination was done."""
    return write_change(here, item_id, _FINISH)


_FINISH = Change(
    title=gettext_lazy("Onderzoek is gedaan"),
    done=gettext_lazy("Het onderzoek staat nu onder: gedaan."),
    back="examinations",
    back_label=gettext_lazy("Terug naar Onderzoeken"),
    button=gettext_lazy("Gedaan"),
    fields=_finish_fields,
    write=_finish,
)
