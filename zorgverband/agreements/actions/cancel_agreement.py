"""Calling an agreement off: by who asked it, or who is in control of what it is about."""

from uuid import UUID

from zorgverband.base.refusals import NotYours
from zorgverband.base.viewer import Seat

from ..models import OPEN, State
from ..queries import Agreed
from ..queries import agreement as readable_agreement
from .answering import set_state


def cancel_agreement(*, seat: Seat, person: UUID, agreement: UUID, reason: str = "") -> None:
    """Call off what is still open. Raises NotHere, NotYours, AlreadyMarked or AlreadyAnswered."""
    if not may_cancel(readable_agreement(network=seat.network, id=agreement), seat, person):
        raise NotYours()
    set_state(
        seat=seat, person=person, agreement=agreement, to=State.CANCELLED, when=OPEN,
        verb="agreement_cancelled", words=reason,
    )  # fmt: skip


def may_cancel(found: Agreed, seat: Seat, person: UUID) -> bool:
    """Whether this person asked it, or is in control of what it is about. The lock says the same."""
    return found.author == person or seat.controls(found.about)
