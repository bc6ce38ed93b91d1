"""Reminding who was asked of a question without an answer, once."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import OPEN, Question
from .moving import read


def remind_question(*, seat: Seat, person: UUID, question: UUID) -> bool:
    """Remind this person of what they were asked, when it is time; whether they were. Safe to run
    twice. Raises NotHere."""
    found = read(seat=seat, question=question)
    if not found.mine or found.remind_at > clock.now():
        return False
    rows = Question.objects.filter(item_id=question, state__in=OPEN, reminded_at=None)
    if not rows.update(reminded_at=clock.now()):
        return False
    record(
        verb="question_reminder", network=seat.network, person=person, item=question,
        to_person=person,
    )  # fmt: skip
    return True
