"""'Plan': what somebody wants, their goals and who does what, per client and for the household."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from zorgverband.agreements.queries import open_agreements
from zorgverband.membership.checks import leads
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.sharing.subjects import Subject

from .. import queries
from ..forms import plan_abouts
from ..shown import abouts_of, show_plan


@require_safe
@network_door
def plan(here: Here) -> HttpResponse:
    """The plan as this person may read it; a plan that hides nothing but what is not theirs."""
    people = faces(here.network)
    whose, rest = show_plan(
        queries.parts(here.network), steps=queries.steps(here.network),
        agreements=open_agreements(here.network), seat=here.seat, people=people,
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
    )  # fmt: skip
