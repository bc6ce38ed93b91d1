"""Taking back what one just said in a conversation, within five minutes."""

from uuid import UUID

from zorgverband.base import talking
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import Message


class SaidTooLongAgo(Refusal):
    """Terughalen kan tot 5 minuten na plaatsen, en alleen wat u zelf schreef."""


def take_back_message(*, seat: Seat, person: UUID, item: UUID, message: UUID) -> str:
    """Make the words of one's own message vanish for everybody and answer them, so that they can be
    sent again. Raises NotHere, or SaidTooLongAgo."""
    there = Message.objects.filter(network_id=seat.network, item_id=item, id=message)
    if not there.exists():
        raise NotHere()
    words = talking.take_back_message(message)
    if words is None:
        raise SaidTooLongAgo()
    record(verb="took_back", network=seat.network, person=person, item=item)
    return words
