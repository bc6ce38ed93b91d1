"""Saying that one has seen what was asked, and answers later."""

from uuid import UUID

from zorgverband.base.viewer import Seat

from ..moves import RECEIVE
from .answering import make_move


def receive_agreement(*, seat: Seat, person: UUID, agreement: UUID) -> None:
    """Seen; the answer follows. Raises NotHere, NotAskedOfYou, AlreadyMarked or AlreadyAnswered."""
    make_move(seat=seat, person=person, agreement=agreement, move=RECEIVE)
