"""Keeping one person of a team out of a network, and letting them in again."""

from uuid import UUID

from zorgverband.base import joining
from zorgverband.base.moments import now_at_the_latest
from zorgverband.base.refusals import AlreadyDone, NotHere, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.models import Exclusion, Member

from ..checks import decides


class MayNotExclude(NotYours):
    """U kunt hier niet kiezen wie van een team meedoet. Dat doet wie beslist over de cliënt."""


class NotYourself(NotYours):
    """U kunt dit niet bij uzelf doen."""


class NotExcluded(AlreadyDone):
    """Deze persoon doet al weer mee."""


def exclude(*, seat: Seat, person: UUID, member: UUID, excluded: UUID) -> None:
    """From the commit no team lets `excluded` into this network. Raises MayNotExclude, NotYourself,
    or NotHere for who is not in through this team."""
    if not decides(seat):
        raise MayNotExclude()
    if excluded == person:
        raise NotYourself()
    team = Member.objects.filter(network_id=seat.network, id=member, person=None)
    if not team.exists() or (member, excluded) not in joining.seated(seat.network):
        raise NotHere()
    Exclusion.objects.bulk_create(
        [Exclusion(network_id=seat.network, person_id=excluded, starts_at=now_at_the_latest())]
    )
    record(verb="excluded", network=seat.network, person=person, member=member, to_person=person)


def readmit(*, seat: Seat, person: UUID, excluded: UUID) -> None:
    """End the exclusion: their team lets this person in again. Raises MayNotExclude, NotExcluded."""
    if not decides(seat):
        raise MayNotExclude()
    ended = Exclusion.objects.filter(
        network_id=seat.network, person_id=excluded, ends_at=None
    ).update(ends_at=now_at_the_latest())
    if not ended:
        raise NotExcluded()
    record(verb="readmitted", network=seat.network, person=person, to_person=person)
