"""On which days somebody comes for something that is needed, and on which days nobody does: worked
out when it is read, from what was promised."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from zorgverband.agreements.models import State

# So far ahead it must be arranged.
TWO_WEEKS = 14
PROMISED = (State.ACCEPTED, State.RUNNING, State.DONE)
WAITING = (State.ASKED, State.RECEIVED)
WITHDRAWN = (State.DECLINED, State.FAILED, State.ON_HOLD)


@dataclass(frozen=True)
class Promised:
    """One agreement about something needed: who does it, on which days, how it stands. `gone`: who
    does it does not take part any more. `before`: it was promised once, for another day."""

    id: UUID
    executor: UUID
    state: State
    answer: str = ""
    due_on: date | None = None
    first_on: date | None = None
    last_on: date | None = None
    weekdays: tuple[int, ...] = ()
    gone: bool = False
    before: bool = False

    @property
    def stands(self) -> bool:
        """Whether somebody said yes who still takes part."""
        return self.state in PROMISED and not self.gone

    def on(self, day: date) -> bool:
        """Whether it is for this day; what is once is for whatever day that is."""
        if self.first_on is None:
            return True
        last = self.last_on or date.max
        return self.first_on <= day <= last and day.weekday() in self.weekdays


@dataclass(frozen=True)
class Stretch:
    """Days after each other on which the same holds: these come, these were asked, or nobody."""

    first: date
    last: date
    coming: tuple[UUID, ...]
    asked: tuple[UUID, ...]


def days_needed(starts_on: date | None, weekdays: Sequence[int]) -> list[date]:
    """The days of the first two weeks on which it is needed; for what is once that one day."""
    if starts_on is None:
        return []
    if not weekdays:
        return [starts_on]
    all_days = (starts_on + timedelta(days=number) for number in range(TWO_WEEKS))
    return [day for day in all_days if day.weekday() in weekdays]


def stretches(days: Iterable[date], promised: Sequence[Promised]) -> list[Stretch]:
    """Who comes on each of these days, days that are alike together."""
    found: list[Stretch] = []
    for day in days:
        here = [one for one in promised if one.on(day)]
        coming = tuple(one.executor for one in here if one.stands)
        asked = tuple(one.executor for one in here if one.state in WAITING and not one.gone)
        last = found[-1] if found else None
        if last and (last.coming, last.asked) == (coming, asked) and _next(last.last, day):
            found[-1] = Stretch(last.first, day, coming, asked)
        else:
            found.append(Stretch(day, day, coming, asked))
    return found


def _next(before: date, day: date) -> bool:
    return day - before == timedelta(days=1)


def gaps(found: Sequence[Stretch]) -> list[Stretch]:
    """The stretches on which nobody comes who said yes."""
    return [one for one in found if not one.coming]


def uncovered_weekdays(
    weekdays: Sequence[int], promised: Sequence[Promised], *, starts_on: date
) -> list[int]:
    """On which days of the week nobody was asked who can still say yes, or said yes."""
    held = [one for one in promised if one.stands or (one.state in WAITING and not one.gone)]
    days = days_needed(starts_on, weekdays)
    free = {day.weekday() for day in days if not any(one.on(day) for one in held)}
    return sorted(free)
