"""Taking back what was just shared, within five minutes."""

from datetime import timedelta
from uuid import UUID

from zorgverband.base import locked
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..queries import item as readable_item

WITHIN = timedelta(minutes=5)


class TooLate(Refusal):
    """Terughalen kan tot 5 minuten na plaatsen. U kunt uw bericht nog wel veranderen."""


def take_back(*, seat: Seat, person: UUID, item: UUID) -> dict[str, object]:
    """Make one's own item vanish for everybody and answer what it was (`queries.FIELDS`), so that
    its words can be sent again. Raises NotHere, or TooLate after five minutes or for another's item."""
    header = readable_item(network=seat.network, id=item)
    if not locked.take_back(item):
        raise TooLate()
    record(verb="took_back", network=seat.network, person=person, item=item)
    return header
