"""FHIR dates, instants and periods: as moments with their precision, and in Dutch words.

FHIR dates may stop at the year or the month. What the source did not say is not made up: the
moment gets midnight in the Netherlands and the precision says what is really known.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from zorgverband.base.clock import HOME
from zorgverband.fhir.fact import Json, Precision

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A FHIR date, dateTime or instant; `at` is aware."""

    at: datetime
    precision: Precision

    @property
    def can_be_kept(self) -> bool:
        """Whether a calendar with the years 1 to 9999 holds it at every clock on earth."""
        return 1 < self.at.year < 9999 or (self.at.year == 9999 and self.at.month < 12)

    @property
    def day(self) -> date:
        """The calendar day in the Netherlands; the first one of a month or year."""
        return _here(self.at).date()

    @property
    def words(self) -> str:
        """'2012', 'maart 2012', '3 maart 2012' or '3 maart 2012, 14.05 uur'."""
        here = _here(self.at)
        if self.precision == "year":
            return f"{here.year}"
        month = f"{MONTHS[here.month - 1]} {here.year}"
        if self.precision == "month":
            return month
        clock = f", {here.hour}.{here.minute:02d} uur" if self.precision == "time" else ""
        return f"{here.day} {month}{clock}"


def moment(text: str) -> Moment:
    """`text`, a valid FHIR date, dateTime or instant, as a moment."""
    if "T" in text:
        return Moment(at=_instant(text), precision="time")
    parts = [int(part) for part in text.split("-")]
    precision: Precision = ("year", "month", "day")[len(parts) - 1]
    year, month, day = (*parts, 1, 1)[:3]
    return Moment(at=datetime(year, month, day, tzinfo=HOME), precision=precision)


def _instant(text: str) -> datetime:
    whole, zone = text[:19], text[19:].lstrip(".0123456789")
    # A leap second is valid FHIR and has no place in a Python datetime.
    leap = whole.endswith(":60")
    naive = datetime.fromisoformat(whole[:17] + "59" if leap else whole)
    if zone in ("", "Z"):
        return naive.replace(tzinfo=UTC if zone else HOME)
    return datetime.fromisoformat(naive.isoformat() + zone)


def _here(at: datetime) -> datetime:
    try:
        return at.astimezone(HOME)
    except OverflowError:
        return at


def date_words(text: str) -> str:
    """A FHIR date, dateTime or instant in Dutch."""
    return moment(text).words


def time_words(text: str) -> str:
    """A FHIR time: '8.00 uur'."""
    hour, minute = text.split(":")[:2]
    return f"{int(hour)}.{minute} uur"


def period_words(period: Json) -> str:
    """'van 3 maart 2012 tot en met 5 maart 2012'; FHIR counts the end as part of it."""
    start, end = period.get("start"), period.get("end")
    if start and end:
        first, last = date_words(start), date_words(end)
        return first if first == last else f"van {first} tot en met {last}"
    if start:
        return f"vanaf {date_words(start)}"
    return f"tot en met {date_words(end)}" if end else ""


def last_day(text: str) -> date:
    """The last calendar day that `text` covers: for a year its 31st of December."""
    known = moment(text)
    if known.precision == "year":
        return date(known.day.year, 12, 31)
    if known.precision == "month":
        month = known.day.month
        if month == 12:
            return date(known.day.year, 12, 31)
        return date(known.day.year, month + 1, 1) - timedelta(days=1)
    return known.day
