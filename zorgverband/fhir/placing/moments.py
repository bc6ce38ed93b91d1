"""When something happened, began and ended, from the elements of a resource that say so."""

from datetime import date
from typing import Any

from zorgverband.fhir.intake.elements import Element
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.dates import Moment, last_day, moment

_POINTS = frozenset({"date", "dateTime", "instant"})


def happened(scene: Scene, bases: tuple[str, ...]) -> Moment | None:
    """The first of these elements that gives a moment; a period counts from its start.

    None for the moments at the very ends of the calendar, which no database gives back.
    """
    text = first_text(scene, bases, ("start", "end"))
    found = moment(text) if text else None
    return found if found is not None and found.can_be_kept else None


def starts_on(scene: Scene, bases: tuple[str, ...]) -> date | None:
    """The first calendar day, in the Netherlands."""
    text = first_text(scene, bases, ("start",))
    return moment(text).day if text else None


def ends_on(scene: Scene, bases: tuple[str, ...], starts: tuple[str, ...]) -> date | None:
    """The last calendar day; for a month or year its last one.

    A single date in an element that also tells the start is not an end: medication 'as of 2020'
    is not over. Of several doses the last one counts, and one without end never ends.
    """
    for base in bases:
        found = scene.choice(base)
        if found is None or (base in starts and found[0].datatype in _POINTS):
            continue
        element, value = found
        texts = [_text(element, one, ("end",)) for one in (value if element.many else [value])]
        if texts and all(texts):
            return max(last_day(text) for text in texts)
    return None


def first_text(scene: Scene, bases: tuple[str, ...], sides: tuple[str, ...]) -> str:
    """The FHIR date in the first of these elements that has one, or empty."""
    for base in bases:
        found = scene.choice(base)
        if found is None:
            continue
        element, value = found
        text = _text(element, value[0] if element.many else value, sides)
        if text:
            return text
    return ""


def _text(element: Element, value: Any, sides: tuple[str, ...]) -> str:
    if element.datatype in _POINTS:
        return str(value)
    if element.datatype == "Timing":
        value = {"start": next(iter(value.get("event", [])), None), **_bounds(value)}
    elif element.datatype == "Dosage":
        value = _bounds(value.get("timing", {}))
    elif element.datatype != "Period":
        return ""
    return str(next((value[side] for side in sides if value.get(side)), ""))


def _bounds(timing: dict[str, Any]) -> dict[str, Any]:
    period: dict[str, Any] = timing.get("repeat", {}).get("boundsPeriod", {})
    return period
