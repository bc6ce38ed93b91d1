"""Saying that what one promised did not work out, with the reason."""

from uuid import UUID

from zorgverband.base.viewer import Seat

from ..moves import FAIL
from .answering import make_move
from .decline_agreement import NoReason


def fail_agreement(*, seat: Seat, person: UUID, agreement: UUID, reason: str) -> None:
    """It did not work out. Raises NoReason, NotHere, NotAskedOfYou, AlreadyMarked or AlreadyAnswered."""
    if not reason.strip():
        raise NoReason(field="reason")
    make_move(seat=seat, person=person, agreement=agreement, move=FAIL, words=reason)
