"""Saying no to what one was asked, with the reason: who asked can then look for somebody else."""

from uuid import UUID

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat

from ..moves import DECLINE
from .answering import make_move


class NoReason(Refusal):
    """Schrijf waarom het niet kan. Dan kan er iets anders geregeld worden."""


def decline_agreement(*, seat: Seat, person: UUID, agreement: UUID, reason: str) -> None:
    """Decline. Raises NoReason, NotHere, NotAskedOfYou, AlreadyMarked or AlreadyAnswered."""
    if not reason.strip():
        raise NoReason(field="reason")
    make_move(seat=seat, person=person, agreement=agreement, move=DECLINE, words=reason)
