"""Who comes on which of the first days, and where nobody does."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from zorgverband.agreements.models import State
from zorgverband.handovers.covering import (
    Promised,
    days_needed,
    gaps,
    stretches,
    uncovered_weekdays,
)
from zorgverband.handovers.standard_needs import LINES
from zorgverband.sharing.subjects import Subject

MONDAY = date(2026, 11, 23)
EVERY_DAY, WEEK, WEEKEND = tuple(range(7)), tuple(range(5)), (5, 6)
TRACES = ("ziek", "ontslag", "thuis", "opera", "wond", "verpleeg", "medic", "arts", "herstel")


def promise(state: State = State.ACCEPTED, weekdays: tuple[int, ...] = (), **more: Any) -> Promised:
    first = {"first_on": MONDAY} if weekdays else {}
    return Promised(id=uuid4(), executor=uuid4(), state=state, weekdays=weekdays, **(first | more))


def test_it_is_needed_on_its_days_of_the_first_two_weeks() -> None:
    assert days_needed(None, EVERY_DAY) == []
    assert days_needed(MONDAY, ()) == [MONDAY]
    assert len(days_needed(MONDAY, EVERY_DAY)) == 14
    assert days_needed(MONDAY, (1,)) == [date(2026, 11, 24), date(2026, 12, 1)]


def test_the_weekend_nobody_takes_is_a_gap_until_somebody_says_yes() -> None:
    days = days_needed(MONDAY, EVERY_DAY)
    week, weekend = promise(weekdays=WEEK), promise(State.ASKED, WEEKEND)
    found = stretches(days, [week, weekend])
    assert [(one.first, one.last) for one in gaps(found)] == [
        (date(2026, 11, 28), date(2026, 11, 29)), (date(2026, 12, 5), date(2026, 12, 6)),
    ]  # fmt: skip
    assert gaps(found)[0].asked == (weekend.executor,)
    assert uncovered_weekdays(EVERY_DAY, [week, weekend], starts_on=MONDAY) == []
    assert uncovered_weekdays(EVERY_DAY, [week], starts_on=MONDAY) == [5, 6]
    both = [week, promise(weekdays=WEEKEND)]
    assert gaps(stretches(days, both)) == []


def test_who_withdrew_or_left_covers_nothing() -> None:
    for gone in (
        promise(State.FAILED, EVERY_DAY), promise(State.DECLINED, EVERY_DAY),
        promise(State.ON_HOLD, EVERY_DAY), promise(weekdays=EVERY_DAY, gone=True),
    ):  # fmt: skip
        assert len(gaps(stretches(days_needed(MONDAY, EVERY_DAY), [gone]))) == 1


def test_a_promise_from_a_later_day_leaves_the_days_before_it() -> None:
    late = promise(weekdays=EVERY_DAY, first_on=MONDAY + timedelta(days=2))
    (gap,) = gaps(stretches(days_needed(MONDAY, EVERY_DAY), [late]))
    assert (gap.first, gap.last) == (MONDAY, MONDAY + timedelta(days=1))


def test_the_words_of_what_is_not_medical_say_nothing_of_hospital_or_illness() -> None:
    plain = [one for one in LINES.values() if not one.subject.medical]
    assert {one.subject for one in plain} >= {Subject.HOME, Subject.COMING}
    for one in plain:
        assert not any(trace in str(one.words).lower() for trace in TRACES), one.code
    # The control: the medical lines do.
    assert any("wond" in str(one.words).lower() for one in LINES.values() if one.subject.medical)
