"""On which days a visit falls, over month ends and summer time."""

import random
from datetime import date, time, timedelta

import pytest

from zorgverband.base.repeating import FOREVER, Repeat, Rule, known_weekdays, moment_of

MONDAY = date(2026, 11, 2)
WEEK = timedelta(days=7)


def test_nine_o_clock_stays_nine_o_clock_when_summer_time_begins_and_ends() -> None:
    for change in (date(2027, 3, 28), date(2027, 10, 31)):
        days = Rule(MONDAY, repeat=Repeat.DAILY).days(change - timedelta(days=1), change)
        before, after = (moment_of(day, time(9)) for day in days)
        assert before.hour == after.hour == 9
        # The same hour on the wall is not the same hour in the world.
        assert before.utcoffset() != after.utcoffset()


def test_a_time_that_summer_time_skips_is_an_hour_later() -> None:
    skipped = moment_of(date(2027, 3, 28), time(2, 30))
    assert skipped.timestamp() == moment_of(date(2027, 3, 28), time(3, 30)).timestamp()


def test_the_thirty_first_is_the_last_day_of_a_shorter_month() -> None:
    days = Rule(date(2027, 1, 31), repeat=Repeat.MONTHLY).days(date(2027, 1, 1), date(2027, 5, 31))
    assert [(day.month, day.day) for day in days] == [(1, 31), (2, 28), (3, 31), (4, 30), (5, 31)]


def test_the_thirtieth_stays_the_thirtieth_and_in_a_leap_year_february_has_one_day_more() -> None:
    days = Rule(date(2028, 1, 30), repeat=Repeat.MONTHLY).days(date(2028, 1, 1), date(2028, 3, 31))
    assert [(day.month, day.day) for day in days] == [(1, 30), (2, 29), (3, 30)]


def test_every_other_week_keeps_its_rhythm_years_later() -> None:
    rule = Rule(MONDAY, repeat=Repeat.BIWEEKLY, weekdays=(0, 3))
    far = MONDAY + 2 * 200 * WEEK
    assert rule.days(far, far + 2 * WEEK) == [far, far + timedelta(days=3), far + 2 * WEEK]
    assert rule.days(far + WEEK, far + WEEK + timedelta(days=6)) == []


@pytest.mark.parametrize("repeat", [one for one in Repeat if one != Repeat.ONCE])
@pytest.mark.parametrize("away", [0, 1, 6, 13, 14, 15, 27, 100, 365, 1000])
def test_a_window_far_away_shows_the_same_days_as_counting_on_from_the_start(
    repeat: Repeat, away: int
) -> None:
    rule = Rule(date(2026, 1, 29), repeat=repeat, weekdays=(1, 4))
    first = rule.first_on + timedelta(days=away)
    last = first + timedelta(days=40)
    whole = rule.days(rule.first_on, last)
    assert rule.days(first, last) == [day for day in whole if day >= first]
    assert rule.days(first, last)


def test_nothing_before_the_first_and_nothing_after_the_last_day() -> None:
    rule = Rule(MONDAY, MONDAY + WEEK, Repeat.DAILY)
    assert len(rule.days(MONDAY - WEEK, FOREVER)) == 8
    assert rule.days(MONDAY - WEEK, MONDAY - timedelta(days=1)) == []
    assert rule.days(MONDAY + WEEK + timedelta(days=1), FOREVER) == []


def test_a_series_begins_on_the_first_of_its_weekdays() -> None:
    assert Rule(MONDAY, repeat=Repeat.WEEKLY, weekdays=(3,)).first_day() == date(2026, 11, 5)
    assert Rule(MONDAY, MONDAY, Repeat.WEEKLY, (3,)).first_day() is None


def test_weekdays_are_those_of_a_week() -> None:
    assert known_weekdays(["4", "0", "4"]) == (0, 4)
    with pytest.raises(ValueError, match="weekday"):
        known_weekdays(["7"])


def test_the_latest_day_is_the_last_of_the_days() -> None:
    chance = random.Random(5)
    for _turn in range(400):
        rule = Rule(
            MONDAY + timedelta(days=chance.randrange(40)), repeat=chance.choice(list(Repeat)),
            last_on=chance.choice([FOREVER, MONDAY + timedelta(days=90)]),
            weekdays=tuple(sorted(chance.sample(range(7), chance.randrange(3)))),
        )  # fmt: skip
        last = MONDAY + timedelta(days=chance.randrange(120))
        first = last - timedelta(days=31)
        days = rule.days(first, last)
        assert rule.latest(first, last) == (days[-1] if days else None), (rule, last)


def test_what_is_begun_later_falls_on_the_same_days() -> None:
    chance = random.Random(7)
    for _turn in range(300):
        rule = Rule(
            date(2026, 1, 1) + timedelta(days=chance.randrange(60)),
            repeat=chance.choice([one for one in Repeat if one != Repeat.ONCE]),
            weekdays=tuple(sorted(chance.sample(range(7), chance.randrange(3)))),
        )  # fmt: skip
        today = rule.first_on + timedelta(days=chance.randrange(200))
        first = rule.next_day(today)
        assert first is not None
        later, end = rule.begun_on(first), today + timedelta(days=200)
        assert later.days(today, end) == rule.days(today, end), (rule, today)
        assert later.days(today, end)[0] == first
    assert Rule(MONDAY, MONDAY + WEEK, Repeat.DAILY).next_day(MONDAY + 2 * WEEK) is None
