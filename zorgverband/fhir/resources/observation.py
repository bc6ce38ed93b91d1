"""Observation: a measurement, a laboratory result, or a finding without a number.

How someone lives (social history) stays medical when a care system recorded it: it was told to a
care professional, and what is medical stays with care.
"""

from zorgverband.fhir.fact import Component, Figure, Json, Kind
from zorgverband.fhir.intake.elements import elements, model_of
from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.resources.observation_values import (
    figure,
    interpreted,
    normal_words,
)
from zorgverband.fhir.wording.codes import codes_of, concept_words

_RESULTS = frozenset({"laboratory", "vital-signs", "imaging", "LAB"})
_SYSTOLIC = frozenset({"8480-6", "271649006"})
_DIASTOLIC = frozenset({"8462-4", "271650006"})


def _figure(scene: Scene) -> Figure:
    return figure(scene.raw, model_of("Observation"))


def _components(scene: Scene) -> tuple[Component, ...]:
    model = model_of("Observation")
    inner = elements(model)["component"].model if model else None
    return tuple(
        Component(
            name=concept_words(one["code"]),
            codes=codes_of(one["code"]),
            figure=figure(one, inner),
        )
        for one in scene.raw.get("component", [])
    )


def _has_number(scene: Scene) -> bool:
    figures = [_figure(scene), *(one.figure for one in _components(scene))]
    return any(one.value is not None for one in figures)


def _kind(scene: Scene) -> Kind:
    return "measurement" if _has_number(scene) else "examination"


def _subject(scene: Scene) -> str:
    categories = scene.raw.get("category", [])
    found = {code.code for category in categories for code in codes_of(category)}
    if found & _RESULTS:
        return "results"
    return "results" if _has_number(scene) and "social-history" not in found else "health"


def _title(scene: Scene) -> str:
    """'Body Weight: 81,2 kg', 'Bloeddruk: 107/60 mmHg', or the name alone."""
    name = scene.concept("code") or "Meting zonder naam"
    text = _figure(scene).text or _pressure(_components(scene))
    status = {"cancelled": "Niet doorgegaan: "}.get(scene.raw.get("status", ""), "")
    return f"{status}{name}: {text}" if text else f"{status}{name}"


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


def _first(scene: Scene) -> list[str]:
    """Value with its judgement and normal range, then the parts."""
    raw = scene.raw
    lines = []
    text = _figure(scene).text
    if text:
        lines.append(f"Waarde: {text}{interpreted(raw)}")
    elif interpreted(raw):
        lines.append(f"Beoordeling:{interpreted(raw).replace('(', '').replace(')', '')}")
    lines += [f"Normaal: {normal_words(one)}" for one in raw.get("referenceRange", [])]
    lines += [_part(one, part) for one, part in zip(
        raw.get("component", []), _components(scene), strict=True
    )]
    return lines


def _part(raw: Json, part: Component) -> str:
    missing = concept_words(raw.get("dataAbsentReason", {}))
    text = part.figure.text or (f"geen waarde ({missing})" if missing else "geen waarde")
    normal = "; ".join(normal_words(one) for one in raw.get("referenceRange", []))
    return f"- {part.name}: {text}{interpreted(raw)}" + (f", normaal {normal}" if normal else "")


RECIPE = Recipe(
    resource_type="Observation",
    kind=_kind,
    subject=_subject,
    title=_title,
    when=("effective", "issued"),
    starts=("effective",),
    ends=("effective",),
    authors=("performer",),
    told=frozenset(
        "code component referenceRange interpretation valueQuantity valueCodeableConcept "
        "valueString valueBoolean valueInteger valueRange valueRatio valueSampledData valueTime "
        "valueDateTime valuePeriod".split()
    ),
    first=_first,
    figure=_figure,
    components=_components,
)
