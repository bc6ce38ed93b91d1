"""What an Observation found: every value[x], its range, its judgement, its parts, in one line."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from zorgverband.fhir.fact import Component, Figure, Json
from zorgverband.fhir.intake.elements import elements, model_of
from zorgverband.fhir.wording.codes import code_in, codes_of, concept_words, negation
from zorgverband.fhir.wording.dates import date_words, period_words, time_words
from zorgverband.fhir.wording.quantities import (
    figure_of,
    number,
    range_words,
    ratio_words,
    sampled_words,
    unit,
)

_TEXT: dict[str, Callable[[Any], str]] = {
    "CodeableConcept": concept_words,
    "string": str,
    "Range": range_words,
    "Ratio": ratio_words,
    "SampledData": sampled_words,
    "time": time_words,
    "dateTime": date_words,
    "Period": period_words,
}
_SYSTOLIC = frozenset({"8480-6", "271649006"})
_DIASTOLIC = frozenset({"8462-4", "271650006"})


def found(raw: Json) -> Figure:
    """The value of an Observation."""
    return figure(raw, model_of("Observation"))


def parts(raw: Json) -> tuple[Component, ...]:
    """The components of an Observation."""
    model = model_of("Observation")
    inner = elements(model)["component"].model if model else None
    return tuple(
        Component(
            name=concept_words(one["code"]),
            codes=codes_of(one["code"]),
            figure=figure(one, inner),
        )
        for one in raw.get("component", [])
    )


def in_one_line(raw: Json) -> str:
    """'Body Weight: 81,2 kg', 'Bloeddruk: 107/60 mmHg', or the name alone."""
    name = negation(raw["code"]) or concept_words(raw["code"]) or "Meting zonder naam"
    text = found(raw).text or _pressure(parts(raw))
    return f"{name}: {text}" if text else name


def _pressure(components: tuple[Component, ...]) -> str:
    """Systolic and diastolic as everybody writes them; nothing for other pairs."""
    upper = [one for one in components if {code.code for code in one.codes} & _SYSTOLIC]
    lower = [one for one in components if {code.code for code in one.codes} & _DIASTOLIC]
    if len(upper) != 1 or len(lower) != 1 or upper[0].figure.unit != lower[0].figure.unit:
        return ""
    first, second = upper[0].figure, lower[0].figure
    if first.value is None or second.value is None or first.comparator or second.comparator:
        return ""
    return f"{first.text.split(' ')[0]}/{second.text}"


def figure(raw: Json, model: type[Any] | None) -> Figure:
    """The value with its normal range; an empty figure when there is no value."""
    known = elements(model).values() if model else ()
    element = next((one for one in known if one.base == "value" and one.name in raw), None)
    if element is None:
        return Figure()
    value = raw[element.name]
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
    """With low and high, when there is one normal range and it is in the same unit or has none."""
    normal = [one for one in raw.get("referenceRange", []) if is_normal(one)]
    if len(normal) != 1:
        return made
    low, high = normal[0].get("low", {}), normal[0].get("high", {})
    if {unit(limit) for limit in (low, high) if limit} <= {made.unit, ""}:
        return replace(made, low=_exact(low), high=_exact(high))
    return made


def is_normal(one: Json) -> bool:
    """Whether a reference range is the normal one, and not that of some grade or treatment."""
    return "type" not in one or code_in(one["type"]) == "normal"


def _exact(limit: Json) -> Decimal | None:
    value = limit.get("value")
    return None if value is None else Decimal(value)


def interpreted(raw: Json) -> str:
    """'hoog': what the source says of the value, or empty."""
    return ", ".join(filter(None, map(concept_words, raw.get("interpretation", []))))


def normal_words(one: Json) -> str:
    """A reference range: limits or text, what kind, and for whom."""
    limits = range_words({k: one[k] for k in ("low", "high") if k in one})
    kind = "" if is_normal(one) else concept_words(one["type"])
    people = [concept_words(who) for who in one.get("appliesTo", [])]
    ages = f"leeftijd {range_words(one['age'])}" if "age" in one else ""
    around = ", ".join(filter(None, [kind, *people, ages]))
    told = "; ".join(filter(None, [limits, one.get("text", "")]))
    return f"{told} ({around})" if around else told
