"""Working days in the Netherlands, for terms that count them.

Source: Algemene termijnenwet, artikelen 2 en 3: no Saturday, Sunday or day generally held as a holiday.
"""

from datetime import date, timedelta

_SATURDAY = 5
_FIXED = {(1, 1), (4, 27), (5, 5), (12, 25), (12, 26)}
# Good Friday, Easter Monday, Ascension Day and Whit Monday, counted from Easter.
_MOVING = (-2, 1, 39, 50)


def easter(year: int) -> date:
    """Easter Sunday of that year, by the anonymous Gregorian reckoning."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 19 * week) // 433
    month, _rest = divmod(moon + week - 7 * late + 90, 25)
    return date(year, month, (moon + week - 7 * late + 33 * month + 19) % 32)


def is_workday(day: date) -> bool:
    """Whether people work on that day."""
    if day.weekday() >= _SATURDAY or (day.month, day.day) in _FIXED:
        return False
    return (day - easter(day.year)).days not in _MOVING


def workdays_later(day: date, count: int) -> date:
    """The day that many working days after `day`; `day` itself is not counted."""
    while count:
        day += timedelta(days=1)
        count -= is_workday(day)
    return day
