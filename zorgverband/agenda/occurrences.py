"""Visits as they are read: the series as it was entered, and each time somebody comes."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from zorgverband.base.repeating import Repeat, Rule
from zorgverband.sharing.subjects import Subject

from .models import Kind, Part, Transport

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Purpose:
    """What a visit is for, for who may know: the id and words of an item of its own."""

    item: UUID
    words: str


@dataclass(frozen=True)
class Turn:
    """That a member does a part of one occurrence, whatever the series says."""

    part: Part
    member: UUID


@dataclass(frozen=True)
class Ask:
    """That one member asked another to take over one turn, for that of `instead_on` if there is one."""

    id: UUID
    from_member: UUID
    to_member: UUID
    instead_on: date | None


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
    subject: Subject = Subject.COMING
    kind: Kind = Kind.VISIT
    window: bool = False
    along: UUID | None = None
    along_name: str = ""
    transport: Transport = Transport.NONE
    driver: UUID | None = None
    rota: tuple[UUID, ...] = ()
    busy: UUID | None = None
    network: UUID | None = None
    entered_at: datetime = _LONG_AGO
    goes_on_as: UUID | None = None

    def comes_on(self, day: date) -> UUID | None:
        """The member whose turn the day of the rule is; without a rota who always comes."""
        if not self.rota:
            return self.who
        return self.rota[self.rule.round_of(day) % len(self.rota)]

    @property
    def repeats(self) -> bool:
        """Whether it comes more than once."""
        return self.rule.repeat != Repeat.ONCE

    def days(self, first: date, last: date) -> list[date]:
        """The days of its rule from `first` up to and including `last`, before it was stopped."""
        if self.stopped_from is not None:
            last = min(last, self.stopped_from - timedelta(days=1))
        return self.rule.days(first, last)

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
    turns: tuple[Turn, ...] = ()
    ask: Ask | None = None

    def _takes(self, part: Part) -> UUID | None:
        return next((turn.member for turn in self.turns if turn.part == part), None)

    @property
    def who(self) -> UUID | None:
        """The member who comes this time."""
        return self._takes(Part.COMES) or self.series.comes_on(self.on_date)

    @property
    def swapped(self) -> bool:
        """Whether somebody else comes than whose turn it was."""
        return self.who != self.series.comes_on(self.on_date)

    @property
    def along(self) -> UUID | None:
        """The member who goes along this time."""
        return self._takes(Part.ALONG) or self.series.along

    @property
    def driver(self) -> UUID | None:
        """The member who drives this time."""
        return self._takes(Part.DRIVES) or self.series.driver

    @property
    def transport(self) -> Transport:
        """How one gets there this time."""
        return Transport.DRIVER if self._takes(Part.DRIVES) else self.series.transport

    @property
    def done_by(self) -> frozenset[UUID]:
        """The members who come, go along or drive this time."""
        return frozenset(one for one in (self.who, self.along, self.driver) if one)

    @property
    def day(self) -> date:
        """The day on which it is now planned, where the client lives."""
        return self.starts_at.date()
