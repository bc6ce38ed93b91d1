"""'Plan': what somebody wants, their goals and who does what, per client and for the household."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from zorgverband.membership.checks import leads
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces
from zorgverband.sharing.beside import remarks
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.sharing.subjects import Subject

from ..forms import plan_abouts
from ..open_plan import open_plan
from ..queries import closed_goals as goals_closed
from ..queries import steps
from ..shown import abouts_of, show_goal, show_plan


@require_safe
@network_door
def plan(here: Here) -> HttpResponse:
    """The plan as this person may read it; a plan that hides nothing but what is not theirs."""
    people = faces(here.network)
    found = open_plan(network=here.network, member=here.seat.member)
    whose, rest = show_plan(
        found.parts, steps=found.steps, agreements=found.agreements, seat=here.seat, people=people,
        many=found.many, gone=found.gone,
        asked=found.asked,
    )  # fmt: skip
    return page(
        here, "plan/plan.html", current="plan", people=people, rest=rest,
        shown=[one for one in whose if one.shown],
        may_start=any(
            here.seat.may_write(about=about, subject=Subject.ARRANGEMENTS)
            for about, _name in abouts_of(here.seat, people)
        ),
        may_write=bool(plan_abouts(here.seat, people)), several=len(whose) > 1,
        client=here.seat.side == Side.CLIENT,
        may_begin=leads(here.seat), empty=all(one.empty for one in whose),
        waiting=found.suggested,
        said=remarks(
            seat=here.seat, people=people,
            items=[part.id for part in found.parts] + [one.id for one in found.agreements],
        ),
    )  # fmt: skip


@require_safe
@network_door
def closed_goals(here: Here) -> HttpResponse:
    """Goals that were closed, with how each went: per client and for the household."""
    people, going = faces(here.network), steps(here.network)
    found = goals_closed(here.network)
    groups = [
        (about, name, [
            show_goal(one, going.get(one.id, ()), here.network)
            for one in found if one.about == about
        ])
        for about, name in abouts_of(here.seat, people)
    ]  # fmt: skip
    return page(
        here, "plan/closed.html", current="plan", people=people, several=len(groups) > 1,
        groups=[group for group in groups if group[2]],
    )  # fmt: skip
