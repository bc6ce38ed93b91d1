"""Days and times as people say them, in Dutch or English, at the clock of the Netherlands.

Plain string building: Django's own date filter costs more than the rest of a timeline row.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import get_language, gettext, gettext_noop

HERE = ZoneInfo("Europe/Amsterdam")

_DAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_NEAR = {-1: gettext_noop("Gisteren"), 0: gettext_noop("Vandaag"), 1: gettext_noop("Morgen")}


def _language() -> str:
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def local_day(moment: date) -> date:
    """The calendar day in the Netherlands; a plain date is returned as it is."""
    return moment.astimezone(HERE).date() if isinstance(moment, datetime) else moment


def day_name(moment: date) -> str:
    """'vrijdag' or 'Friday'."""
    return _DAYS[_language()][local_day(moment).weekday()]


def month_name(moment: date) -> str:
    """'november'."""
    return _MONTHS[_language()][local_day(moment).month - 1]


def short_date(moment: date) -> str:
    """'20 november': no weekday, no year."""
    day = local_day(moment)
    return f"{day.day} {_MONTHS[_language()][day.month - 1]}"


def long_date(moment: date) -> str:
    """'vrijdag 20 november': no year, for what is near."""
    return f"{day_name(moment)} {short_date(moment)}"


def month_heading(moment: date) -> str:
    """'November 2026', as a heading."""
    day = local_day(moment)
    return f"{_MONTHS[_language()][day.month - 1].capitalize()} {day.year}"


def full_date(moment: date) -> str:
    """'20 november 2026': with the year, for what is long ago or far away."""
    return f"{short_date(moment)} {local_day(moment).year}"


def _hours(moment: datetime) -> str:
    here = moment.astimezone(HERE)
    mark = ":" if _language() == "en" else "."
    return f"{here.hour}{mark}{here.minute:02d}"


def clock(moment: datetime) -> str:
    """'9.40 uur', in English '9:40'. Raises ValueError for a time without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a time on screen needs a time zone")
    return _hours(moment) if _language() == "en" else f"{_hours(moment)} uur"


def clock_in(language: str) -> Callable[[datetime], str]:
    """`clock` for one language, for lists: the language is not looked up for every row."""
    shape = "{}:{:02d}" if language.startswith("en") else "{}.{:02d} uur"

    def clock_here(moment: datetime) -> str:
        here = moment.astimezone(HERE)
        return shape.format(here.hour, here.minute)

    return clock_here


def clock_span(start: datetime, end: datetime | None) -> str:
    """'8.30 tot 9.30 uur', in English '8:30 to 9:30'; one time when there is no end."""
    return clock(start) if end is None else f"{_hours(start)} {gettext('tot')} {clock(end)}"


def clock_between(start: datetime, end: datetime) -> str:
    """'tussen 9.00 en 11.00 uur', in English 'between 9:00 and 11:00'."""
    return gettext("tussen %(start)s en %(end)s") % {"start": _hours(start), "end": clock(end)}


def day_heading(moment: date, today: date | None = None) -> str:
    """'Vandaag', 'Gisteren', 'Morgen' or the long date, seen from `today` (default: now)."""
    near, words = _heading(moment, today)
    return gettext(words) if near else words


def _heading(moment: date, today: date | None) -> tuple[bool, str]:
    """Whether there is a word for the day, and that word untranslated or the date in words."""
    day, now = local_day(moment), local_day(today or datetime.now(UTC))
    near = _NEAR.get((day - now).days)
    if near:
        return True, near
    return False, long_date(day) if day.year == now.year else f"{day_name(day)} {full_date(day)}"


def day_within(moment: date, today: date | None = None) -> str:
    """As `day_heading`, but inside a sentence: 'gisteren', and in English still 'Friday'."""
    near, words = _heading(moment, today)
    if not near:
        return words
    words = gettext(words)
    return words[0].lower() + words[1:]


def machine_time(moment: date) -> str:
    """The moment for the `datetime` attribute of a time element."""
    return moment.isoformat()


FILTERS = {
    filter_.__name__: filter_
    for filter_ in (
        *(day_name, short_date, long_date, full_date),
        *(clock, clock_span, day_heading, machine_time),
    )
}
