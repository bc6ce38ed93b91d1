"""The value of an Observation or of one of its parts: every value[x], its range, its judgement."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from zorgverband.fhir.fact import Figure, Json
from zorgverband.fhir.placing.scene import choice_in
from zorgverband.fhir.wording.codes import code_in, concept_words
from zorgverband.fhir.wording.dates import date_words, period_words, time_words
from zorgverband.fhir.wording.quantities import (
    figure_of,
    number,
    range_words,
    ratio_words,
    sampled_words,
    unit,
)

_TEXT = {
    "CodeableConcept": concept_words,
    "string": str,
    "Range": range_words,
    "Ratio": ratio_words,
    "SampledData": sampled_words,
    "time": time_words,
    "dateTime": date_words,
    "Period": period_words,
}


def figure(raw: Json, model: type[Any] | None) -> Figure:
    """The value with its normal range; an empty figure when there is no value."""
    found = choice_in(raw, model, "value")
    if found is None:
        return Figure()
    element, value = found
    if element.datatype == "Quantity":
        made = figure_of(value)
    elif element.datatype == "integer":
        made = Figure(value=Decimal(value), text=number(value))
    elif element.datatype == "boolean":
        made = Figure(text="ja" if value else "nee")
    else:
        made = Figure(text=_TEXT[element.datatype](value))
    return _ranged(made, raw)


def _ranged(made: Figure, raw: Json) -> Figure:
    """With low and high, only when they are the normal range and in the same unit."""
    for one in raw.get("referenceRange", []):
        low, high = one.get("low", {}), one.get("high", {})
        units = {unit(limit) for limit in (low, high) if limit}
        if code_in(one.get("type", {})) in ("", "normal") and units == {made.unit}:
            return replace(made, low=_exact(low), high=_exact(high))
    return made


def _exact(limit: Json) -> Decimal | None:
    value = limit.get("value")
    return None if value is None else Decimal(value)


def interpreted(raw: Json) -> str:
    """' (hoog)': what the source says of the value."""
    words = [concept_words(one) for one in raw.get("interpretation", [])]
    told = ", ".join(filter(None, words))
    return f" ({told})" if told else ""


def normal_words(one: Json) -> str:
    """A reference range: limits or text, what kind, and for whom."""
    limits = range_words({k: one[k] for k in ("low", "high") if k in one})
    kind = concept_words(one["type"]) if code_in(one.get("type", {})) not in ("", "normal") else ""
    people = [concept_words(who) for who in one.get("appliesTo", [])]
    ages = f"leeftijd {range_words(one['age'])}" if "age" in one else ""
    around = ", ".join(filter(None, [kind, *people, ages]))
    told = "; ".join(filter(None, [limits, one.get("text", "")]))
    return f"{told} ({around})" if around else told
