"""An agreement as it is read: who does what, when or how often, what is due now, and for whom late."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.clock import HOME
from zorgverband.base.repeating import Repeat, Rule, moment_of

from .models import OPEN, State
from .moves import BINDING, PROPOSED

# Days further back are not ticked off any more: nobody remembers.
LOOKS_BACK = timedelta(days=31)
# So long after its time a reminder of yesterday is still sent; it is looked for every five minutes.
REMINDS_BACK = timedelta(minutes=30)


@dataclass(frozen=True)
class Agreed:
    """One agreement. `rule` holds only for what repeats; `ticks` are its days of the last month
    that were ticked off, `handed` those that somebody else does. Days are those where the client
    lives."""

    id: UUID
    network: UUID
    executor: UUID
    asked_of: UUID | None
    instead_of: UUID | None
    goal: UUID | None
    checked_by: str
    what: str
    more: str
    about: UUID
    subject: int
    circle: str
    version: int
    author: UUID
    author_member: UUID
    asked_at: datetime
    due_on: date | None
    rule: Rule
    ticks: frozenset[date]
    remind_days: int
    remind_at: time
    reminded_on: date | None
    state: State
    state_by: UUID | None
    state_at: datetime
    answer: str
    handed: frozenset[date] = frozenset()

    @property
    def open(self) -> bool:
        """Whether something still has to happen."""
        return self.state in OPEN

    @property
    def stated(self) -> str:
        """Which words and day these are: who says yes says it to what they read."""
        return f"{self.version} {self.due_on or ''}".rstrip()

    @property
    def answerer(self) -> UUID:
        """Whom the proposal was made to."""
        return self.asked_of or self.executor

    @property
    def repeats(self) -> bool:
        """Whether it is done more than once."""
        return self.rule.repeat != Repeat.ONCE

    def days(self, first: date, last: date) -> list[date]:
        """Its days from `first` up to and including `last` on which nobody else does it: a day has
        one executor. Of what is done once, the day it is due."""
        if not self.repeats:
            due = self.due_on
            return [due] if due is not None and first <= due <= last else []
        return [day for day in self.rule.days(first, last) if day not in self.handed]

    def missed_on(self, today: date) -> date | None:
        """The last day before `today` on which it should have been done and was not ticked off;
        None when there is none, or when nobody promised anything (any more)."""
        if self.state == State.ON_HOLD or not self.open:
            return None
        if not self.repeats:
            return self.due_on if self.due_on is not None and self.due_on < today else None
        if self.state not in BINDING:
            return None
        since = max(self.state_at.astimezone(HOME).date(), today - LOOKS_BACK)
        day = self.rule.latest(since, today - timedelta(days=1))
        return day if day is not None and day not in self.ticks | self.handed else None

    def to_tick(self, today: date) -> date | None:
        """The day to tick off now: today, else the last one that was missed."""
        if not self.repeats or self.state not in BINDING:
            return None
        if self.days(today, today) and today not in self.ticks:
            return today
        return self.missed_on(today)

    def next_on(self, today: date) -> date | None:
        """The first day after `today` on which it is to be done, within two months."""
        days = self.days(today + timedelta(days=1), today + timedelta(days=62))
        return days[0] if self.repeats and days else None

    def late_for(self, member: UUID) -> bool:
        """Whether this member sees that it is late: who does it from the day after; others only
        when the moment has passed at which who does it wanted to be reminded."""
        now = clock.now()
        missed = self.missed_on(now.astimezone(HOME).date())
        if missed is None:
            return False
        return member == self.executor or self.reminder_for(missed) <= now

    def reminder_for(self, day: date) -> datetime:
        """When who does it is reminded of what is due on that day."""
        return moment_of(day + timedelta(days=self.remind_days), self.remind_at)

    def to_remind(self, now: datetime) -> date | None:
        """Of which due day who does it should be reminded now; None for none, or done already."""
        if self.state not in BINDING:
            return None
        if not self.repeats:
            due = self.due_on
        else:
            wanted = self._passed_on(now) - timedelta(days=self.remind_days)
            due = wanted if self.days(wanted, wanted) and wanted not in self.ticks else None
        if due is None or due == self.reminded_on or self.reminder_for(due) > now:
            return None
        return due

    def _passed_on(self, now: datetime) -> date:
        """The day whose reminder there can be now: today, or just after midnight yesterday, when its
        time was just before. `promises_due` (agreements.sql) reckons the same."""
        wall = now.astimezone(HOME).replace(tzinfo=None)
        late = wall - REMINDS_BACK
        return late.date() if late.time() < self.remind_at else wall.date()

    @property
    def proposed(self) -> bool:
        """Whether it still waits for an answer."""
        return self.state in PROPOSED
