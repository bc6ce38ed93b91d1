"""'Mantelzorg': for a carer what they say and what is asked of them; for others what was shared."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from zorgverband.agenda.queries import visits_between
from zorgverband.agreements.queries import open_agreements
from zorgverband.base import clock
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page

from ..load import load_of, week_of
from ..queries import EVERY, Check, Offer, checks, offers_now
from ..shown import ShownCheck, ShownOffer, load_words, show_check, show_offer


@dataclass(frozen=True)
class Carer:
    """One carer on the page: what they offer, how it went, and what this week holds."""

    face: Face
    offer: ShownOffer | None
    checks: list[ShownCheck]
    week: dict[str, Any]


@require_GET
@network_door
def carers(here: Here) -> HttpResponse:
    """Every carer of whom something is shared with who looks; first oneself."""
    people = faces(here.network)
    offers, said = offers_now(here.network), checks(here.network)
    own = here.seat.side == Side.FAMILY
    shown = [one for one in people if one in offers or one in said]
    members = [here.seat.member, *shown] if own else shown
    weeks = _weeks(here, list(dict.fromkeys(members)), offers)
    found = [
        _carer(people, member, offers.get(member), said.get(member, []), week)
        for member, week in weeks.items()
        if member in people
    ]
    mine = said.get(here.seat.member, [])
    due = own and (not mine or mine[0].on_date <= clock.today() - EVERY)
    return page(
        here, "carers/overview.html", current="more", people=people, own=own, due=due,
        me=found[0] if own else None, others=found[1:] if own else found,
    )  # fmt: skip


def _carer(
    people: dict[UUID, Face], member: UUID, offer: Offer | None, said: list[Check], week: Any
) -> Carer:
    return Carer(
        face=people[member], offer=show_offer(offer, people) if offer else None,
        checks=[show_check(one, people) for one in said], week=week,
    )  # fmt: skip


def _weeks(here: Here, members: list[UUID], offers: dict[UUID, Offer]) -> dict[UUID, Any]:
    """The load of each this week, as far as who looks may read it: four statements, or none."""
    if not members:
        return {}
    first, last = week_of(clock.today())
    visits = visits_between(here.network, first, last)
    agreed = open_agreements(here.network)
    found = {}
    for member in members:
        load = load_of(member, first=first, last=last, visits=visits, agreed=agreed)
        hours = offers[member].hours if member in offers else None
        words, over = load_words(load, hours), load.over(hours)
        found[member] = {"load": load, "words": words, "over": over}
    return found
