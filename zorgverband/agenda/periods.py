"""What part of the agenda a page shows: a day, a week, a month, or a list from today on."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from zorgverband.base.typed import day_of
from zorgverband.ui.dates import full_date, long_date, month_name

from .weeks import ONE_DAY, WEEK, monday_of, week_title

DAY_VIEW, WEEK_VIEW, MONTH_VIEW, LIST_VIEW = VIEWS = ("day", "week", "month", "list")
_FORTNIGHT = 2 * WEEK


@dataclass(frozen=True)
class Period:
    """The days of one page from `first` up to and including `last`; `day` is the one that was asked.
    `before` and `after` are days in the page before and after it."""

    view: str
    day: date
    first: date
    last: date
    before: date
    after: date
    title: str

    @property
    def days(self) -> list[date]:
        """Every day of it."""
        return [self.first + n * ONE_DAY for n in range((self.last - self.first).days + 1)]

    def holds(self, day: date) -> bool:
        """Whether a day belongs to it; the edges of a month do not."""
        return self.view != MONTH_VIEW or day.month == self.day.month


def chosen_period(view: str, day: str, today: date) -> Period:
    """The period in an address; a list from today on for what says none."""
    asked = day_of(day)
    # Days far away hold nothing, and dates end at the year 9999.
    known = asked if asked and 1900 < asked.year < 3000 else None
    makes = {DAY_VIEW: _day, WEEK_VIEW: _week, MONTH_VIEW: _month}
    return makes.get(view, _list)(known or today, today)


def _day(day: date, today: date) -> Period:
    return Period(DAY_VIEW, day, day, day, day - ONE_DAY, day + ONE_DAY, _whole(day, today))


def _week(day: date, today: date) -> Period:
    monday = monday_of(day)
    return Period(
        WEEK_VIEW, day, monday, monday + WEEK - ONE_DAY, monday - WEEK, monday + WEEK,
        week_title(monday, today),
    )  # fmt: skip


def _month(day: date, today: date) -> Period:
    first = day.replace(day=1)
    last = day.replace(day=monthrange(day.year, day.month)[1])
    title = month_name(day) if day.year == today.year else f"{month_name(day)} {day.year}"
    return Period(
        MONTH_VIEW, day, monday_of(first), monday_of(last) + WEEK - ONE_DAY, first - ONE_DAY,
        last + ONE_DAY, title[:1].upper() + title[1:],
    )  # fmt: skip


def _list(day: date, today: date) -> Period:
    """From this day to the end of the week after."""
    last = monday_of(day) + _FORTNIGHT - ONE_DAY
    title = _("Deze week en volgende week") if day == today else _whole(day, today)
    return Period(LIST_VIEW, day, day, last, day - timedelta(days=14), last + ONE_DAY, title)


def _whole(day: date, today: date) -> str:
    """The day in words, with the year when that is another."""
    return long_date(day) if day.year == today.year else full_date(day)
