"""Saying no, or no longer, with the reason: who asked can then look for somebody else."""

from uuid import UUID

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat

from ..models import OPEN, State
from .answering import answer


class NoReason(Refusal):
    """Schrijf waarom het niet kan. Dan kan er iets anders geregeld worden."""


def decline_agreement(*, seat: Seat, person: UUID, agreement: UUID, reason: str) -> None:
    """Decline what was asked, or give back what was accepted.

    Raises NoReason, NotHere, NotAskedOfYou, AlreadyMarked or AlreadyAnswered.
    """
    if not reason.strip():
        raise NoReason(field="reason")
    answer(
        seat=seat, person=person, agreement=agreement, to=State.DECLINED, when=OPEN,
        verb="agreement_declined", words=reason,
    )  # fmt: skip
