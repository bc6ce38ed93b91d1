"""A goal: how it goes, who does what for it, and how it ended."""

from decimal import Decimal
from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.base.refusals import NotHere, NotYours
from zorgverband.plan.actions.add_part import Aim
from zorgverband.plan.models import Goal, GoalStep, Measure

from .planning import act, added, at, post


def test_a_goal_with_a_number_shows_how_it_goes(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.marijke)
    answer = post(
        client, at("add_part", cast, kind="goal"), about=str(cast.jannie.member), domain="",
        words="Weer zelf lopen", measure="number", unit="km", target="2,5", circle="everyone",
    )  # fmt: skip
    goal = Goal.objects.using("owner").get(network=cast.network).item_id
    assert answer.headers["Location"] == at("goal", cast, goal_id=goal)
    for value in ("0,5", "1", "1,5"):
        assert post(client, at("note_step", cast, goal_id=goal), value=value).status_code == 302
    shown = text(client.get(at("goal", cast, goal_id=goal)))
    assert "Eerst 0,5 km, nu 1,5 km. Doel: 2,5 km." in shown
    assert "plan-line" in shown
    assert "Eerst 0,5 km" in text(client_of(cast.jannie).get(at("plan", cast)))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"value": "elf"}, "Dit is geen getal."),
        ({"value": "11"}, "Kies een cijfer van 0 tot en met 10."),
        ({"value": "", "words": " "}, "Vul in hoe het gaat"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_lost(
    cast: Cast, client_of: Any, typed: dict[str, str], sentence: str
) -> None:
    goal = added(cast, cast.marijke, "goal", "Slapen", aim=Aim(measure=Measure.SCALE))
    refused = post(client_of(cast.marijke), at("note_step", cast, goal_id=goal), **typed)
    assert refused.status_code == 422
    assert sentence in text(refused)
    assert not GoalStep.objects.using("owner").filter(item_id=goal).exists()


def test_a_goal_is_closed_once_with_how_it_went(cast: Cast, client_of: Any) -> None:
    goal = added(cast, cast.marijke, "goal", "Slapen")
    client, where = client_of(cast.marijke), at("close_goal", cast, goal_id=goal)
    assert post(client, where, attained="9").status_code == 422
    assert post(client, where, attained="1").status_code == 302
    assert post(client, where, attained="-2").status_code == 409
    assert Goal.objects.using("owner").get(item_id=goal).attained == 1
    assert "beter dan gehoopt" in text(client_of(cast.jannie).get(at("closed_goals", cast)))
    with pytest.raises(Exception, match="AlreadyClosed"):
        act(cast, cast.marijke, "note_step", goal=goal, value=None, words="Nog iets")


def test_an_agreement_is_asked_for_a_goal(cast: Cast, client_of: Any) -> None:
    goal = added(cast, cast.marijke, "goal", "Elke dag een praatje")
    client = client_of(cast.marijke)
    shown = text(client.get(at("goal", cast, goal_id=goal)))
    assert f"?goal={goal}" in shown
    asked = post(client, at("ask_agreement", cast), what="Koffie drinken", goal=str(goal),
                 executor=str(cast.peter.member), subject=14, circle="everyone")  # fmt: skip
    assert asked.status_code == 302
    assert "Koffie drinken" in text(client.get(at("goal", cast, goal_id=goal)))
    assert "Elke dag een praatje" in text(client.get(asked.headers["Location"]))
    assert "Koffie drinken" in text(client.get(at("plan_of_member", cast,
                                                  member_id=cast.peter.member)))  # fmt: skip


def test_who_reads_a_goal_but_may_not_write_says_nothing_about_it(
    cast: Cast, client_of: Any
) -> None:
    from zorgverband.sharing.subjects import Subject

    goal = added(cast, cast.marijke, "goal", "Slapen")
    cast.permit(cast.peter, Subject.ARRANGEMENTS, about=cast.jannie, read=True, past=True)
    shown = text(client_of(cast.peter).get(at("goal", cast, goal_id=goal)))
    assert "Slapen" in shown
    assert "of het afsluiten" not in shown
    for verb, said in (
        ("note_step", {"value": None, "words": "Goed"}),
        ("close_goal", {"attained": 1}),
    ):
        with pytest.raises(NotYours):
            act(cast, cast.peter, verb, goal=goal, **said)
    assert post(client_of(cast.peter), at("end_part", cast, part_id=goal)).status_code == 403


def test_at_an_evaluation_a_goal_is_weighed_and_goes_on(cast: Cast, client_of: Any) -> None:
    goal = added(cast, cast.marijke, "goal", "Slapen")
    client, where = client_of(cast.marijke), at("close_goal", cast, goal_id=goal)
    assert post(client, where, attained="", go_on="1").status_code == 422
    assert post(client, where, attained="-1", go_on="1").status_code == 302
    row = Goal.objects.using("owner").get(item_id=goal)
    assert (row.attained, row.closed_at) == (None, None)
    assert "minder dan gehoopt" in text(client_of(cast.jannie).get(at("plan", cast)))
    assert post(client, where, attained="2", go_on="1").status_code == 302
    shown = text(client.get(at("goal", cast, goal_id=goal)))
    steps = shown[shown.index("Hoe ging het tot nu toe?") :]
    assert steps.index("veel beter dan gehoopt") < steps.index("minder dan gehoopt")


def test_how_a_goal_is_measured_can_be_said_later(cast: Cast, client_of: Any) -> None:
    goal = added(cast, cast.marijke, "goal", "Weer lopen")
    client, where = client_of(cast.marijke), at("set_aim", cast, goal_id=goal)
    aim = {"measure": "number", "unit": "km", "target": "2,5", "due_on": "2199-01-01"}
    for wrong in ({"target": "ver"}, {"due_on": "2020-01-01"}, {"measure": "kilo"}):
        assert post(client, where, **aim | wrong).status_code == 422
    assert post(client, where, **aim).status_code == 302
    for value in ("1", "2"):
        post(client, at("note_step", cast, goal_id=goal), value=value)
    shown = text(client_of(cast.jannie).get(at("goal", cast, goal_id=goal)))
    for words in ("Eerst 1 km, nu 2 km. Doel: 2,5 km.", "1 januari 2199", "chart-aim",
                  "Anders afgesproken hoe we dit doel meten"):  # fmt: skip
        assert words in shown, words
    refused = post(client, where, **aim | {"measure": "scale"})
    assert refused.status_code == 422
    assert "Er staan al getallen bij dit doel." in text(refused)
    assert post(client_of(cast.linda), where, **aim).status_code == 302
    with pytest.raises(NotHere):
        act(cast, cast.ria, "set_aim", goal=goal, aim=Aim())


def test_a_goal_of_nought_says_so(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.marijke)
    goal = added(cast, cast.marijke, "goal", "Niet meer vallen",
                 aim=Aim(measure=Measure.NUMBER, unit="keer", target=Decimal(0)))  # fmt: skip
    post(client, at("note_step", cast, goal_id=goal), value="3")
    assert "Nu 3 keer. Doel: 0 keer." in text(client.get(at("goal", cast, goal_id=goal)))
