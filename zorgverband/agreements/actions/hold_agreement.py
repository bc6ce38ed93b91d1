"""Letting an agreement stand still for a while, and going on with it."""

from uuid import UUID

from zorgverband.base.viewer import Seat

from ..moves import HOLD, RESUME
from .answering import make_move


def hold_agreement(*, seat: Seat, person: UUID, agreement: UUID, reason: str = "") -> None:
    """For a while it is not done, and is not late. Raises NotHere, NotYours, AlreadyMarked or
    AlreadyAnswered."""
    make_move(seat=seat, person=person, agreement=agreement, move=HOLD, words=reason)


def resume_agreement(*, seat: Seat, person: UUID, agreement: UUID) -> None:
    """It goes on. Raises NotHere, NotYours, AlreadyMarked or AlreadyAnswered."""
    make_move(seat=seat, person=person, agreement=agreement, move=RESUME)
