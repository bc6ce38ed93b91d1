"""Ending an advice. It is kept, under what held before."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.sharing.actions import reply_to
from zorgverband.sharing.queries import item as readable_item

from ..models import Advice


class EndedAlready(AlreadyDone):
    """Dit advies geldt al niet meer. Kijk eerst hoe het nu is."""


def end_advice(*, seat: Seat, person: UUID, item: UUID, reason: str = "") -> None:
    """End the advice of `item` from now, and say why under it. Who reads it is told. Raises NotHere for
    what one may not read, EndedAlready when it was ended before or is not this person's to end."""
    finish(seat=seat, person=person, item=item)
    if reason.strip():
        reply_to(seat=seat, person=person, item=item, body=reason)
    else:
        record(verb="advice_ended", network=seat.network, person=person, item=item)


def finish(*, seat: Seat, person: UUID, item: UUID) -> None:
    """End it and tell nobody. Raises as `end_advice`."""
    readable_item(network=seat.network, id=item)
    rows = Advice.objects.filter(network_id=seat.network, item_id=item, ended_at__isnull=True)
    if rows.update(ended_at=clock.now(), ended_by_id=person) != 1:
        raise EndedAlready()
