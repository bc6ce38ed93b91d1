"""Leaving a network oneself."""

from uuid import UUID

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat

from .remove import end, must_be_there


class ByTeam(Refusal):
    """U doet mee met uw team. Uw organisatie regelt wie er in het team zit."""


def leave_network(*, seat: Seat, person: UUID) -> None:
    """End one's own membership; from the commit nothing more is readable. What one wrote stays.

    Raises ByTeam for who is in through a team, or what `must_be_spared` raises.
    """
    if must_be_there(seat, seat.member)["person_id"] != person:
        raise ByTeam()
    end(seat=seat, person=person, member=seat.member, verb="left")
