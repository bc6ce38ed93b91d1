"""Goal: what a treatment is meant to reach. It becomes a goal in the plan, readable for care only.

A goal of care is medical whatever its category says: what was told to a care professional stays
behind the wall, and a category nobody knows says nothing.
"""

from zorgverband.fhir.fact import Json
from zorgverband.fhir.intake.elements import elements, model_of
from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene, choice_in
from zorgverband.fhir.planned import Aim, Planned, State
from zorgverband.fhir.wording.codes import codes_of
from zorgverband.fhir.wording.dates import last_day
from zorgverband.fhir.wording.quantities import unit

_STATUS = {"rejected": "Afgewezen", "cancelled": "Vervallen", "proposed": "Voorgesteld"}
_STATES: dict[str, State] = {"completed": "closed", "cancelled": "over", "rejected": "over"}
# Of goal-achievement only what says how it ended; "improving" is no end.
_ATTAINED = {"achieved": 0, "sustaining": 0, "not-achieved": -1, "not-attainable": -2}
_MOST = 10**7


def _title(scene: Scene) -> str:
    words = scene.concept("description") or "Doel, niet omschreven"
    before = _STATUS.get(scene.raw.get("lifecycleStatus", ""))
    return f"{before}: {words}" if before else words


def _plan(scene: Scene) -> Planned:
    raw = scene.raw
    return Planned(
        part="goal",
        state=_STATES.get(raw.get("lifecycleStatus", ""), "now"),
        by_client=_by_client(scene),
        aim=_aim(raw),
    )


def _by_client(scene: Scene) -> bool:
    """Whether the source says that the client said so; the family is somebody else."""
    reference = scene.raw.get("expressedBy", {})
    target = scene.target(reference)
    if target is not None:
        return target.resource_type == "Patient"
    return "Patient" in (reference.get("type"), *str(reference.get("reference")).split("/")[:1])


def _aim(raw: Json) -> Aim:
    """One target with a number or a yes can be followed here; any other stays in words."""
    targets = raw.get("target", [])
    found = {code.code for code in codes_of(raw.get("achievementStatus", {}))}
    attained = next((_ATTAINED[code] for code in _ATTAINED if code in found), None)
    days = [last_day(one["dueDate"]) for one in targets if "dueDate" in one]
    due = max(days) if days else None
    model = model_of("Goal")
    inner = elements(model)["target"].model if model is not None else None
    choice = choice_in(targets[0], inner, "detail") if len(targets) == 1 else None
    if choice is None:
        return Aim(due_on=due, attained=attained)
    kind, value = choice[0].datatype, choice[1]
    if kind == "boolean":
        return Aim(measure="yes_no", due_on=due, attained=attained)
    if kind == "Quantity" and "comparator" not in value and "value" in value:
        exact = round(value["value"], 2)
        if exact == value["value"] and abs(exact) < _MOST:
            return Aim(measure="number", unit=unit(value), target=exact, due_on=due,
                       attained=attained)  # fmt: skip
    number = kind in ("Range", "Quantity", "integer")
    return Aim(measure="number" if number else "", unit=_unit(value) if number else "",
               due_on=due, attained=attained)  # fmt: skip


def _unit(value: object) -> str:
    if not isinstance(value, dict):
        return ""
    return unit(value.get("low") or value.get("high") or value)


RECIPE = Recipe(
    resource_type="Goal",
    kind="goal",
    subject="treatment",
    title=_title,
    when=("start", "statusDate"),
    starts=("start",),
    authors=("expressedBy",),
    status=("lifecycleStatus",),
    codes=("description",),
    told=frozenset({"description"}),
    plan=_plan,
)
