"""When something happened, began and ended, from the elements of a resource that say so."""

from datetime import date
from typing import Any

from zorgverband.fhir.intake.elements import Element
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.dates import Moment, last_day, moment

_POINTS = frozenset({"date", "dateTime", "instant"})


def happened(scene: Scene, bases: tuple[str, ...]) -> Moment | None:
    """The first of these elements that gives a moment; a period counts from its start."""
    text = first_text(scene, bases, ("start", "end"))
    return moment(text) if text else None


def starts_on(scene: Scene, bases: tuple[str, ...]) -> date | None:
    """The first calendar day, in the Netherlands."""
    text = first_text(scene, bases, ("start",))
    return moment(text).day if text else None


def ends_on(scene: Scene, bases: tuple[str, ...]) -> date | None:
    """The last calendar day; for a month or year its last one."""
    text = first_text(scene, bases, ("end",))
    return last_day(text) if text else None


def first_text(scene: Scene, bases: tuple[str, ...], sides: tuple[str, ...]) -> str:
    """The FHIR date in the first of these elements that has one, or empty."""
    for base in bases:
        found = scene.choice(base)
        text = _text(*found, sides) if found else ""
        if text:
            return text
    return ""


def _text(element: Element, value: Any, sides: tuple[str, ...]) -> str:
    first = (value[0] if value else None) if element.many else value
    if first is None:
        return ""
    if element.datatype in _POINTS:
        return str(first)
    if element.datatype == "Timing":
        first = {"start": next(iter(first.get("event", [])), None), **_bounds(first)}
    elif element.datatype == "Dosage":
        first = _bounds(first.get("timing", {}))
    elif element.datatype != "Period":
        return ""
    return str(next((first[side] for side in sides if first.get(side)), ""))


def _bounds(timing: dict[str, Any]) -> dict[str, Any]:
    period: dict[str, Any] = timing.get("repeat", {}).get("boundsPeriod", {})
    return period
