"""Ticking off what was agreed: the first counts, the second hears who was first."""

from uuid import UUID

from zorgverband.base.viewer import Seat

from ..moves import DO
from .answering import make_move


def mark_done(*, seat: Seat, person: UUID, agreement: UUID) -> None:
    """Note that it is done for good, also when nobody had accepted it yet.

    Raises NotHere, NotAskedOfYou, AlreadyMarked or AlreadyAnswered.
    """
    make_move(seat=seat, person=person, agreement=agreement, move=DO)
