"""Taking somebody out of a network. From the commit nothing more is readable to them."""

from uuid import UUID

from zorgverband.base import joining
from zorgverband.base.moments import now_at_the_latest
from zorgverband.base.refusals import AlreadyDone, NotHere, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.models import Member, Side

from ..checks import decides_about, leads


class MayNotRemove(NotYours):
    """U kunt niemand uit het netwerk halen. Dat doet wie beslist, of de coördinator."""


class NobodyDecides(Refusal):
    """Dit kan nu niet. Dan beslist niemand meer over de cliënt. Spreek eerst af wie dat doet."""


class PartUndecided(Refusal):
    """Dit kan nu niet. Dan beslist over een deel van de onderwerpen niemand meer. Spreek eerst af wie
    dat doet."""


class NobodyKeeps(Refusal):
    """Dit kan nu niet. Dan bewaart niemand meer het dossier van wie is overleden. Wie het nu bewaart,
    geeft het eerst aan iemand anders. Dat kan bij Wie beslist."""


class OwnWayOut(Refusal):
    """U kunt uzelf hier niet weghalen. Kies bij Mensen: Zelf weggaan."""


class AlreadyGone(AlreadyDone):
    """Deze persoon doet al niet meer mee."""


def remove(*, seat: Seat, person: UUID, member: UUID) -> None:
    """End another's membership. A client only goes out by who decides about them. Raises
    MayNotRemove, NotHere, OwnWayOut, AlreadyGone, or what `must_be_spared` raises."""
    if not leads(seat):
        raise MayNotRemove()
    if member == seat.member:
        raise OwnWayOut()
    gone = must_be_there(seat, member)
    if gone["side"] == Side.CLIENT and not decides_about(seat, member):
        raise MayNotRemove()
    end(seat=seat, person=person, member=member, verb="removed")


def must_be_there(seat: Seat, member: UUID) -> dict[str, object]:
    """Facts of a member of this network who has not left; raises NotHere or AlreadyGone."""
    row = (
        Member.objects.filter(network_id=seat.network, id=member)
        .values("side", "left_at", "person_id", "team_id", "coordinator", "first_contact")
        .first()
    )
    if row is None:
        raise NotHere()
    if row["left_at"] is not None:
        raise AlreadyGone()
    return dict(row)


def must_be_spared(network: UUID, member: UUID, *, field: str = "") -> None:
    """Raise NobodyDecides, PartUndecided or NobodyKeeps when this member cannot be done without."""
    undecided = joining.undecided(network=network, without=member)
    if not all(undecided.values()):
        raise NobodyDecides(field=field)
    if undecided:
        raise PartUndecided(field=field)
    if joining.unkept(network=network, without=member):
        raise NobodyKeeps(field=field)


def end(*, seat: Seat, person: UUID, member: UUID, verb: str) -> None:
    """End this membership, now by the clock of the database, and note it. Raises what
    `must_be_spared` raises, or AlreadyGone."""
    # Two who leave at one moment do so one after the other: none of them counts on the other.
    joining.in_line(seat.network)
    must_be_spared(seat.network, member)
    ended = Member.objects.filter(network_id=seat.network, id=member, left_at=None).update(
        left_at=now_at_the_latest()
    )
    if not ended:
        raise AlreadyGone()
    record(verb=verb, network=seat.network, person=person, member=member)
