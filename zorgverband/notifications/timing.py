"""When somebody hears of something: pace, quiet hours, working hours, the hour of the digest.

Everything is reckoned by the clock where the clients live (Europe/Amsterdam); screens.md 2.5.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from zorgverband.base.clock import HOME
from zorgverband.base.telling import Addressee
from zorgverband.networks.models import Side

from .kinds import Pace

FRIDAY, MONDAY, SATURDAY = 4, 0, 5
WORK_FROM, WORK_UNTIL = 8, 18
# What is this old when it is handed out is no longer news "at once": it waits for the day's mail.
STALE = timedelta(days=1)
# A mail that is about to leave takes nothing more on board.
BOARDING = timedelta(minutes=2)


@dataclass(frozen=True)
class Peace:
    """When somebody does not want to be disturbed, and when their digests come."""

    quiet: bool = True
    quiet_from: int = 22
    quiet_until: int = 7
    work_hours: bool = False
    digest_hour: int = 17
    digest_day: int = FRIDAY

    def disturbs(self, here: datetime) -> bool:
        """Whether a message at this moment (by the local clock) would break in on it."""
        if self.work_hours and (
            here.weekday() >= SATURDAY or not WORK_FROM <= here.hour < WORK_UNTIL
        ):
            return True
        start, end = self.quiet_from, self.quiet_until
        if not self.quiet or start == end:
            return False
        return start <= here.hour < end if start < end else here.hour >= start or here.hour < end


def professional(side: str) -> bool:
    """Whether who stands on this side takes part by profession."""
    return side in (Side.CARE, Side.SOCIAL)


def peace_of(
    *,
    side: str,
    quiet: bool | None = None,
    quiet_from: int | None = None,
    quiet_until: int | None = None,
    work_hours: bool | None = None,
) -> Peace:
    """What holds for somebody in a network on this side; None means: not chosen, so the default."""
    works = professional(side)
    plain = Peace()
    return Peace(
        quiet=plain.quiet if quiet is None else quiet,
        quiet_from=plain.quiet_from if quiet_from is None else quiet_from,
        quiet_until=plain.quiet_until if quiet_until is None else quiet_until,
        work_hours=works and work_hours is not False,
        digest_hour=WORK_FROM if works else plain.digest_hour,
        digest_day=MONDAY if works else FRIDAY,
    )


def peace_for(who: Addressee) -> Peace:
    """The same for somebody who is to be told of an event."""
    return peace_of(
        side=who.side,
        quiet=who.quiet,
        quiet_from=who.quiet_from,
        quiet_until=who.quiet_until,
        work_hours=who.work_hours,
    )


def first_calm(moment: datetime, peace: Peace) -> datetime:
    """`moment` itself, or the first whole hour after it at which a message disturbs nobody."""
    here = moment.astimezone(HOME)
    if not peace.disturbs(here):
        return moment
    for hours in range(1, 8 * 24):
        later = (moment + timedelta(hours=hours)).astimezone(HOME)
        later = later.replace(minute=0, second=0, microsecond=0)
        if not peace.disturbs(later):
            return later.astimezone(UTC)
    return moment


def next_digest(moment: datetime, *, pace: Pace, peace: Peace) -> datetime:
    """When the next digest leaves that still takes on board what comes in at `moment`."""
    here = moment.astimezone(HOME)
    for days in range(15):
        day = here.date() + timedelta(days=days)
        if pace == Pace.WEEKLY and day.weekday() != peace.digest_day:
            continue
        leaves = datetime.combine(day, time(peace.digest_hour), tzinfo=HOME)
        if peace.work_hours and leaves.weekday() >= SATURDAY:
            continue
        leaves = first_calm(leaves.astimezone(UTC), peace)
        if leaves - moment >= BOARDING:
            return leaves
    raise ValueError(pace)


@dataclass(frozen=True)
class Plan:
    """With which mail something goes out, and not before when. No bundle: with none."""

    bundle: str
    due_at: datetime


def plan(*, event: UUID, happened_at: datetime, now: datetime, pace: Pace, peace: Peace) -> Plan:
    """When an event that is handed out `now` goes out.

    What waits for the same hour goes out together: a bundle is one mail of one person.
    """
    if pace == Pace.NEVER:
        return Plan(bundle="", due_at=now)
    if pace == Pace.AT_ONCE and now - happened_at < STALE:
        due = first_calm(now, peace)
        if due - now < BOARDING:
            return Plan(bundle=f"event {event}", due_at=due)
        return Plan(bundle=f"later {due.astimezone(HOME):%Y-%m-%d %H}", due_at=due)
    pace = Pace.WEEKLY if pace == Pace.WEEKLY else Pace.DAILY
    due = next_digest(now, pace=pace, peace=peace)
    return Plan(bundle=f"{pace} {due.astimezone(HOME):%Y-%m-%d %H}", due_at=due)
