"""The forms of the record: what one fills in for a medicine, a measurement, an allergy and so on."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from zorgverband.base import clock
from zorgverband.networks.models import Side
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.forms import writable_subjects
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .. import actions, forms
from ..forms import OTHER, Field, text
from ..kinds import KINDS
from ..models import Allergy
from .about import Whose
from .entry import NOTE, Form, note_field, typed, write_new

BOTH = ["GET", "POST"]


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


def _allergy_fields(here: Here, found: Whose) -> Sequence[Field]:
    levels = [(one.value, str(one.label)) for one in Allergy.Criticality]
    return [
        Field("name", _("Waar kan %(name)s niet tegen?") % {"name": found.client.given_name},
              value=typed(here, "name"), required=True,
              hint=_("Bijvoorbeeld: penicilline, noten, pleisters")),
        Field("reaction", _("Wat gebeurt er dan?"), value=typed(here, "reaction"),
              hint=_("Bijvoorbeeld: rode bulten, benauwd")),
        Field("criticality", _("Hoe erg is het?"), "select", typed(here, "criticality"),
              options=levels),
        note_field(here),
    ]  # fmt: skip


def _write_allergy(here: Here, found: Whose) -> Item:
    data = here.request.POST
    level = data.get("criticality", "")
    return actions.record_allergy(
        seat=here.seat,
        person=here.person,
        about=found.member,
        substance=text(data, "name", most=200),
        reaction=text(data, "reaction", most=500),
        criticality=level if level in Allergy.Criticality.values else "",
        note=text(data, NOTE),
    )


@require_http_methods(BOTH)
@network_door
def record_allergy(here: Here) -> HttpResponse:
    """Write down an allergy."""
    return write_new(here, _ALLERGY)


_ALLERGY = Form(
    title=gettext_lazy("Allergie toevoegen"),
    done=gettext_lazy("De allergie staat in het dossier."),
    back="allergies",
    back_label=gettext_lazy("Terug naar Allergieën"),
    button=gettext_lazy("Opschrijven"),
    subjects=(Subject.HEALTH,),
    fields=_allergy_fields,
    write=_write_allergy,
)


def _problem_fields(here: Here, found: Whose) -> Sequence[Field]:
    kinds = {
        Subject.HEALTH: _("Over het lichaam"),
        Subject.MIND: _("Over gevoel en denken"),
    }
    options = [
        (str(subject.value), label)
        for subject, label in kinds.items()
        if here.seat.may_write(about=found.member, subject=subject)
    ]
    chosen = typed(here, "subject", options[0][0])
    return [
        Field("name", _("Wat is er aan de hand?"), value=typed(here, "name"), required=True,
              hint=_("Bijvoorbeeld: suikerziekte, pijn in de knie")),
        Field("subject", _("Waar gaat het over?"), "choice", chosen, options=options,
              hint=_("Dit bepaalt wie het mag lezen.")),
        Field("since", _("Sinds wanneer?"), "date", typed(here, "since")),
        note_field(here),
    ]  # fmt: skip


def _write_problem(here: Here, found: Whose) -> Item:
    data = here.request.POST
    chosen = data.get("subject", "")
    known = chosen.isdigit() and int(chosen) in Subject.values
    return actions.record_problem(
        seat=here.seat,
        person=here.person,
        about=found.member,
        name=text(data, "name", most=200),
        subject=Subject(int(chosen)) if known else Subject.HEALTH,
        since=forms.day(data, "since"),
        note=text(data, NOTE),
    )


@require_http_methods(BOTH)
@network_door
def record_problem(here: Here) -> HttpResponse:
    """Write down a problem."""
    return write_new(here, _PROBLEM)


_PROBLEM = Form(
    title=gettext_lazy("Probleem toevoegen"),
    done=gettext_lazy("Het probleem staat in het dossier."),
    back="problems",
    back_label=gettext_lazy("Terug naar Problemen"),
    button=gettext_lazy("Opschrijven"),
    subjects=(Subject.HEALTH, Subject.MIND),
    fields=_problem_fields,
    write=_write_problem,
)


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
            Field(name, _with_unit(str(part.label), kind.unit), "number", typed(here, name),
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


def _measurement_choice(here: Here) -> dict[str, object]:
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


def _document_fields(here: Here, found: Whose) -> Sequence[Field]:
    subjects = writable_subjects(here.seat, found.member)
    return [
        Field("upload", _("Welk bestand?"), "file", required=True,
              hint=_("Een PDF of een foto van hoogstens 10 MB.")),
        Field("name", _("Hoe heet het?"), value=typed(here, "name"), required=True,
              hint=_("Bijvoorbeeld: Brief van de cardioloog")),
        Field("subject", _("Waar gaat het over?"), "select", typed(here, "subject"),
              options=[(str(one.value), str(one.label)) for one in subjects],
              hint=_("Dit bepaalt wie het mag lezen.")),
        note_field(here),
    ]  # fmt: skip


def _write_document(here: Here, found: Whose) -> Item:
    data, upload = here.request.POST, here.request.FILES.get("upload")
    subjects = writable_subjects(here.seat, found.member)
    chosen = [one for one in subjects if str(one.value) == data.get("subject")]
    return actions.add_document(
        seat=here.seat,
        person=here.person,
        about=found.member,
        subject=chosen[0] if chosen else subjects[0],
        title=text(data, "name", most=200),
        file_name=(upload.name or "") if upload else "",
        upload=upload,
        note=text(data, NOTE),
    )


@require_http_methods(BOTH)
@network_door
def add_document(here: Here) -> HttpResponse:
    """Add a document with its file."""
    return write_new(here, _DOCUMENT)


_DOCUMENT = Form(
    title=gettext_lazy("Document toevoegen"),
    done=gettext_lazy("Het document staat in het dossier."),
    back="documents",
    back_label=gettext_lazy("Terug naar Documenten"),
    button=gettext_lazy("Toevoegen"),
    subjects=tuple(subject for subject in Subject if subject is not Subject.CARER),
    fields=_document_fields,
    write=_write_document,
    files=True,
)
