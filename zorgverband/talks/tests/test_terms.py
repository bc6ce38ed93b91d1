"""When an answer is wanted, over weekends and holidays."""

from datetime import datetime

import pytest

from zorgverband.base.clock import HOME
from zorgverband.talks.models import Urgency
from zorgverband.talks.terms import term


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HOME)


@pytest.mark.parametrize(
    ("urgency", "asked", "due", "remind"),
    [
        # Friday 20 November 2026.
        (Urgency.TODAY, "2026-11-20T09:45", "2026-11-20T17:00", "2026-11-20T17:00"),
        (Urgency.TODAY, "2026-11-20T15:00", "2026-11-23T12:00", "2026-11-23T12:00"),
        (Urgency.TODAY, "2026-11-21T10:00", "2026-11-23T12:00", "2026-11-23T12:00"),
        (Urgency.THIS_WEEK, "2026-11-16T10:00", "2026-11-20T17:00", "2026-11-18T17:00"),
        (Urgency.THIS_WEEK, "2026-11-20T10:00", "2026-11-24T17:00", "2026-11-24T17:00"),
        (Urgency.THIS_WEEK, "2026-11-22T10:00", "2026-11-24T17:00", "2026-11-24T17:00"),
        (Urgency.NO_HURRY, "2026-11-20T10:00", "2026-12-04T17:00", "2026-11-24T17:00"),
        # Christmas on Friday; Easter Monday of 2026 is 6 April, King's day a Monday.
        (Urgency.TODAY, "2026-12-24T16:00", "2026-12-28T12:00", "2026-12-28T12:00"),
        (Urgency.TODAY, "2026-04-03T16:00", "2026-04-07T12:00", "2026-04-07T12:00"),
        (Urgency.TODAY, "2026-04-27T09:00", "2026-04-28T12:00", "2026-04-28T12:00"),
        (Urgency.THIS_WEEK, "2026-12-21T10:00", "2026-12-24T17:00", "2026-12-23T17:00"),
        (Urgency.THIS_WEEK, "2026-12-23T10:00", "2026-12-28T17:00", "2026-12-28T17:00"),
        # In summer and in winter the end of the day is by the clock on the wall.
        (Urgency.NO_HURRY, "2026-10-20T10:00", "2026-11-03T17:00", "2026-10-22T17:00"),
    ],
)
def test_an_answer_is_wanted_in_working_hours(
    urgency: Urgency, asked: str, due: str, remind: str
) -> None:
    found = term(urgency, at(asked))
    assert (found.due_at, found.remind_at) == (at(due), at(remind))
