"""Terms of AVG 12 lid 3: an answer within a month, two months more when the reason is told in time."""

import calendar
from datetime import date

MONTHS, EXTENDED_BY = 1, 2


def months_later(day: date, months: int) -> date:
    """The same day some months later; the last day of a shorter month."""
    count = day.month - 1 + months
    year, month = day.year + count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
