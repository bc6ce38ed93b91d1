"""What becomes of plans, goals, teams and requests, counted over the public examples from the JSON
itself by the words of the FHIR standard, and held against what stands in the database."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from django.db import transaction

from tests.cast import Cast
from tests.visitor import inside
from zorgverband.agreements.models import Agreement
from zorgverband.base import clock
from zorgverband.fhir.actions import Stored, store
from zorgverband.fhir.fact import Reading
from zorgverband.fhir.incoming import read_files
from zorgverband.fhir.tests import material
from zorgverband.plan.models import Belonging, Goal, PlanPart, Suggestion
from zorgverband.record.models import Source
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import LAST_MEDICAL

KINDS = ("CarePlan", "Goal", "CareTeam", "ServiceRequest")
# CarePlan.status and Goal.lifecycleStatus that say it is over; activity and request statuses under
# which something is still to be done (hl7.org/fhir/R4, value sets request-status, goal-status and
# care-plan-activity-status).
PLAN_OVER = {"completed", "revoked"}
TO_DO = {"not-started", "scheduled", "in-progress", "draft", "active"}


@dataclass
class Told:
    """What the JSON says: resources by kind, and what can be done with what stands in them."""

    resources: Counter[str] = field(default_factory=Counter)
    inside_bills: int = 0
    plans_over: int = 0
    goals_closed: int = 0
    goals_over: int = 0
    deeds: int = 0
    activities: int = 0
    mates: int = 0
    participants: int = 0
    goals_of_plans: int = 0
    linked_deeds: int = 0


def resources(name: str) -> Iterator[tuple[Any, Any]]:
    """Every resource of these files with what it is contained in."""
    for path in material.files(name):
        waiting = [(json.loads(path.read_bytes()), None)]
        while waiting:
            one, container = waiting.pop()
            waiting += [(e["resource"], None) for e in one.get("entry", []) if "resource" in e]
            waiting += [(inner, one) for inner in one.get("contained", [])]
            yield one, container


def past(end: str | None) -> bool:
    """Whether a period that ended then is over: all dates of the examples are full ones."""
    return end is not None and end[:10] < clock.today().isoformat()


def counted(name: str) -> Told:
    """The count, from the standard and nothing else."""
    told = Told()
    for one, container in resources(name):
        kind = one.get("resourceType")
        if kind not in KINDS:
            continue
        if container is not None and container["resourceType"] == "ExplanationOfBenefit":
            told.inside_bills += 1
            continue
        told.resources[kind] += 1
        {"CarePlan": _plan, "Goal": _goal, "CareTeam": _team, "ServiceRequest": _request}[kind](
            told, one, container
        )
    return told


def _plan(told: Told, one: Any, _container: Any) -> None:
    over = one["status"] in PLAN_OVER
    told.plans_over += over
    told.goals_of_plans += len(one.get("goal", []))
    for activity in one.get("activity", []):
        told.activities += 1
        detail = activity.get("detail", {"status": "scheduled"})
        to_do = not over and detail["status"] in TO_DO and not detail.get("doNotPerform")
        told.deeds += to_do
        told.linked_deeds += to_do and bool(detail.get("goal"))


def _goal(told: Told, one: Any, _container: Any) -> None:
    told.goals_closed += one["lifecycleStatus"] == "completed"
    told.goals_over += one["lifecycleStatus"] in {"cancelled", "rejected"}


def _team(told: Told, one: Any, container: Any) -> None:
    over = one.get("status") == "inactive" or past(one.get("period", {}).get("end"))
    over = over or (container is not None and container.get("status") in PLAN_OVER)
    for participant in one.get("participant", []):
        told.participants += 1
        client = "Patient/" in participant["member"].get("reference", "")
        gone = past(participant.get("period", {}).get("end"))
        told.mates += not (over or client or gone)


def _request(told: Told, one: Any, _container: Any) -> None:
    told.deeds += one["status"] in TO_DO and not one.get("doNotPerform")


def found(cast: Cast) -> Told:
    """The same count, of what stands in the database."""
    here = {"network_id": cast.network}
    parts = PlanPart.objects.using("owner").filter(**here)
    goals = Goal.objects.using("owner").filter(**here)
    suggested = Suggestion.objects.using("owner").filter(**here)
    told = Told(resources=Counter(
        Source.objects.using("owner").filter(**here).values_list("resource_type", flat=True)
    ))  # fmt: skip
    told.plans_over = parts.filter(kind="other_plan", ended_at__isnull=False).count()
    told.goals_closed = goals.filter(closed_at__isnull=False).count()
    told.goals_over = parts.filter(kind="goal", ended_at__isnull=False).count()
    told.deeds = suggested.filter(kind="deed").count()
    told.linked_deeds = suggested.filter(kind="deed", goal_id__isnull=False).count()
    told.mates = suggested.filter(kind="person").count()
    told.goals_of_plans = (
        Belonging.objects.using("owner").filter(**here, item__kind="plan_goal").count()
    )
    return told


COMPARED = ("plans_over", "goals_closed", "goals_over", "deeds", "linked_deeds", "mates",
            "goals_of_plans")  # fmt: skip


def differences(told: Told, there: Told) -> list[str]:
    """In which counts the files and the database differ."""
    names = [name for name in COMPARED if getattr(told, name) != getattr(there, name)]
    return names if told.resources == there.resources else [*names, "resources"]


def taken(cast: Cast, reading: Reading) -> Stored:
    """Take it over as the care coordinator of Jannie."""
    with inside(cast.anouk.person, (cast.network,)) as viewer:
        return store(
            seat=viewer.seat(cast.network), person=cast.anouk.person, about=cast.jannie.member,
            reading=reading, other_person=True,
        )  # fmt: skip


@pytest.fixture(scope="module", params=["hl7", "synthea", "nictiz"])
def example(request: pytest.FixtureRequest) -> tuple[str, Reading]:
    """One set, with only these four kinds of what was read."""
    reading = read_files(material.files(request.param))
    return request.param, replace(
        reading,
        facts=tuple(fact for fact in reading.facts if fact.resource_type in KINDS),
        left_out=tuple(one for one in reading.left_out if one.resource_type in KINDS),
    )


def test_every_resource_has_its_place_and_the_counts_are_those_of_the_files(
    cast: Cast, example: tuple[str, Reading]
) -> None:
    name, reading = example
    told = counted(name)
    stored = taken(cast, reading)
    there = found(cast)
    assert differences(told, there) == []
    assert len(stored.left_out) == told.inside_bills
    # What is told to the reader adds up too: one line for each resource, activity and participant.
    said = Counter(kind for kind, _sentence in stored.became)
    assert {kind: said[kind] for kind in KINDS} == {kind: told.resources[kind] for kind in KINDS}
    assert said["CarePlan.activity"] == told.activities
    assert said["CareTeam.participant"] == told.participants
    # All of it is medical, whatever its category says, and nobody became a member or was asked.
    subjects = Item.objects.using("owner").filter(network_id=cast.network)
    assert max(subjects.values_list("subject", flat=True)) <= LAST_MEDICAL
    assert not Agreement.objects.using("owner").filter(network_id=cast.network).exists()
    _again(cast, reading, there)
    _a_lost_one_is_seen(cast, told)


def _again(cast: Cast, reading: Reading, before: Told) -> None:
    again = taken(cast, reading)
    assert not again.created
    assert not again.changed
    assert not again.became
    assert found(cast) == before


def _a_lost_one_is_seen(cast: Cast, told: Told) -> None:
    """The control: take one away of each kind, and the comparison names it."""
    here = {"network_id": cast.network}
    for rows, name in (
        (Suggestion.objects.using("owner").filter(**here, kind="deed"), "deeds"),
        (Source.objects.using("owner").filter(**here, resource_type="CarePlan"), "resources"),
    ):
        with transaction.atomic(using="owner"):
            first = rows.first()
            assert first is not None
            first.delete(using="owner")
            assert name in differences(told, found(cast))
            transaction.set_rollback(True, using="owner")
    assert differences(told, found(cast)) == []


def test_the_count_itself_sees_what_the_standard_says() -> None:
    told = Told()
    _plan(told, {"status": "active", "activity": [
        {"detail": {"status": "scheduled", "doNotPerform": True}}, {"detail": {"status": "stopped"}},
        {"detail": {"status": "in-progress", "goal": [{}]}}, {"reference": {"display": "x"}},
    ]}, None)  # fmt: skip
    _plan(told, {"status": "revoked", "activity": [{"detail": {"status": "scheduled"}}]}, None)
    assert (told.plans_over, told.activities, told.deeds, told.linked_deeds) == (1, 5, 2, 1)
