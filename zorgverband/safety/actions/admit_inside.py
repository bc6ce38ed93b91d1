"""Letting a team in inside a compartment: only who is named there sees that it takes part."""

from uuid import UUID

from zorgverband.base import clock, confining
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.viewer import Seat, enter
from zorgverband.membership.checks import must_fit
from zorgverband.membership.forms import side_of_function
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.networks.models import Member
from zorgverband.people.models import Team

from ..queries import open_compartment
from ..telling import tell_named


class TakesPart(Refusal):
    """Dit team doet al mee in dit netwerk. Kies het bij de mensen hierboven."""


def admit_inside(*, seat: Seat, person: UUID, compartment: UUID, team: UUID, function: str) -> UUID:
    """Give the team a seat that only the named see, name it, and answer the new member's id.

    It reads nothing outside the compartment. Nobody is told of a new kind of organisation: that
    would be a trace. Raises NotHere, CompartmentClosed, TakesPart, or what `must_fit` raises.
    """
    open_compartment(network=seat.network, id=compartment)
    found = Team.objects.filter(pk=team).select_related("organisation").first()
    if found is None:
        raise NotHere()
    side = side_of_function(function)
    must_fit(side=side, function=function if side else "", kind=found.organisation.kind)
    if Member.objects.filter(network_id=seat.network, team_id=team, left_at=None).exists():
        raise TakesPart(field="function")
    member = new_id()
    confining.admit_inside(
        {
            "member": member,
            "compartment": compartment,
            "network": seat.network,
            "team": team,
            "side": side,
            "function": function,
            "description": "",
            "organisation": found.organisation_id,
            "phone": found.phone,
            "known": FUNCTIONS[function].known_by_nature,
            "at": clock.now().isoformat(),
        }
    )
    enter(person=person, networks=[seat.network])
    tell_named(seat=seat, person=person, members=[member])
    return member
