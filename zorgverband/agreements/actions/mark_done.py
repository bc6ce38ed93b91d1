"""Ticking off what was agreed: the first counts, the second hears who was first."""

from uuid import UUID

from zorgverband.base.viewer import Seat

from ..models import OPEN, State
from .answering import answer


def mark_done(*, seat: Seat, person: UUID, agreement: UUID) -> None:
    """Note that it is done, also when nobody had accepted it yet.

    Raises NotHere, NotAskedOfYou, AlreadyMarked or AlreadyAnswered.
    """
    answer(
        seat=seat, person=person, agreement=agreement, to=State.DONE, when=OPEN,
        verb="agreement_done",
    )  # fmt: skip
