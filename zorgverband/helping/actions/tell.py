"""Telling somebody that help is asked of them too, now that it is; once, in their own name."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import HelpTold
from ..queries import wanted


def tell(*, seat: Seat, person: UUID, asked: UUID) -> bool:
    """Whether they were told: not who was told before, nor of whom it is not asked (any more). Raises
    NotHere for who may not read it."""
    found = wanted(network=seat.network, member=seat.member, id=asked)
    if not found.asks(seat.member, clock.now()):
        return False
    if HelpTold.objects.filter(item_id=asked, person_id=person).exists():
        return False
    row = HelpTold(network_id=seat.network, item_id=asked, person_id=person, at=clock.now())
    HelpTold.objects.bulk_create([row], ignore_conflicts=True)
    record(verb="help_widened", network=seat.network, person=person, item=asked, to_person=person)
    return True
