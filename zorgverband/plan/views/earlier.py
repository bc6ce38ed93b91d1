"""What was said when one looked back before: a section for each round that is over."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.ui.dates import full_date

from .. import queries
from ..kinds import REVIEW
from ..reviewing import Round, rounds
from ..shown import abouts_of, show_goal, show_part


@require_safe
@network_door
def earlier_reviews(here: Here) -> HttpResponse:
    """Per client and for the household the rounds that are over, as far as they are for this person."""
    people, found = faces(here.network), queries.parts_ever(here.network)
    abouts = abouts_of(here.seat, people)
    looked = [
        _shown(here, one, name if len(abouts) > 1 else "", people)
        for about, name in abouts
        for one in rounds(found, about=about)
    ]
    return page(here, "plan/earlier.html", current="plan", people=people, looked=looked)


def _shown(here: Here, one: Round, name: str, people: dict[UUID, Face]) -> dict[str, Any]:
    said = [
        (
            kind,
            [show_part(part, here.network, people) for part in one.said if part.kind == kind.code],
        )
        for kind in REVIEW
    ]
    return {
        "name": name,
        "began": full_date(one.began),
        "ended": full_date(one.ended),
        "said": [group for group in said if group[1]],
        "goals": [show_goal(goal, (), here.network) for goal in one.goals],
    }
