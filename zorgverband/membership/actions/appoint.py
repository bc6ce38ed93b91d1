"""Choosing the one coordinator and the one first contact of a network."""

from uuid import UUID

from zorgverband.base import joining
from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.models import Member, Side

from ..checks import leads
from .remove import AlreadyGone, must_be_there


class MayNotAppoint(NotYours):
    """U kunt dit niet kiezen. Dat doet wie beslist, of de coördinator."""


class NotAsCoordinator(Refusal):
    """De coördinator is één persoon, geen team en geen cliënt. Kies iemand anders."""


def appoint_coordinator(*, seat: Seat, person: UUID, member: UUID) -> None:
    """Make this person the coordinator, in the place of who was. Raises MayNotAppoint, NotHere,
    AlreadyGone or NotAsCoordinator."""
    chosen = _may_choose(seat, member)
    if chosen["person_id"] is None or chosen["side"] == Side.CLIENT:
        raise NotAsCoordinator()
    _choose(seat, member, coordinator=True)
    record(verb="coordinator_chosen", network=seat.network, person=person, member=member)


def appoint_first_contact(*, seat: Seat, person: UUID, member: UUID) -> None:
    """Make this person or team the first contact, in the place of who was. Raises MayNotAppoint,
    NotHere or AlreadyGone."""
    _may_choose(seat, member)
    _choose(seat, member, first_contact=True)
    record(verb="first_contact_chosen", network=seat.network, person=person, member=member)


def _may_choose(seat: Seat, member: UUID) -> dict[str, object]:
    # Who chose just before may have chosen another than who chooses now.
    if not (leads(seat) and joining.in_line(seat.network)):
        raise MayNotAppoint()
    return must_be_there(seat, member)


def _choose(seat: Seat, member: UUID, **role: bool) -> None:
    """The database takes the role from who had it (`privacy.one_of_each`)."""
    there = Member.objects.filter(network_id=seat.network, id=member, left_at=None)
    if not there.update(**role):
        raise AlreadyGone()
