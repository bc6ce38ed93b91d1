"""Saying yes to what one was asked; from here the agreement binds."""

from uuid import UUID

from zorgverband.base.viewer import Seat

from ..moves import ACCEPT
from .answering import make_move


def accept_agreement(
    *, seat: Seat, person: UUID, agreement: UUID, stated: str | None = None
) -> None:
    """Accept what was read: with `stated`, what `Agreed.stated` was on the page they read.

    Raises NotHere, NotAskedOfYou, AlreadyMarked, AlreadyAnswered, or OtherWordsNow when the words or
    the day changed since; then nothing changes.
    """
    make_move(seat=seat, person=person, agreement=agreement, move=ACCEPT, stated=stated)
