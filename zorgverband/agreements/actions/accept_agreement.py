"""Saying yes to what one was asked; from here the agreement binds."""

from uuid import UUID

from zorgverband.base.viewer import Seat

from ..moves import ACCEPT
from .answering import make_move


def accept_agreement(*, seat: Seat, person: UUID, agreement: UUID) -> None:
    """Accept. Raises NotHere, NotAskedOfYou, AlreadyMarked or AlreadyAnswered."""
    make_move(seat=seat, person=person, agreement=agreement, move=ACCEPT)
