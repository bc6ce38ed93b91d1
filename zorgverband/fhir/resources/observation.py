"""Observation: a measurement, a laboratory result, or a finding without a number.

How someone lives (social history) stays medical when a care system recorded it: it was told to a
care professional, and what is medical stays with care.
"""

from zorgverband.fhir.fact import Component, Figure, Json, Kind
from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import codes_of, concept_words
from zorgverband.fhir.wording.findings import (
    found,
    in_one_line,
    interpreted,
    is_normal,
    normal_words,
    parts,
)

_TOLD = (
    "code component referenceRange interpretation valueQuantity valueCodeableConcept valueString "
    "valueBoolean valueInteger valueRange valueRatio valueSampledData valueTime valueDateTime "
    "valuePeriod"
)
_RESULTS = frozenset({"laboratory", "vital-signs", "imaging", "LAB"})


def _figure(scene: Scene) -> Figure:
    return found(scene.raw)


def _components(scene: Scene) -> tuple[Component, ...]:
    return parts(scene.raw)


def _has_number(scene: Scene) -> bool:
    """Whether its value is a number, or it has no value of its own but parts with numbers."""
    own = found(scene.raw)
    inner = any(part.figure.value is not None for part in parts(scene.raw))
    return own.value is not None or (not own.text and inner)


def _kind(scene: Scene) -> Kind:
    return "measurement" if _has_number(scene) else "examination"


def _subject(scene: Scene) -> str:
    categories = scene.raw.get("category", [])
    named = {code.code for category in categories for code in codes_of(category)}
    if named & _RESULTS:
        return "results"
    return "results" if _has_number(scene) and "social-history" not in named else "health"


def _title(scene: Scene) -> str:
    status = {"cancelled": "Niet doorgegaan: "}.get(scene.raw.get("status", ""), "")
    return status + in_one_line(scene.raw)


def _first(scene: Scene) -> list[str]:
    """Value with its judgement and normal range, then the parts."""
    raw = scene.raw
    text = found(raw).text
    judged = interpreted(raw)
    lines = [f"Waarde: {text} ({judged})" if judged else f"Waarde: {text}"] if text else []
    if judged and not text:
        lines.append(f"Beoordeling: {judged}")
    lines += [_normal(one) for one in raw.get("referenceRange", [])]
    told = zip(raw.get("component", []), parts(raw), strict=True)
    return lines + [_part(one, part) for one, part in told]


def _normal(one: Json) -> str:
    """A range that is not the normal one names itself."""
    words = normal_words(one)
    return f"Grenswaarde: {words}" if not is_normal(one) else f"Normaal: {words}"


def _part(raw: Json, part: Component) -> str:
    missing = concept_words(raw.get("dataAbsentReason", {}))
    text = part.figure.text or (f"geen waarde ({missing})" if missing else "geen waarde")
    judged = interpreted(raw)
    normal = "; ".join(normal_words(one) for one in raw.get("referenceRange", []))
    told = f"- {part.name}: {text}" + (f" ({judged})" if judged else "")
    return f"{told}, normaal {normal}" if normal else told


RECIPE = Recipe(
    resource_type="Observation",
    kind=_kind,
    subject=_subject,
    title=_title,
    when=("effective", "issued"),
    starts=("effective",),
    ends=("effective",),
    authors=("performer",),
    told=frozenset(_TOLD.split()),
    first=_first,
    figure=_figure,
    components=_components,
)
