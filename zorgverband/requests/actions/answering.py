"""Setting how a request stands, once."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence
from zorgverband.sharing.subjects import Subject

from ..models import Request, State
from ..queries import Asked
from ..queries import request as readable_request


class NotAskedOfYou(NotYours):
    """Dit verzoek is niet aan u. Alleen wie het kreeg, kan antwoorden."""


class AlreadyAnswered(AlreadyDone):
    """Hier is al op geantwoord. Hieronder ziet u hoe het nu is."""


def asked_of(*, seat: Seat, request: UUID) -> Asked:
    """The open request, for the member of whom it was asked.

    Raises NotHere, NotAskedOfYou or AlreadyAnswered.
    """
    found = readable_request(network=seat.network, id=request)
    if found.answerer != seat.member:
        raise NotAskedOfYou()
    if not found.open:
        raise AlreadyAnswered()
    return found


def settle(
    *, seat: Seat, person: UUID, found: Asked, to: State, answer: str = "", ground: str = ""
) -> None:
    """Set the state of a request that waits, and tell who asked. Raises AlreadyAnswered for who
    comes second."""
    note_presence(seat=seat, person=person, medical=Subject(found.subject).medical)
    changed = Request.objects.filter(item_id=found.id, state=State.OPEN).update(
        state=to,
        state_by_id=person,
        state_at=clock.now(),
        answer=answer.strip(),
        ground=ground,
    )
    if not changed:
        raise AlreadyAnswered()
    record(verb=f"request_{to}", network=seat.network, person=person, item=found.id)
