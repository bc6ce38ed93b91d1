"""Who may do what with a handover: the leaver, the receiver; and that it is not over yet."""

from uuid import UUID

from zorgverband.base.refusals import AlreadyDone, NotYours
from zorgverband.base.viewer import Seat

from ..handed import Handed, handover


class NotTheLeaver(NotYours):
    """Alleen wie overdraagt, kan dit doen."""


class NotTheReceiver(NotYours):
    """Alleen wie de zorg overneemt, kan dit zeggen."""


class HandoverOver(AlreadyDone):
    """Deze overdracht is al klaar of gestopt. Hieronder ziet u hoe het nu is."""


def leaver(seat: Seat, id: UUID) -> Handed:
    """The running handover of this seat; raises NotHere, NotTheLeaver or HandoverOver."""
    found = handover(network=seat.network, id=id)
    if found.from_member_id != seat.member:
        raise NotTheLeaver()
    return running(found)


def receiver(seat: Seat, id: UUID) -> Handed:
    """The running handover to this seat; raises NotHere, NotTheReceiver or HandoverOver."""
    found = handover(network=seat.network, id=id)
    if found.to_member_id != seat.member:
        raise NotTheReceiver()
    return running(found)


def running(found: Handed) -> Handed:
    """The same, when it is not over; raises HandoverOver."""
    if not found.running:
        raise HandoverOver()
    return found
