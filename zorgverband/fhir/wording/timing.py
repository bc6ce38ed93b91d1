"""When and how much: Timing and Dosage as one Dutch line, nothing left out that changes a dose."""

from zorgverband.fhir.fact import Json
from zorgverband.fhir.wording.codes import concept_words
from zorgverband.fhir.wording.dates import date_words, period_words, time_words
from zorgverband.fhir.wording.quantities import (
    number,
    quantity_words,
    range_words,
    ratio_words,
    time_unit,
)
from zorgverband.fhir.wording.terms import term


def timing_words(timing: Json) -> str:
    """'3 keer per dag, voor de maaltijd, 7 dagen lang'."""
    repeat = timing.get("repeat", {})
    parts = [
        _often(repeat),
        ", ".join(f"op {term(day)}" for day in repeat.get("dayOfWeek", []) if day),
        ", ".join(f"om {time_words(clock)}" for clock in repeat.get("timeOfDay", []) if clock),
        _moments(repeat),
        _lasting(repeat),
        _bounds(repeat),
    ]
    parts += [date_words(event) for event in timing.get("event", []) if event]
    if "code" in timing:
        shown = concept_words(timing["code"])
        parts.insert(0, term(shown))
    return ", ".join(filter(None, parts))


def _span(low: object, high: object) -> str:
    return f"{low} tot {high}" if high is not None else f"{low}"


def _often(repeat: Json) -> str:
    """How many times per period, and how many times at all."""
    count = repeat.get("count")
    total = f"in totaal {_span(count, repeat.get('countMax'))} keer" if count else ""
    unit, period = repeat.get("periodUnit"), repeat.get("period")
    often = ""
    if unit and period is not None:
        times = _span(repeat.get("frequency", 1), repeat.get("frequencyMax"))
        longest = repeat.get("periodMax") or period
        every = "" if period == 1 and longest == period else f"{number(period)} "
        every = f"{number(period)} tot {number(longest)} " if longest != period else every
        often = f"{times} keer per {every}{time_unit(unit, longest)}"
    elif "frequency" in repeat:
        often = f"{_span(repeat['frequency'], repeat.get('frequencyMax'))} keer"
    return ", ".join(filter(None, [often, total]))


def _moments(repeat: Json) -> str:
    moments = ", ".join(term(when) for when in repeat.get("when", []) if when)
    offset = repeat.get("offset")
    if not offset:
        return moments
    # By the standard an offset counts from the moment on, unless the moment itself says before.
    tells = moments.startswith(("voor ", "na "))
    return f"{offset} minuten {moments}" if tells else f"{offset} minuten na: {moments}"


def _lasting(repeat: Json) -> str:
    if "duration" not in repeat:
        return ""
    longest = repeat.get("durationMax")
    amount = number(repeat["duration"]) + (f" tot {number(longest)}" if longest else "")
    unit = time_unit(repeat.get("durationUnit", ""), longest or repeat["duration"])
    return f"elke keer {amount} {unit}"


def _bounds(repeat: Json) -> str:
    if "boundsPeriod" in repeat:
        return period_words(repeat["boundsPeriod"])
    if "boundsDuration" in repeat:
        return f"{quantity_words(repeat['boundsDuration'])} lang"
    return f"{range_words(repeat['boundsRange'])} lang" if "boundsRange" in repeat else ""


def dosage_words(dosage: Json) -> str:
    """The text the prescriber wrote, then the same dose as it was coded."""
    coded = ", ".join(filter(None, _coded(dosage)))
    text = dosage.get("text", "")
    if text and coded:
        return f"{text} (vastgelegd als: {coded})"
    return text or coded


def _coded(dosage: Json) -> list[str]:
    doses = dosage.get("doseAndRate", [])
    parts = [dose_words(one, with_kind=len(doses) > 1) for one in doses]
    parts.append(timing_words(dosage.get("timing", {})))
    if dosage.get("asNeededBoolean"):
        parts.append("zo nodig")
    if "asNeededCodeableConcept" in dosage:
        parts.append(f"zo nodig bij: {concept_words(dosage['asNeededCodeableConcept'])}")
    parts += [concept_words(dosage[name]) for name in ("route", "method") if name in dosage]
    if "site" in dosage:
        parts.append(f"plaats: {concept_words(dosage['site'])}")
    parts += [concept_words(extra) for extra in dosage.get("additionalInstruction", [])]
    parts.append(dosage.get("patientInstruction", ""))
    return [*parts, *_most(dosage)]


def dose_words(dose: Json, *, with_kind: bool = False) -> str:
    """'1 tot 2 tabletten, snelheid 10 ml per uur'; its kind only beside another dose."""
    rate = (
        ratio_words(dose.get("rateRatio", {}))
        or range_words(dose.get("rateRange", {}))
        or quantity_words(dose.get("rateQuantity", {}))
    )
    amount = quantity_words(dose.get("doseQuantity", {})) or range_words(dose.get("doseRange", {}))
    told = ", ".join(filter(None, [amount, f"snelheid {rate}" if rate else ""]))
    kind = concept_words(dose.get("type", {})) if with_kind else ""
    return f"{told} ({kind})" if kind else told


def _most(dosage: Json) -> list[str]:
    found = []
    if "maxDosePerPeriod" in dosage:
        found.append(f"hoogstens {ratio_words(dosage['maxDosePerPeriod'])}")
    if "maxDosePerAdministration" in dosage:
        found.append(f"hoogstens {quantity_words(dosage['maxDosePerAdministration'])} per keer")
    if "maxDosePerLifetime" in dosage:
        found.append(f"hoogstens {quantity_words(dosage['maxDosePerLifetime'])} in het hele leven")
    return found
