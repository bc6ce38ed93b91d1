"""Background work of talking: reminding who was asked a question and did not answer, forgetting the
address of who did not answer outside, and mailing them (`outside_jobs.py`)."""

from django.db import transaction
from procrastinate.contrib.django import app

from zorgverband.base import clock, talking
from zorgverband.base.answering import Unanswered, unanswered_questions
from zorgverband.base.in_turn import in_turn
from zorgverband.base.viewer import Seat

from . import outside_jobs
from .actions import remind_question

__all__ = ["outside_jobs"]
AT_ONCE = 500


@app.periodic(cron="*/10 * * * *")  # type: ignore[untyped-decorator]
@app.task(name="talks.remind")  # type: ignore[untyped-decorator]
def remind_all(timestamp: int) -> None:
    """Every ten minutes. Safe to run twice: of each question is reminded once."""
    send_reminders()
    with transaction.atomic():
        talking.forget_outside()


def send_reminders() -> int:
    """Remind everybody whose question waits that long; how many were reminded."""
    with transaction.atomic():
        waiting = unanswered_questions(now=clock.now(), limit=AT_ONCE)
    return in_turn(waiting, _remind)


def _remind(one: Unanswered, seat: Seat) -> bool:
    return remind_question(seat=seat, person=one.person, question=one.question)
