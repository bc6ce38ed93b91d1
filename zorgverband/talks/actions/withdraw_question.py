"""Withdrawing a question one asked, while it has no answer."""

from uuid import UUID

from zorgverband.base.refusals import NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import State
from .moving import move, read


def withdraw_question(*, seat: Seat, person: UUID, question: UUID) -> None:
    """No answer is needed any more. Raises NotHere, NotYours, AnsweredAlready or Changed."""
    found = read(seat=seat, question=question)
    if found.author != person:
        raise NotYours()
    move(seat=seat, person=person, found=found, to=State.WITHDRAWN)
    record(verb="question_withdrawn", network=seat.network, person=person, item=question)
