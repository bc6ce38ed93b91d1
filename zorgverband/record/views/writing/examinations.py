"""The forms for examinations: planning one, and writing down one that was done."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from zorgverband.base.typed import day_of
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ... import actions, forms
from ...examination_kinds import EXAMINATION_KINDS
from ...forms import Field, text
from ...shown import examination
from ...standing import Standing, standing
from ..about import Whose
from ..entry import BOTH, NOTE, Form, day_field, note_field, typed, write_new
from .results import chosen_result, result_field

# The name of the field; `kind` is that of measurements.
KIND, AGAIN = "examination", "again_because"


def _names(here: Here) -> list[Field]:
    kinds = [(one.key, str(one.label)) for one in EXAMINATION_KINDS.values()]
    return [
        Field(KIND, _("Welk onderzoek?"), "select", typed(here, KIND),
              options=[("", _("Een ander onderzoek")), *kinds]),
        Field("name", _("Hoe heet het?"), value=typed(here, "name"),
              hint=_("Alleen nodig bij een ander onderzoek")),
    ]  # fmt: skip


def _by(here: Here) -> Field:
    return Field("by", _("Wie doet het?"), value=typed(here, "by"),
                 hint=_("Bijvoorbeeld: ziekenhuis, afdeling hart"))  # fmt: skip


def _plan_fields(here: Here, known: Standing) -> Sequence[Field]:
    when = Field("on", _("Wanneer is het?"), "date", typed(here, "on"))
    fields = [*_names(here), when, _by(here), note_field(here)]
    if not known:
        return fields
    again = Field(AGAIN, _("Waarom moet het toch nog een keer?"), "area", typed(here, AGAIN),
                  required=True)  # fmt: skip
    return [again, *fields]


def _plan_context(here: Here, known: Standing) -> dict[str, Any]:
    """What the page tells about an earlier one."""
    already = [examination(here.seat, row) for row in known.rows]
    return {"standing": known, "already": already, "asked": typed(here, KIND)}


def _plan(here: Here, found: Whose) -> Item:
    data = here.request.POST
    return actions.plan_examination(
        seat=here.seat,
        person=here.person,
        about=found.member,
        name=text(data, "name", most=200),
        kind=data.get(KIND, ""),
        on=forms.day(data, "on"),
        by=text(data, "by", most=200),
        note=text(data, NOTE),
        again_because=text(data, AGAIN),
    )


@require_http_methods(BOTH)
@network_door
def plan_examination(here: Here) -> HttpResponse:
    """Write down that an examination will be done."""

    @cache
    def known(about: UUID) -> Standing:
        """What there is already of the kind that was chosen, on the day that was chosen."""
        kind, on = typed(here, KIND), day_of(typed(here, "on"))
        return standing(network=here.network, about=about, kind=kind, on=on)

    form = Form(
        title=_("Onderzoek plannen"),
        done=_("Het onderzoek staat gepland."),
        back="examinations",
        back_label=_("Terug naar Onderzoeken"),
        button=_("Opschrijven"),
        subjects=(Subject.RESULTS,),
        fields=lambda here, found: _plan_fields(here, known(found.member)),
        write=_plan,
        template="record/plan_examination.html",
        context=lambda here, found: _plan_context(here, known(found.member)),
    )
    return write_new(here, form)


def _record_fields(here: Here, found: Whose) -> Sequence[Field]:
    return [
        *_names(here),
        day_field(here, _("Wanneer was het?")),
        _by(here),
        note_field(here, _("Wat kwam eruit?")),
        *result_field(here, found.member),
    ]


def _record(here: Here, found: Whose) -> Item:
    data = here.request.POST
    return actions.record_examination(
        seat=here.seat,
        person=here.person,
        about=found.member,
        name=text(data, "name", most=200),
        kind=data.get(KIND, ""),
        on=forms.needed_day(data, "on"),
        by=text(data, "by", most=200),
        note=text(data, NOTE),
        result=chosen_result(here),
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
