"""Calling an agreement off: by who asked it, or who is in control of what it is about."""

from uuid import UUID

from zorgverband.base.viewer import Seat

from ..moves import CANCEL
from .answering import make_move


def cancel_agreement(*, seat: Seat, person: UUID, agreement: UUID, reason: str = "") -> None:
    """Call off what is still open. Raises NotHere, NotYours, AlreadyMarked or AlreadyAnswered."""
    make_move(seat=seat, person=person, agreement=agreement, move=CANCEL, words=reason)
