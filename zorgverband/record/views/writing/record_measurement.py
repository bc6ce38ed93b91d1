"""The form for a measurement: of what, and then its numbers."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from zorgverband.base import clock
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ... import actions, forms
from ...forms import OTHER, Field, text
from ...kinds import KINDS
from ..about import Whose
from ..entry import BOTH, NOTE, Form, note_field, typed, write_new


def _measurement_fields(here: Here, _found: Whose) -> Sequence[Field]:
    kind = KINDS.get(typed(here, "kind", "pressure"))
    today = clock.now().astimezone(clock.HOME)
    if kind is None:
        what = [
            Field("name", _("Wat hebt u gemeten?"), value=typed(here, "name"), required=True),
            Field("value", _("Waarde"), "number", typed(here, "value"), required=True),
            Field("unit", _("Eenheid"), value=typed(here, "unit"), hint=_("Bijvoorbeeld: kg")),
            Field("low", _("Normaal vanaf"), "number", typed(here, "low")),
            Field("high", _("Normaal tot"), "number", typed(here, "high")),
        ]
    else:
        what = [
            Field(name, _with_unit(str(part.label), _(kind.unit)), "number", typed(here, name),
                  required=True)
            for name, part in zip(("value", "second"), kind.parts, strict=False)
        ]  # fmt: skip
    return [
        Field("kind", "", "hidden", kind.key if kind else OTHER),
        *what,
        Field("on", _("Welke dag?"), "date", typed(here, "on", today.date().isoformat()),
              required=True),
        Field("at", _("Hoe laat?"), "time", typed(here, "at", f"{today:%H:%M}")),
        note_field(here),
    ]  # fmt: skip


def _with_unit(label: str, unit: str) -> str:
    return f"{label} ({unit})" if unit else label


def _measurement_choice(here: Here, _found: Whose) -> dict[str, object]:
    """What one can measure, to choose from."""
    kinds = [*((kind.key, str(kind.label)) for kind in KINDS.values()), (OTHER, _("Iets anders"))]
    asked = typed(here, "kind", "pressure")
    return {"kinds": kinds, "kind": asked if asked in KINDS else OTHER}


def _write_measurement(here: Here, found: Whose) -> Item:
    data = here.request.POST
    return actions.record_measurement(
        seat=here.seat,
        person=here.person,
        about=found.member,
        taken=forms.taken(data),
        at=forms.moment(data, "on", "at"),
        note=text(data, NOTE),
    )


@require_http_methods(BOTH)
@network_door
def record_measurement(here: Here) -> HttpResponse:
    """Write down a measurement."""
    return write_new(here, _MEASUREMENT)


_MEASUREMENT = Form(
    title=gettext_lazy("Meting toevoegen"),
    done=gettext_lazy("De meting staat in het dossier."),
    back="measurements",
    back_label=gettext_lazy("Terug naar Metingen"),
    button=gettext_lazy("Opschrijven"),
    subjects=(Subject.RESULTS,),
    fields=_measurement_fields,
    write=_write_measurement,
    template="record/measure.html",
    context=_measurement_choice,
)
