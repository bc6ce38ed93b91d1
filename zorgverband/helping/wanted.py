"""Help that is asked, as it is read: of whom it is asked at a moment, until when, and who does it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import IntEnum
from uuid import UUID

from zorgverband.base.clock import HOME
from zorgverband.carers.tasks import Stance


class Step(IntEnum):
    """Of whom it is asked: of one person, of who offered that kind of help, of all who read it."""

    NAMED = 0
    OFFERED = 1
    OPEN = 2


@dataclass(frozen=True)
class Taken:
    """Who does it since when; `made`: the agreement or visit that came of it, of this kind. `fell`: it
    was called off or failed there."""

    id: UUID
    member: UUID
    person: UUID
    at: datetime
    made: UUID
    kind: str
    fell: bool
    thanked_at: datetime | None
    thanks: str


@dataclass(frozen=True)
class Wanted:
    """One thing that help is asked with; fields as in `models.HelpRequest`. `said_no`, `stance`
    and `fits` are of who looks: whether they cannot, what they say of this kind of help, and whether it
    is asked of them when it is asked of all."""

    id: UUID
    network: UUID
    about: UUID
    subject: int
    author: UUID
    author_member: UUID
    asked_at: datetime
    circle: str
    what: str
    more: str
    task: str
    day: date | None
    last_on: date | None
    weeks: int
    starts: time | None
    ends: time | None
    first_to: UUID | None
    first_until: datetime
    wait: timedelta
    offered_at: datetime | None
    opened_at: datetime | None
    ended_at: datetime | None
    instead_of: UUID | None
    whole: bool
    said_no: bool
    stance: str
    fits: bool
    taken_row: Taken | None

    @property
    def taken(self) -> Taken | None:
        """Who does it now; None when what came of it does not happen after all."""
        return None if self.taken_row is None or self.taken_row.fell else self.taken_row

    @property
    def offered_from(self) -> datetime:
        """From when it is asked of who offered it, by what is known now."""
        known = [self.first_until, *filter(None, (self.offered_at, self.opened_at))]
        return min(known)

    @property
    def open_from(self) -> datetime:
        """From when it is asked of all who read it, by what is known now."""
        later = self.offered_from + self.wait
        return min(later, self.opened_at) if self.opened_at else later

    def step(self, now: datetime) -> Step:
        """Where asking stands. The lock on taking reckons the same (`privacy.help_step`)."""
        if self.open_from <= now:
            return Step.OPEN
        return Step.OFFERED if self.offered_from <= now else Step.NAMED

    def past(self, now: datetime) -> bool:
        """Whether the day went by."""
        return self.last_on is not None and self.last_on < now.astimezone(HOME).date()

    def free(self, now: datetime) -> bool:
        """Whether somebody is still looked for."""
        return self.ended_at is None and self.taken is None and not self.past(now)

    def covers(self, item: UUID, day: date) -> bool:
        """Whether it is asked to take this over on that day, and still holds."""
        if self.instead_of != item or self.ended_at is not None:
            return False
        if self.whole or self.day is None:
            return self.day is None or self.day <= day
        return day in [self.day + timedelta(weeks=week) for week in range(self.weeks)]

    def may_take(self, member: UUID, now: datetime) -> bool:
        """Whether it is asked of this member, or was."""
        if not self.free(now) or member == self.author_member:
            return False
        step = self.step(now)
        offered = self.stance in (Stance.WANTS, Stance.CAN)
        return member == self.first_to or step == Step.OPEN or (step == Step.OFFERED and offered)

    def asks(self, member: UUID, now: datetime) -> bool:
        """Whether it waits for an answer of this member: who cannot, or does not want to do such
        things, is left in peace, but for what was asked of them by name; so is who does other work."""
        willing = self.stance in (Stance.WANTS, Stance.CAN) or (not self.stance and self.fits)
        asked = member == self.first_to or willing
        return self.may_take(member, now) and not self.said_no and asked
