"""The form that puts a medicine on the list."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from zorgverband.networks.models import Side
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ... import actions, forms
from ...forms import Field, text
from ..about import Whose
from ..entry import BOTH, NOTE, Form, note_field, typed, write_new


def _medication_fields(here: Here, _found: Whose) -> Sequence[Field]:
    code = Field("code", _("ATC-code"), value=typed(here, "code"), hint=_("Bijvoorbeeld C07AB02"))
    return [
        Field("name", _("Welk medicijn?"), value=typed(here, "name"), required=True,
              hint=_("Zoals het op het doosje staat, met de sterkte")),
        Field("dose", _("Hoeveel en hoe vaak?"), value=typed(here, "dose"),
              hint=_("Bijvoorbeeld: 1 tablet bij het ontbijt")),
        Field("route", _("Hoe neemt u het in?"), value=typed(here, "route"),
              hint=_("Bijvoorbeeld: via de mond")),
        Field("starts_on", _("Vanaf welke dag?"), "date", typed(here, "starts_on")),
        Field("ends_on", _("Tot en met welke dag?"), "date", typed(here, "ends_on")),
        *([code] if here.seat.side == Side.CARE else []),
        note_field(here),
    ]  # fmt: skip


def _write_medication(here: Here, found: Whose) -> Item:
    data = here.request.POST
    return actions.record_medication(
        seat=here.seat,
        person=here.person,
        about=found.member,
        name=text(data, "name", most=200),
        dose=text(data, "dose", most=500),
        route=text(data, "route", most=100),
        code=text(data, "code", most=10) if here.seat.side == Side.CARE else "",
        starts_on=forms.day(data, "starts_on"),
        ends_on=forms.day(data, "ends_on"),
        note=text(data, NOTE),
    )


@require_http_methods(BOTH)
@network_door
def record_medication(here: Here) -> HttpResponse:
    """Put a medicine on the list."""
    return write_new(here, _MEDICATION)


_MEDICATION = Form(
    title=gettext_lazy("Medicijn toevoegen"),
    done=gettext_lazy("Het medicijn staat op de lijst."),
    back="medication",
    back_label=gettext_lazy("Terug naar Medicijnen"),
    button=gettext_lazy("Op de lijst zetten"),
    subjects=(Subject.MEDICATION,),
    fields=_medication_fields,
    write=_write_medication,
)
