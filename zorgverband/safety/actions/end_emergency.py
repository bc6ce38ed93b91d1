"""Stopping emergency access before its time: from that moment nothing more is readable by it."""

from uuid import UUID

from zorgverband.base.refusals import AlreadyDone, NotHere
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.sharing.models import Emergency

from ..moments import now_here


class Over(AlreadyDone):
    """Uw noodtoegang was al gestopt."""


def end_emergency(*, seat: Seat, person: UUID, emergency: UUID) -> None:
    """Stop it now, for the whole team through which it was opened. Raises NotHere for what another
    opened, Over when it does not run any more."""
    mine = Emergency.objects.filter(id=emergency, network_id=seat.network, member_id=seat.member)
    if not mine.exists():
        raise NotHere()
    if not mine.filter(ends_at__gt=now_here()).update(ends_at=now_here()):
        raise Over()
    # Rings on open pages of who looked, which then show what is left.
    record(verb="emergency_ended", network=seat.network, person=person, to_person=person)
