"""When an answer to a question is wanted, and when who is asked is reminded: in working hours.

A working day (`base.workdays`) ends at 17.00 by the clock where the clients live. *Vandaag*: the end
of this working day; what is asked after 15.00, or on another day, is wanted at noon of the next one.
*Deze week*: the end of the last working day up to Friday, but never sooner than two working days
after. *Geen haast*: the end of the tenth working day after. Who did not answer is reminded at the end
of the second working day after, or at the moment the answer was wanted when that is sooner.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from zorgverband.base.clock import HOME
from zorgverband.base.workdays import is_workday, workdays_later

from .models import Urgency

NOON, LAST_CALL, END = time(12), time(15), time(17)
REMIND_AFTER, AT_LEAST, NO_HURRY = 2, 2, 10
FRIDAY = 4
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Term:
    """When the answer is wanted, and when a reminder leaves if there is none."""

    due_at: datetime
    remind_at: datetime


def term(urgency: Urgency, asked_at: datetime) -> Term:
    """The term of a question asked at this (aware) moment."""
    here = asked_at.astimezone(HOME)
    due = _due(urgency, here)
    return Term(due, min(due, _end_of(workdays_later(here.date(), REMIND_AFTER))))


def _due(urgency: Urgency, here: datetime) -> datetime:
    today = here.date()
    if urgency == Urgency.TODAY:
        if is_workday(today) and here.time() < LAST_CALL:
            return _end_of(today)
        return datetime.combine(workdays_later(today, 1), NOON, tzinfo=HOME)
    if urgency == Urgency.THIS_WEEK:
        last = today + _DAY * (FRIDAY - min(today.weekday(), FRIDAY))
        while last > today and not is_workday(last):
            last -= _DAY
        return _end_of(max(last, workdays_later(today, AT_LEAST)))
    return _end_of(workdays_later(today, NO_HURRY))


def _end_of(day: date) -> datetime:
    return datetime.combine(day, END, tzinfo=HOME)
