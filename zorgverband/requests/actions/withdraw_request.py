"""Taking a request back: as easily as it was asked. A restriction ends with it."""

from uuid import UUID

from zorgverband.base import clock, requesting
from zorgverband.base.refusals import NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import Request, State
from ..queries import request as readable_request
from .answering import AlreadyAnswered


class NotAskedByYou(NotYours):
    """Alleen wie het verzoek deed, kan het intrekken."""


def withdraw_request(*, seat: Seat, person: UUID, request: UUID) -> None:
    """End one's own request that waits, or a restriction that was granted.

    Raises NotHere, NotAskedByYou or AlreadyAnswered.
    """
    found = readable_request(network=seat.network, id=request)
    if found.asked_by != person:
        raise NotAskedByYou()
    if not found.open and not (found.restricted and found.state == State.GRANTED):
        raise AlreadyAnswered()
    changed = Request.objects.filter(item_id=request, state=found.state).update(
        state=State.WITHDRAWN, state_by_id=person, state_at=clock.now()
    )
    if not changed:
        raise AlreadyAnswered()
    if found.restricted:
        requesting.lift_restriction(request)
    record(verb="request_withdrawn", network=seat.network, person=person, item=request)
