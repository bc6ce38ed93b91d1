"""Saying yes to what one was asked; from here the agreement binds."""

from uuid import UUID

from zorgverband.base.viewer import Seat

from ..models import State
from .answering import answer


def accept_agreement(*, seat: Seat, person: UUID, agreement: UUID) -> None:
    """Accept. Raises NotHere, NotAskedOfYou, AlreadyMarked or AlreadyAnswered."""
    answer(
        seat=seat, person=person, agreement=agreement, to=State.ACCEPTED, when=(State.ASKED,),
        verb="agreement_accepted",
    )  # fmt: skip
