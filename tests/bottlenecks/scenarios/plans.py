"""The plan: goals without help, worries without a goal, looking back too late."""

from typing import Any

from zorgverband.sharing.subjects import Subject as S

from ..bank import AGAIN, FOUND, HIDDEN, NEAR, OVER, Stage, scenario
from ..facts import agreement, becomes, ends, part

GOAL, NEED = "goal_without_agreement", "need_without_help"
REVIEW, STALE = "review_overdue", "plan_stale"


def for_goal(goal: Any) -> dict[str, Any]:
    """What says that an agreement is for that goal."""
    return {"goal_id": goal}


@scenario(GOAL, FOUND)
def _(s: Stage) -> None:
    """A goal stands for three weeks; nobody does anything for it."""
    part(s, "goal", day=-21)
    s.wants(0, marijke=GOAL, hanneke=GOAL, jannie=GOAL, peter="", linda="")


@scenario(GOAL, NEAR)
def _(s: Stage) -> None:
    """A goal of last week; and one for which something runs."""
    part(s, "goal", day=-7)
    goal = part(s, "goal", day=-21)
    agreement(s, columns=for_goal(goal))
    s.wants(0, marijke="", hanneke="")


@scenario(GOAL, HIDDEN)
def _(s: Stage) -> None:
    """Only something medical is agreed for it. For a coordinator of the municipality that is as if
    there were nothing; for one of care it is help."""
    s.member("linda", coordinator=True)
    goal = part(s, "goal", day=-21)
    agreement(s, subject=S.HEALTH, by="fatima", columns=for_goal(goal))
    s.wants(0, linda=GOAL, hanneke="", marijke="")


@scenario(GOAL, HIDDEN)
def _(s: Stage) -> None:
    """A goal about the mind is not for the municipality."""
    s.member("linda", coordinator=True)
    part(s, "goal", day=-21, subject=S.HEALTH)
    s.wants(0, linda="", hanneke=GOAL)


@scenario(GOAL, OVER)
def _(s: Stage) -> None:
    """Something is asked for it."""
    goal = part(s, "goal", day=-21)
    s.wants(0, marijke=GOAL)
    agreement(s, state="asked", asked=0, columns=for_goal(goal))
    s.wants(0.1, marijke="", hanneke="")


@scenario(GOAL, AGAIN)
def _(s: Stage) -> None:
    """What was asked for it is called off."""
    goal = part(s, "goal", day=-21)
    one = agreement(s, columns=for_goal(goal))
    s.wants(0, marijke="")
    becomes(s, one, "cancelled", 1)
    s.wants(2, marijke=GOAL)


@scenario(NEED, FOUND)
def _(s: Stage) -> None:
    """A worry about money for three weeks, and no goal for it."""
    part(s, "worry", day=-21, title="De post blijft liggen", columns={"domain": "money"})
    s.wants(0, marijke=NEED, hanneke=NEED, jannie=NEED, linda="", ria="")


@scenario(NEED, FOUND)
def _(s: Stage) -> None:
    """A part of life that got a 2, and no goal for it."""
    part(s, "score", day=-21, title="Wonen", columns={"domain": "housing", "value": 2})
    s.wants(0, marijke=NEED, hanneke=NEED)


@scenario(NEED, NEAR)
def _(s: Stage) -> None:
    """A 3 is no need; a worry of last week has time; a worry with a goal has help."""
    part(s, "score", day=-21, title="Wonen", columns={"domain": "housing", "value": 3})
    part(s, "worry", day=-7, title="De post", columns={"domain": "money"})
    part(s, "worry", day=-21, title="Alleen", columns={"domain": "relations"})
    part(s, "goal", day=-5, title="Meer bezoek", columns={"domain": "relations"})
    s.wants(0, marijke="", hanneke="")


@scenario(NEED, HIDDEN)
def _(s: Stage) -> None:
    """The only goal for it is medical: for the municipality as if there were none."""
    s.member("linda", coordinator=True)
    part(s, "worry", day=-21, title="De post", columns={"domain": "money"})
    part(s, "goal", day=-5, subject=S.HEALTH, columns={"domain": "money"})
    s.wants(0, linda=NEED, hanneke="")


@scenario(NEED, OVER)
def _(s: Stage) -> None:
    """The worry is taken out of the plan."""
    one = part(s, "worry", day=-21, title="De post", columns={"domain": "money"})
    s.wants(0, marijke=NEED)
    ends(s, one)
    s.wants(0.1, marijke="")


@scenario(NEED, AGAIN)
def _(s: Stage) -> None:
    """The goal for it ends, and the worry is still there."""
    part(s, "worry", day=-21, title="De post", columns={"domain": "money"})
    goal = part(s, "goal", day=-5, title="Orde in de post", columns={"domain": "money"})
    s.wants(0, marijke="")
    ends(s, goal, 1)
    s.wants(2, marijke=NEED)


def cycle(s: Stage, review: float, day: float = -30, **header: Any) -> Any:
    """A round of the plan with the day to look back."""
    return part(s, "cycle", day=day, title="Terugkijken", columns={"review_on": s.on(review)},
                **header)  # fmt: skip


@scenario(REVIEW, FOUND)
def _(s: Stage) -> None:
    """Looking back was planned for the day before yesterday."""
    cycle(s, -2)
    s.wants(0, marijke=REVIEW, hanneke=REVIEW, jannie=REVIEW, linda=REVIEW, ria="")
    s.owner_is("hanneke")


@scenario(REVIEW, NEAR)
def _(s: Stage) -> None:
    """Looking back is planned for today."""
    cycle(s, 0)
    s.wants(0, marijke="", hanneke="")


@scenario(REVIEW, HIDDEN)
def _(s: Stage) -> None:
    """A round of a plan about treatment is not for the municipality."""
    cycle(s, -2, subject=S.TREATMENT, by="fatima")
    s.wants(0, fatima=REVIEW, linda="", ria="")


@scenario(REVIEW, OVER)
def _(s: Stage) -> None:
    """The next round begins."""
    one = cycle(s, -2)
    s.wants(0, marijke=REVIEW)
    ends(s, one)
    cycle(s, 90, day=0)
    s.wants(0.1, marijke="")


@scenario(REVIEW, AGAIN)
def _(s: Stage) -> None:
    """That round passes its day too."""
    one = cycle(s, -2)
    s.wants(0, marijke=REVIEW)
    ends(s, one)
    cycle(s, 10, day=0)
    s.wants(1, marijke="")
    s.wants(12, marijke=REVIEW)


@scenario(STALE, FOUND)
def _(s: Stage) -> None:
    """A plan in which nothing changed for seven months, without a day to look back."""
    part(s, "strength", day=-210, title="De buren")
    s.wants(0, hanneke=STALE, marijke=STALE, jannie=STALE, peter="", linda="")


@scenario(STALE, NEAR)
def _(s: Stage) -> None:
    """Five months is not half a year; and a plan with a day to look back is looked after."""
    part(s, "strength", day=-150, title="De buren")
    s.wants(0, hanneke="")


@scenario(STALE, HIDDEN)
def _(s: Stage) -> None:
    """Something medical in it changed last week: not so for the municipality."""
    s.member("linda", coordinator=True)
    part(s, "strength", day=-210, title="De buren")
    part(s, "strength", day=-7, subject=S.HEALTH, title="Herstelt goed")
    s.wants(0, linda=STALE, hanneke="")


@scenario(STALE, OVER)
def _(s: Stage) -> None:
    """Something is added."""
    part(s, "strength", day=-210, title="De buren")
    s.wants(0, hanneke=STALE)
    part(s, "strength", day=0, title="De tuin")
    s.wants(0.1, hanneke="")


@scenario(STALE, AGAIN)
def _(s: Stage) -> None:
    """And then nothing for half a year again."""
    part(s, "strength", day=-210, title="De buren")
    part(s, "strength", day=0, title="De tuin")
    s.wants(1, hanneke="")
    s.wants(185, hanneke=STALE)
