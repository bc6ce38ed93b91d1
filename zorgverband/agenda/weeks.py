"""Weeks: the Monday one begins with, read from an address, and how a week is called."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from zorgverband.ui.dates import short_date

WEEK = timedelta(days=7)
ONE_DAY = timedelta(days=1)


def monday_of(day: date) -> date:
    """The Monday of the week of this day."""
    return day - timedelta(days=day.weekday())


def chosen_monday(text: str) -> date | None:
    """The Monday of the week of the day in an address; None for what is no day, or too far away."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    # Weeks far away hold nothing, and dates end at the year 9999.
    return monday_of(day) if 1900 < day.year < 3000 else None


def span(monday: date) -> str:
    """'23 november tot en met 29 november'."""
    return _("%(first)s tot en met %(last)s") % {
        "first": short_date(monday),
        "last": short_date(monday + WEEK - ONE_DAY),
    }


def week_title(monday: date, today: date) -> str:
    """'Deze week: 23 november tot en met 29 november', or only the days."""
    near = {-1: _("Vorige week"), 0: _("Deze week"), 1: _("Volgende week")}
    words = near.get((monday - monday_of(today)).days // 7)
    return f"{words}: {span(monday)}" if words else span(monday)
