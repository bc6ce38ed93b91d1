"""The forms for examinations: planning one, and writing down one that was done."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ... import actions, forms
from ...forms import Field, text
from ..about import Whose
from ..entry import BOTH, NOTE, Form, day_field, note_field, typed, write_new


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
        day_field(here, _("Wanneer was het?")),
        _by(here),
        note_field(here, _("Wat kwam eruit?")),
    ]


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
