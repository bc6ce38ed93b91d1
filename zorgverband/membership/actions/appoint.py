"""Choosing the one coordinator and the one first contact of a network."""

from uuid import UUID

from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.models import Member, Side

from ..checks import leads
from .remove import must_be_there


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
    # The new one first: without a coordinator a coordinator would lose the right to choose.
    there = Member.objects.filter(network_id=seat.network)
    there.filter(id=member).update(coordinator=True)
    there.filter(coordinator=True).exclude(id__in=[member, seat.member]).update(coordinator=False)
    there.filter(coordinator=True).exclude(id=member).update(coordinator=False)
    record(verb="coordinator_chosen", network=seat.network, person=person, member=member)


def appoint_first_contact(*, seat: Seat, person: UUID, member: UUID) -> None:
    """Make this person or team the first contact, in the place of who was. Raises MayNotAppoint,
    NotHere or AlreadyGone."""
    _may_choose(seat, member)
    there = Member.objects.filter(network_id=seat.network)
    there.filter(first_contact=True).exclude(id=member).update(first_contact=False)
    there.filter(id=member).update(first_contact=True)
    record(verb="first_contact_chosen", network=seat.network, person=person, member=member)


def _may_choose(seat: Seat, member: UUID) -> dict[str, object]:
    if not leads(seat):
        raise MayNotAppoint()
    return must_be_there(seat, member)
