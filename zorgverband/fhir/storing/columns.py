"""What of a fact goes into the columns of the record, by kind. What is not known stays empty."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from zorgverband.base import clock
from zorgverband.fhir.fact import Code, Component, Fact, Figure
from zorgverband.fhir.wording.codes import concept_words, negation
from zorgverband.fhir.wording.timing import dosage_words
from zorgverband.record.examination_kinds import kind_of_code
from zorgverband.record.models import Allergy, Examination, Medication, Problem
from zorgverband.record.plain_words import series_of

Columns = dict[str, Any]
_PREFERRED = ("http://loinc.org", "http://www.whocc.no/atc", "http://snomed.info/sct")
# A gift or a delivery is no line of the medication list.
LISTED_MEDICATION = frozenset({"MedicationRequest", "MedicationStatement"})

_MEDICATION = {
    "active": Medication.Status.ACTIVE,
    "on-hold": Medication.Status.PAUSED,
    "intended": Medication.Status.PLANNED,
    "draft": Medication.Status.PLANNED,
    "completed": Medication.Status.STOPPED,
    "stopped": Medication.Status.STOPPED,
    "cancelled": Medication.Status.STOPPED,
    "not-taken": Medication.Status.STOPPED,
}
_PROBLEM = {
    "inactive": Problem.Status.CLOSED,
    "remission": Problem.Status.CLOSED,
    "resolved": Problem.Status.CLOSED,
    "refuted": Problem.Status.RULED_OUT,
}
_ALLERGY = {
    "inactive": Allergy.Status.GONE,
    "resolved": Allergy.Status.GONE,
    "refuted": Allergy.Status.RULED_OUT,
}
_EXAMINATION = {
    "registered": Examination.State.PLANNED,
    "cancelled": Examination.State.CANCELLED,
}


def columns_of(fact: Fact) -> Columns:
    """The columns for the table of this fact's kind; empty for a kind without a table."""
    fill = _FILL.get(fact.kind)
    if fill is None or (fact.kind == "medication" and fact.resource_type not in LISTED_MEDICATION):
        return {}
    code = best_code(fact.codes)
    named = {
        "name": fact.title,
        "code_system": code.system if code else "",
        "code": code.code if code else "",
    }
    return named | fill(fact)


def best_code(codes: Sequence[Code]) -> Code | None:
    """The coding to show to care people: LOINC, ATC or SNOMED CT before others."""
    order = {system: place for place, system in enumerate(_PREFERRED)}
    return min(codes, key=lambda code: order.get(code.system, len(order)), default=None)


def parts_of(fact: Fact) -> list[Columns]:
    """The rows for the parts of a measurement."""
    return [_part(one) for one in fact.components] if fact.kind == "measurement" else []


def _part(one: Component) -> Columns:
    code = best_code(one.codes)
    return {
        "name": one.name,
        "code_system": code.system if code else "",
        "code": code.code if code else "",
        **_figure(one.figure),
    }


def _figure(figure: Figure) -> Columns:
    return {
        "value": figure.value,
        "comparator": figure.comparator,
        "unit": figure.unit,
        "text": "" if figure.value is not None else figure.text,
        "low": figure.low,
        "high": figure.high,
    }


def _measurement(fact: Fact) -> Columns:
    code = best_code(fact.codes)
    name = concept_words(fact.raw.get("code", {})) or fact.title
    unit = fact.unit or next((one.figure.unit for one in fact.components), "")
    return {
        "name": name,
        "series": series_of(
            code_system=code.system if code else "",
            code=code.code if code else "",
            name=name,
            unit=unit,
        ),
        "taken_at": fact.happened_at or clock.now(),
        **_figure(fact.figure),
        "unit": unit,
    }


def _medication(fact: Fact) -> Columns:
    raw = fact.raw
    dosages = raw.get("dosageInstruction") or raw.get("dosage") or []
    routes = {concept_words(one["route"]) for one in dosages if "route" in one}
    status = _MEDICATION.get(fact.status, Medication.Status.UNKNOWN)
    return {
        "dose": "; ".join(filter(None, (_dose(one) for one in dosages))),
        "route": ", ".join(sorted(filter(None, routes))),
        "starts_on": fact.starts_on,
        "ends_on": fact.ends_on,
        "status": Medication.Status.STOPPED if raw.get("doNotPerform") else status,
    }


def _dose(dosage: Mapping[str, Any]) -> str:
    """What the prescriber wrote, or the dose as it was coded, without the route."""
    return str(
        dosage.get("text") or dosage_words({k: v for k, v in dosage.items() if k != "route"})
    )


def _allergy(fact: Fact) -> Columns:
    raw = fact.raw
    known = {"high": Allergy.Criticality.HIGH, "low": Allergy.Criticality.LOW}
    reactions = [
        concept_words(shown)
        for reaction in raw.get("reaction", [])
        for shown in reaction.get("manifestation", [])
    ]
    status = _ALLERGY.get(fact.status, Allergy.Status.ACTIVE)
    return {
        "criticality": known.get(raw.get("criticality", ""), Allergy.Criticality.UNKNOWN),
        "reaction": ", ".join(dict.fromkeys(filter(None, reactions))),
        "status": Allergy.Status.NONE_KNOWN if negation(raw.get("code", {})) else status,
    }


def _problem(fact: Fact) -> Columns:
    verified = {
        code.get("code") for code in fact.raw.get("verificationStatus", {}).get("coding", [])
    }
    status = _PROBLEM.get(fact.status, Problem.Status.ACTIVE)
    if fact.ends_on and fact.ends_on < clock.today():
        status = Problem.Status.CLOSED
    return {
        "since": fact.starts_on,
        "until": fact.ends_on,
        "status": Problem.Status.RULED_OUT if "refuted" in verified else status,
    }


def _examination(fact: Fact) -> Columns:
    moment = fact.happened_at
    return {
        "state": _EXAMINATION.get(fact.status, Examination.State.DONE),
        "on_date": moment.astimezone(clock.HOME).date() if moment else None,
        "by": fact.taken_over_from,
        "kind": next(filter(None, (kind_of_code(one.code) for one in fact.codes)), ""),
    }


_FILL: Mapping[str, Callable[[Fact], Columns]] = {
    "measurement": _measurement,
    "medication": _medication,
    "allergy": _allergy,
    "problem": _problem,
    "examination": _examination,
    "report": _examination,
}
