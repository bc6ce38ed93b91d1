"""Plans, goals, teams and requests: what they become here, once, and for whose eyes."""

from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.agreements.actions import accept_agreement
from zorgverband.agreements.models import Agreement
from zorgverband.fhir import became
from zorgverband.networks.models import Member
from zorgverband.plan.actions import end_part, set_aside, take_up
from zorgverband.plan.models import Belonging, Goal, PlanPart, Suggestion
from zorgverband.sharing.models import Item, Version
from zorgverband.sharing.subjects import Subject

from .planning import GOAL, THERAPIST, activity, care_plan, file, mate, request, team
from .samples import Json, bundle, concept
from .storing import JANNIE, stored

PATIENT = {"reference": "Patient/jannie"}
DIARY = activity("Keep a diary", performer=[PATIENT], goal=[{"reference": f"Goal/{GOAL['id']}"}])


def rows(model: Any, cast: Cast, **where: Any) -> list[Any]:
    """Everything of one table in the network, as the owner sees it."""
    found = model.objects.using("owner").filter(network_id=cast.network, **where)
    return list(found.order_by("pk"))


def open_ones(cast: Cast, kind: str = "deed") -> list[str]:
    """What still waits."""
    found = rows(Suggestion, cast, kind=kind, agreement_id=None, closed_at=None, ended_at=None)
    return sorted(one.what for one in found)


def does(cast: Cast, who: Somebody, act: Any, **said: Any) -> Any:
    """An act of the plan as somebody."""
    with inside(who.person, (cast.network,)) as viewer:
        return act(seat=viewer.seat(cast.network), person=who.person, **said)


def page(client: Any, cast: Cast, name: str, **parts: Any) -> str:
    """The words of a page."""
    answer = client.get(reverse(name, kwargs={"network_id": cast.network} | parts))
    return str(answer.content.decode())


def test_a_plan_brings_its_goal_its_deeds_and_its_team(cast: Cast) -> None:
    wash = activity("Wash", performer=[{"reference": "Practitioner/p1"}])
    told = stored(cast, cast.anouk, file(
        care_plan(wash, activity("Swim", performer=[{"display": "Kees Duin"}]),
                  careTeam=[{"reference": "CareTeam/t1"}], status="active"),
        team(mate("Kees Duin", "swimming teacher"), mate("Anouk Visser"), {"member": PATIENT}),
        request(basedOn=[{"reference": "CarePlan/3f0c2a54-7f2e-4a26-9f5e-1f4f7a9f0001"}]),
    ))  # fmt: skip
    plan, goal = rows(PlanPart, cast, kind="other_plan"), rows(PlanPart, cast, kind="goal")
    assert [one.item.title for one in (*plan, *goal)] == [
        "Zorgplan: Walking plan", "Walk to the shop again",
    ]  # fmt: skip
    kinds = {one.item.kind for one in rows(Belonging, cast, whole_id=plan[0].item_id)}
    assert kinds == {"plan_goal", "care_team", "service_request"}
    assert (open_ones(cast), open_ones(cast, "person")) == (["Blood test", "Swim"], ["Kees Duin"])
    (asked,) = rows(Agreement, cast)
    assert (asked.executor_id, asked.state) == (cast.joost.member, "asked")
    said = [sentence for kind, sentence in told.became if kind == "CareTeam.participant"]
    assert said == [became.INVITE, became.TAKES_PART, became.CLIENT]
    assert (
        not Member.objects.using("owner")
        .filter(network_id=cast.network, person__family_name="Duin")
        .exists()
    )


def test_what_the_client_does_binds_after_their_own_yes_also_when_they_import(cast: Cast) -> None:
    stored(cast, cast.jannie, file(care_plan(DIARY)))
    (asked,) = rows(Agreement, cast)
    (goal,) = rows(Goal, cast)
    assert (asked.executor_id, asked.state) == (cast.jannie.member, "asked")
    assert asked.goal_id == goal.item_id
    does(cast, cast.jannie, accept_agreement, agreement=asked.item_id)
    assert rows(Agreement, cast)[0].state == "accepted"


def test_who_cannot_read_it_is_not_asked(cast: Cast) -> None:
    ria = activity("Shopping", performer=[{"display": "Ria Bos"}])
    stored(cast, cast.anouk, file(care_plan(ria)))
    assert not rows(Agreement, cast)
    assert open_ones(cast) == ["Shopping"]


def test_the_same_again_makes_nothing_and_a_change_keeps_what_was_decided(cast: Cast) -> None:
    first = file(care_plan(activity("Swim"), activity("Rest"), activity("Dance"), DIARY))
    stored(cast, cast.anouk, first)
    assert not stored(cast, cast.anouk, first).became
    rest = next(one for one in rows(Suggestion, cast) if one.what == "Rest")
    does(cast, cast.anouk, set_aside, suggestion=rest.id)
    swim = next(one for one in rows(Suggestion, cast) if one.what == "Swim")
    does(cast, cast.anouk, take_up, suggestion=swim.id, executor=cast.joost.member)
    goal = rows(Goal, cast)[0].item_id
    does(cast, cast.anouk, end_part, part=goal)
    changed = care_plan(activity("Rest"), activity("Swim", "in-progress"), activity("Bike"), DIARY)
    again = bundle(JANNIE, THERAPIST, {**GOAL, "description": {"text": "Walk far"}}, changed)
    told = stored(cast, cast.anouk, again)
    assert sorted(told.changed) == ["CarePlan", "Goal"]
    assert open_ones(cast) == ["Bike"]
    assert len(rows(Agreement, cast)) == 2
    dance = next(one for one in rows(Suggestion, cast) if one.what == "Dance")
    assert dance.ended_at is not None
    # Both versions are kept; what was taken out of the plan here stays out.
    assert {one.title for one in rows(Version, cast)} >= {"Walk to the shop again"}
    assert rows(PlanPart, cast, kind="goal")[0].ended_at is not None


def test_a_colleague_who_takes_over_a_newer_plan_asks_nobody_twice(cast: Cast) -> None:
    stored(cast, cast.anouk, file(care_plan(DIARY, activity("Swim"))))
    stored(cast, cast.jannie, file(care_plan(DIARY, activity("Swim"), description="More")))
    there = rows(PlanPart, cast, kind="other_plan")
    assert [one.ended_at is None for one in there] == [False, True]
    assert len(rows(Agreement, cast)) == 1
    assert open_ones(cast) == ["Swim"]


def test_a_goal_that_comes_with_a_later_file_is_tied_to_its_plan(cast: Cast) -> None:
    whole = care_plan(contained=[{**GOAL, "id": "inner"}], goal=[{"reference": "#inner"}])
    stored(cast, cast.anouk, bundle(JANNIE, whole))
    assert len(rows(Belonging, cast)) == 1
    walk = care_plan(id="3f0c2a54-7f2e-4a26-9f5e-1f4f7a9f0002")
    stored(cast, cast.anouk, bundle(JANNIE, walk))
    assert len(rows(Belonging, cast)) == 1
    stored(cast, cast.anouk, bundle(JANNIE, walk, GOAL))
    assert len(rows(Belonging, cast)) == 2


@pytest.mark.parametrize(
    "category",
    [None, "dietary", "safety", "behavioral", "nursing", "physiotherapy", "social", "unheard-of"],
)
def test_whatever_its_category_it_is_medical(cast: Cast, category: str | None) -> None:
    system = "http://terminology.hl7.org/CodeSystem/goal-category"
    label = {"category": [concept(code=category, system=system)]} if category else {}
    stored(cast, cast.anouk, bundle(JANNIE, {**GOAL, **label}, care_plan(**label)))
    assert {one.subject for one in rows(Item, cast)} == {Subject.TREATMENT}


def test_a_plan_about_the_mind_is_read_by_fewer(cast: Cast) -> None:
    stored(cast, cast.anouk, file(care_plan(activity("Talk"), title="Plan depressie")))
    (plan,) = rows(PlanPart, cast, kind="other_plan")
    assert plan.item.subject == Subject.MIND


def test_the_social_side_and_the_neighbour_find_nothing_of_it(cast: Cast, client_of: Any) -> None:
    stored(cast, cast.anouk, file(
        care_plan(activity("Swim"), DIARY), team(mate("Kees Duin")), request(),
    ))  # fmt: skip
    (plan,) = rows(PlanPart, cast, kind="other_plan")
    secret = (
        "Walking",
        "Swim",
        "Kees",
        "Blood",
        "Walk to",
        "diary",
        "voorstel uit",
        str(plan.item_id),
    )
    for who in (cast.linda, cast.ria):
        client = client_of(who)
        for name in ("plan", "plan_suggestions"):
            shown = page(client, cast, name)
            assert not [word for word in secret if word in shown]
        at = {"network_id": cast.network, "part_id": plan.item_id}
        assert client.get(reverse("other_plan", kwargs=at)).status_code == 404
    shown = page(client_of(cast.anouk), cast, "plan_suggestions")
    assert [word for word in ("Swim", "Kees", "Blood") if word in shown] == [
        "Swim",
        "Kees",
        "Blood",
    ]


@pytest.mark.parametrize(
    ("status", "part", "closed", "ended"),
    [
        ("active", "Walk to the shop again", False, False),
        ("proposed", "Voorgesteld: Walk to the shop again", False, False),
        ("completed", "Walk to the shop again", True, False),
        ("cancelled", "Vervallen: Walk to the shop again", False, True),
    ],
)
def test_how_a_goal_stands_is_told(
    cast: Cast, status: str, part: str, closed: bool, ended: bool
) -> None:
    achieved = {"coding": [{"system": "x", "code": "achieved"}]}
    target = {"measure": concept("Walking"), "dueDate": "2014-09",
              "detailQuantity": {"value": 2.5, "unit": "km"}}  # fmt: skip
    goal: Json = {**GOAL, "lifecycleStatus": status, "achievementStatus": achieved,
                  "target": [target]}  # fmt: skip
    stored(cast, cast.anouk, bundle(JANNIE, goal))
    (row,), (there,) = rows(Goal, cast), rows(PlanPart, cast)
    assert (there.item.title, row.closed_at is not None, there.ended_at is not None) == (
        part, closed, ended,
    )  # fmt: skip
    assert (row.measure, row.unit, float(row.target)) == ("number", "km", 2.5)
    assert (row.attained, row.due_on.isoformat()) == (0 if closed else None, "2014-09-30")
