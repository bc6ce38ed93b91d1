"""On which days something falls: plain days by the clock on the wall, so that summer time moves nothing.

A day of the month that a month does not have (the 31st) becomes its last day.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from dateutil import rrule
from django.db import models

from .clock import HOME

FOREVER = date(9999, 12, 31)


class Repeat(models.TextChoices):
    """How something comes back. Stored as a word; for weeks the days are kept beside it."""

    ONCE = "once", "één keer"
    DAILY = "daily", "elke dag"
    WEEKLY = "weekly", "elke week"
    BIWEEKLY = "biweekly", "om de week"
    MONTHLY = "monthly", "elke maand"


_SHORTEST_MONTH = 28
# A whole number of weeks and of fortnights: a series begun later by this many days is the same.
_FORTNIGHT = 14


@dataclass(frozen=True)
class Rule:
    """How it comes back: from `first_on` up to and including `last_on` (FOREVER: no end).

    `weekdays` counts from Monday (0); without any it is the weekday of `first_on`.
    """

    first_on: date
    last_on: date = FOREVER
    repeat: Repeat = Repeat.ONCE
    weekdays: tuple[int, ...] = ()

    def days(self, first: date, last: date) -> list[date]:
        """The days of this rule from `first` up to and including `last`, in order."""
        last = min(last, self.last_on)
        if last < max(first, self.first_on):
            return []
        if self.repeat == Repeat.ONCE:
            return [self.first_on] if first <= self.first_on else []
        found = self._rule(first).between(_midnight(first), _midnight(last), inc=True)
        return [moment.date() for moment in found]

    def latest(self, first: date, last: date) -> date | None:
        """The last of these days on which it falls. For lists: what repeats by days or weeks is
        counted back a day at a time, within a fortnight."""
        last = min(last, self.last_on)
        if self.repeat in (Repeat.ONCE, Repeat.MONTHLY):
            days = self.days(first, last)
            return days[-1] if days else None
        first = max(first, self.first_on, last - timedelta(days=_FORTNIGHT))
        while last >= first:
            if self._falls(last):
                return last
            last -= timedelta(days=1)
        return None

    def round_of(self, day: date) -> int:
        """How many days, weeks, fortnights or months (whichever it repeats by) after the first a day is:
        who takes turns, comes in every so many of these. The lock counts the same (`days.sql`)."""
        if self.repeat == Repeat.DAILY:
            return (day - self.first_on).days
        if self.repeat == Repeat.MONTHLY:
            return (day.year - self.first_on.year) * 12 + day.month - self.first_on.month
        weeks = (_monday(day) - _monday(self.first_on)).days // 7
        return weeks // 2 if self.repeat == Repeat.BIWEEKLY else weeks

    def _falls(self, day: date) -> bool:
        if self.repeat == Repeat.DAILY:
            return True
        weeks = (_monday(day) - _monday(self.first_on)).days // 7
        wanted = self.weekdays or (self.first_on.weekday(),)
        return day.weekday() in wanted and not (self.repeat == Repeat.BIWEEKLY and weeks % 2)

    def first_day(self) -> date | None:
        """The first day on which it falls, within a year of `first_on`; None when there is none."""
        year = timedelta(days=366)
        reach = FOREVER if self.first_on > FOREVER - year else self.first_on + year
        return next(iter(self.days(self.first_on, reach)), None)

    def next_day(self, today: date) -> date | None:
        """The first day on which it falls, not before `today`, within a year; None when there is none."""
        if self.first_on >= today:
            return self.first_day()
        return next(iter(self.days(today, today + timedelta(days=366))), None)

    def begun_on(self, day: date) -> "Rule":
        """The same days, from one of these days on. The 31st of each month begins only on a 31st: what
        would become another day of the month, keeps its own beginning."""
        if self.repeat == Repeat.MONTHLY and day.day != self.first_on.day:
            return self
        return replace(self, first_on=day)

    def _rule(self, first: date) -> rrule.rrule:
        if self.repeat == Repeat.MONTHLY:
            day = self.first_on.day
            # Of the days from the 28th up to the wanted one, the last that this month has.
            days = range(min(_SHORTEST_MONTH, day), day + 1)
            start = _midnight(self.first_on)
            return rrule.rrule(rrule.MONTHLY, start, bymonthday=tuple(days), bysetpos=-1)
        skipped = max(0, (first - self.first_on).days // _FORTNIGHT) * _FORTNIGHT
        start = _midnight(self.first_on + timedelta(days=skipped))
        if self.repeat == Repeat.DAILY:
            return rrule.rrule(rrule.DAILY, start)
        every = 2 if self.repeat == Repeat.BIWEEKLY else 1
        weekdays = self.weekdays or (self.first_on.weekday(),)
        return rrule.rrule(rrule.WEEKLY, start, interval=every, byweekday=weekdays)


def moment_of(day: date, clock: time) -> datetime:
    """That time on that day where the client lives. A time that summer time skips is an hour
    later; one that comes twice is the first."""
    return datetime.combine(day, clock, tzinfo=HOME)


def known_weekdays(values: Collection[str]) -> tuple[int, ...]:
    """Weekday numbers out of a form, each once and in order; raises ValueError for others."""
    days = sorted({int(value) for value in values})
    if any(day not in range(7) for day in days):
        raise ValueError("a weekday counts from 0 to 6")
    return tuple(days)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001  # rules count plain days
