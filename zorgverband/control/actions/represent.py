"""Letting somebody act for a client, on a ground and for some subjects, and ending that."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from zorgverband.base import clock, deciding
from zorgverband.base.refusals import AlreadyDone, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Member, Representation
from zorgverband.sharing.subjects import Subject

from ..grounds import BY_COURT
from ..models import Change
from ..noting import note, tell
from ..queries import standing_of


class MayNotLetDecide(NotYours):
    """U kunt niet alleen bepalen wie er beslist. Dat doet de cliënt, of twee mensen samen."""


class NobodyChosen(Refusal):
    """Kies wie er beslist."""


class NoGroundChosen(Refusal):
    """Kies waarom deze persoon mag beslissen."""


class NoDocument(Refusal):
    """Schrijf waar het papier van de rechter te vinden is, en de datum ervan."""


class NoSubjects(Refusal):
    """Kies minstens één onderwerp."""


class ReviewInThePast(Refusal):
    """Kies een dag in de toekomst waarop u dit opnieuw bekijkt."""


class PartUndecided(Refusal):
    """Dit kan nu niet. Dan beslist over een deel van de onderwerpen niemand meer. Spreek eerst af wie
    dat doet."""


class ActsNoLonger(AlreadyDone):
    """Dit is al gestopt."""


@dataclass(frozen=True)
class Mandate:
    """Who is to act for a client, on what ground and paper, for what, and until when at most
    without looking at it again."""

    representative: UUID
    ground: str
    document: str
    subjects: tuple[int, ...]
    review_on: date


def checked_mandate(
    *,
    seat: Seat,
    representative: UUID | None,
    ground: str,
    document: str,
    subjects: Sequence[int],
    review_on: date | None,
) -> Mandate:
    """The mandate, complete; raises NobodyChosen, NoGroundChosen, NoDocument, NoSubjects or
    ReviewInThePast."""
    if representative is None:
        raise NobodyChosen(field="representative")
    there = Member.objects.filter(network_id=seat.network, id=representative, left_at=None)
    if not there.exclude(person=None).exists():
        raise NobodyChosen(field="representative")
    if ground not in Representation.Ground.values:
        raise NoGroundChosen(field="ground")
    if ground in BY_COURT and len(document.strip()) < 5:
        raise NoDocument(field="document")
    known = tuple(sorted({one for one in subjects if one in Subject.values}))
    if not known:
        raise NoSubjects(field="subjects")
    if review_on is None or review_on <= clock.today():
        raise ReviewInThePast(field="review_on")
    return Mandate(representative, ground, document.strip(), known, review_on)


def represent(*, seat: Seat, person: UUID, client: UUID, mandate: Mandate) -> UUID:
    """From now on the representative decides about these subjects; answers the change. Raises
    MayNotLetDecide for who may only propose it."""
    before = standing_of(seat.network, client)
    facts = asdict(mandate) | {"client": client, "at": clock.now().isoformat()}
    if not deciding.represent(facts):
        raise MayNotLetDecide()
    tell(seat=seat, person=person, client=client, verb="control_represented",
         members=[mandate.representative, before.holder])  # fmt: skip
    return note(
        seat=seat, person=person, client=client, what=Change.What.REPRESENTED,
        member=mandate.representative, ground=mandate.ground, document=mandate.document,
    )  # fmt: skip


def stop_representing(
    *, seat: Seat, person: UUID, client: UUID, representation: UUID, member: UUID
) -> UUID:
    """This member acts no longer for the client; when nobody does, the client decides. Answers
    the change. Raises PartUndecided where others go on with the rest, or ActsNoLonger, also for who
    may not say so."""
    match deciding.stop_representing(representation=representation, at=clock.now()):
        case "partly":
            raise PartUndecided()
        case "not_yours":
            raise ActsNoLonger()
    tell(seat=seat, person=person, client=client, verb="control_stopped", members=[member])
    return note(seat=seat, person=person, client=client, what=Change.What.STOPPED, member=member)
