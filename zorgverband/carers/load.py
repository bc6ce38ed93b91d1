"""What is asked of a carer in one week, against what they offered: worked out when it is read.

Visits count by their time, one without an end time as one hour; an agreement as half an hour each time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from zorgverband.agenda.occurrences import Occurrence
from zorgverband.agreements.agreed import Agreed
from zorgverband.agreements.models import State

DAYS = 7
VISIT = Decimal(1)
AGREEMENT = Decimal("0.5")
_SECONDS = Decimal(3600)
_COUNTING = (State.ACCEPTED, State.RUNNING)


@dataclass(frozen=True)
class Load:
    """How often somebody comes and does something in one week, and the hours that makes."""

    visits: int
    agreements: int
    hours: Decimal

    def over(self, offered: Decimal | None) -> bool:
        """Whether that is more than was offered; never when no hours were named."""
        return offered is not None and self.hours > offered


def week_of(day: date) -> tuple[date, date]:
    """The Monday and the Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=DAYS - 1)


def load_of(
    member: UUID, *, first: date, last: date, visits: Iterable[Occurrence], agreed: Iterable[Agreed]
) -> Load:
    """The load of one member from `first` up to and including `last`."""
    coming = [
        one
        for one in visits
        if one.who == member and not one.cancelled and first <= one.day <= last
    ]
    doing = sum(
        len(one.days(first, last))
        for one in agreed
        if one.executor == member and one.state in _COUNTING
    )
    hours = sum((_hours(one) for one in coming), Decimal(0)) + doing * AGREEMENT
    return Load(visits=len(coming), agreements=doing, hours=round(hours, 1))


def _hours(one: Occurrence) -> Decimal:
    if one.ends_at is None:
        return VISIT
    return Decimal((one.ends_at - one.starts_at).total_seconds()) / _SECONDS
