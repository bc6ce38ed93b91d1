"""What is to be done, from the activities of a CarePlan and from a ServiceRequest."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from zorgverband.fhir.fact import Json
from zorgverband.fhir.intake.elements import Element, elements, model_of
from zorgverband.fhir.placing.scene import Scene, choice_in
from zorgverband.fhir.planned import Deed, Fate
from zorgverband.fhir.wording.codes import concept_words, negation
from zorgverband.fhir.wording.dates import last_day
from zorgverband.fhir.wording.plain import PLAIN

# The statuses of CarePlan.activity.detail and of ServiceRequest (FHIR R4).
_OPEN = frozenset({"not-started", "scheduled", "in-progress", "draft", "active"})
_WAITS = frozenset({"on-hold", "unknown"})
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# A description this long stays with the plan; the code tells what it is.
_SHORT = 120
_LONGEST = 300


def fate_of(raw: Json, *, over: bool) -> Fate:
    """What becomes of a deed with this status; `over` says that the plan it is in has ended."""
    if raw.get("doNotPerform"):
        return "forbidden"
    if over:
        return "over"
    if raw.get("status") in _OPEN:
        return "open"
    return "waits" if raw.get("status") in _WAITS else "over"


def activities(scene: Scene, *, over: bool) -> tuple[Deed, ...]:
    """Every activity of a CarePlan, in order; also those nothing can be agreed on any more."""
    found: list[Deed] = []
    for number, activity in enumerate(scene.raw.get("activity", [])):
        known = {one.key for one in found}
        found.append(_activity(scene, activity, number, known=known, over=over))
    return tuple(found)


def _activity(scene: Scene, activity: Json, number: int, *, known: set[str], over: bool) -> Deed:
    if "detail" in activity:
        detail = activity["detail"]
        what = _described(detail)
        key = _key(activity.get("id") or what or str(number), known)
        return Deed(
            key=key, what=what, fate=fate_of(detail, over=over),
            goals=ids_of(scene, detail.get("goal", [])),
            **_by(scene, detail.get("performer", [])),
            **timed(choice_in(detail, _model("activity", "detail"), "scheduled")),
        )  # fmt: skip
    reference = activity.get("reference", {})
    words = scene.name(reference)
    here = scene.target(reference) is not None or not words
    fate: Fate = "over" if over else "open"
    return Deed(
        key=_key(activity.get("id") or words or str(number), known),
        what=words[:_LONGEST], fate="elsewhere" if here else fate,
    )  # fmt: skip


def _key(text: str, known: set[str]) -> str:
    """The words themselves, numbered when the same words stand there more than once."""
    key, count = " ".join(text.casefold().split()), 1
    while (found := key if count == 1 else f"{key}~{count}") in known:
        count += 1
    return found


def _described(detail: Json) -> str:
    code = negation(detail.get("code", {})) or concept_words(detail.get("code", {}))
    told = " ".join(str(detail.get("description", "")).split())
    both = ": ".join(filter(None, dict.fromkeys([code, told])))
    return (both if len(both) <= _SHORT or not code else code)[:_LONGEST]


def request(scene: Scene) -> Deed:
    """The one deed a ServiceRequest asks for."""
    raw = scene.raw
    who = _by(scene, raw.get("performer", []))
    if not who["who"]:
        who["who"] = concept_words(raw.get("performerType", {}))
    return Deed(
        key="", what=(scene.concept("code") or scene.concept("category"))[:_LONGEST],
        fate=fate_of(raw, over=False), **who, **timed(scene.choice("occurrence")),
    )  # fmt: skip


def ids_of(scene: Scene, references: Sequence[Json]) -> tuple[str, ...]:
    """The source ids of what these references point at, as far as it is in the files."""
    found = (scene.target(reference) for reference in references)
    return tuple(scene.identities.source_id(node) for node in found if node is not None)


def _by(scene: Scene, performers: Sequence[Json]) -> dict[str, Any]:
    """Who does it in words, and whether that is the client and nobody else."""
    names = dict.fromkeys(filter(None, map(scene.name, performers)))
    alone = len(performers) == 1 and _is_patient(scene, performers[0])
    return {"who": ", ".join(names), "by_client": alone}


def _is_patient(scene: Scene, reference: Json) -> bool:
    target = scene.target(reference)
    if target is not None:
        return target.resource_type == "Patient"
    address = str(reference.get("reference", ""))
    return "Patient" in (reference.get("type"), *address.split("/")[-2:-1])


def _model(*path: str) -> type[Any] | None:
    """The model of an element inside CarePlan."""
    model = model_of("CarePlan")
    for name in path:
        model = elements(model)[name].model if model is not None else None
    return model


def timed(found: tuple[Element, Any] | None) -> dict[str, Any]:
    """When, in words and as far as an agreement can hold it: a last day, how often, which days."""
    if found is None:
        return {}
    element, value = found
    timing = value.get("repeat", {}) if element.datatype == "Timing" else {}
    repeat, weekdays = _often(timing)
    return {
        "moment": str(PLAIN.get(element.datatype, str)(value)),
        "due_on": _last(element, value, timing), "repeat": repeat, "weekdays": weekdays,
    }  # fmt: skip


def _last(element: Element, value: Any, timing: Json) -> date | None:
    if element.datatype in ("dateTime", "date"):
        return last_day(value)
    period = value if element.datatype == "Period" else timing.get("boundsPeriod", {})
    return last_day(period["end"]) if isinstance(period, dict) and "end" in period else None


def _often(timing: Json) -> tuple[str, tuple[int, ...]]:
    """Only what is exactly a rule of an agreement; anything else stays in words."""
    days = tuple(_DAYS.index(day) for day in timing.get("dayOfWeek", []) if day in _DAYS)
    plain = not {"frequencyMax", "periodMax", "count", "countMax", "when"} & set(timing)
    times = timing.get("frequency", 1)
    every = (int(timing.get("period", 0)), timing.get("periodUnit"))
    if not plain or timing.get("period", 0) != every[0]:
        return "once", ()
    if every == (1, "d") and times == 1 and not days:
        return "daily", ()
    if days and times in (1, len(days)) and every in ((0, None), (1, "wk"), (2, "wk")):
        return "biweekly" if every == (2, "wk") else "weekly", days
    return ("monthly", ()) if every == (1, "mo") and times == 1 and not days else ("once", ())
