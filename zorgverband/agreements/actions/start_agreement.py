"""Saying that one has begun with what was agreed."""

from uuid import UUID

from zorgverband.base.viewer import Seat

from ..moves import START
from .answering import make_move


def start_agreement(*, seat: Seat, person: UUID, agreement: UUID) -> None:
    """Begun. Raises NotHere, NotAskedOfYou, AlreadyMarked or AlreadyAnswered."""
    make_move(seat=seat, person=person, agreement=agreement, move=START)
