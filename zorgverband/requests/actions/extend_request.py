"""Taking two months more, once, with the reason told before the first month is over."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import Request, State
from ..terms import EXTENDED_BY, months_later
from .answering import asked_of


class SayWhyLonger(Refusal):
    """Schrijf op waarom u langer nodig hebt. Degene die het vroeg, leest dat."""


class ExtendedAlready(AlreadyDone):
    """De termijn is al een keer verlengd. Dat kan maar één keer."""


class TooLateToExtend(AlreadyDone):
    """De termijn is voorbij. Verlengen kan alleen binnen de eerste maand. Geef nu antwoord."""


def extend_request(*, seat: Seat, person: UUID, request: UUID, because: str) -> None:
    """Put the term two months later (AVG 12 lid 3).

    Raises NotHere, NotAskedOfYou, AlreadyAnswered, SayWhyLonger, ExtendedAlready, TooLateToExtend.
    """
    found = asked_of(seat=seat, request=request)
    if found.extended_at is not None:
        raise ExtendedAlready()
    if found.overdue:
        raise TooLateToExtend()
    if not because.strip():
        raise SayWhyLonger(field="because")
    changed = Request.objects.filter(
        item_id=request, state=State.OPEN, extended_at__isnull=True
    ).update(
        due_on=months_later(found.due_on, EXTENDED_BY),
        extended_at=clock.now(),
        extended_because=because.strip(),
    )
    if not changed:
        raise ExtendedAlready()
    record(verb="request_extended", network=seat.network, person=person, item=request)
