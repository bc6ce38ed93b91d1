"""Reading what somebody, or an address, typed: numbers, days and moments, or nothing at all."""

from datetime import UTC, date, datetime
from uuid import UUID

# Outside these years a date is a slip of the finger, and calendars run out.
FIRST_YEAR, LAST_YEAR = 1880, 2200
_DIGITS = 9


def whole_number(text: str | None) -> int | None:
    """The number in plain digits, at most nine of them; None for everything else."""
    text = (text or "").strip()
    plain = text.isascii() and text.isdigit() and len(text) <= _DIGITS
    return int(text) if plain else None


def id_of(text: str | None) -> UUID | None:
    """The id; None for everything else."""
    try:
        return UUID((text or "").strip())
    except ValueError:
        return None


def day_of(text: str | None) -> date | None:
    """The day in '2026-11-20'; None for what is none, or for a year that cannot be meant."""
    try:
        day = date.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def moment_of(text: str | None) -> datetime | None:
    """The moment in UTC; None for what is none, without a time zone, or in a year not meant."""
    try:
        moment = datetime.fromisoformat((text or "").strip())
        if moment.tzinfo is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
            return None
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
