"""Visits as they are read: the series as it was entered, and each time somebody comes."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from zorgverband.base.repeating import Repeat, Rule


@dataclass(frozen=True)
class Purpose:
    """What a visit is for, for who may know: the id and words of an item of its own."""

    item: UUID
    words: str


@dataclass(frozen=True)
class Series:
    """A visit as it was entered: by whom, when, how it comes back, until when."""

    id: UUID
    about: UUID
    author: UUID
    who: UUID | None
    who_name: str
    what: str
    place: str
    rule: Rule
    starts: time
    ends: time | None
    stopped_from: date | None
    stopped_reason: str
    stopped_by: UUID | None

    @property
    def repeats(self) -> bool:
        """Whether it comes more than once."""
        return self.rule.repeat != Repeat.ONCE

    def falls_on(self, day: date) -> bool:
        """Whether the rule gives this day; also when that occurrence was moved or cancelled."""
        return bool(self.rule.days(day, day))


@dataclass(frozen=True)
class Occurrence:
    """One time somebody comes. `on_date` is the day the rule gave; `starts_at` the moment now
    planned; `been_at` when somebody noted that the visitor had been."""

    series: Series
    on_date: date
    starts_at: datetime
    ends_at: datetime | None
    moved: bool
    cancelled: bool
    reason: str
    changed_by: UUID | None
    changed_at: datetime | None
    been_at: datetime | None
    been_by: UUID | None
    been_member: UUID | None
    version: int
    purposes: tuple[Purpose, ...] = ()

    @property
    def day(self) -> date:
        """The day on which it is now planned, where the client lives."""
        return self.starts_at.date()
