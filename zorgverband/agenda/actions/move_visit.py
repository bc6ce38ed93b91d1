"""Moving one occurrence of a visit, or it and all that follow, to another day or time; who may know of
it is told."""

from datetime import date, time, timedelta
from uuid import UUID

from zorgverband.base import clock, rescheduling
from zorgverband.base.refusals import NotYours
from zorgverband.base.repeating import Repeat
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import VisitChange
from ..occurrences import Occurrence
from ..queries import occurrence
from .changing import ChangedMeanwhile, change, may_plan
from .plan_visit import LastBeforeFirst, checked_day, checked_times


def move_visit(
    *,
    seat: Seat,
    person: UUID,
    visit: UUID,
    on_date: date,
    to: date,
    starts: time,
    ends: time | None = None,
    reason: str = "",
    version: int | None = None,
) -> None:
    """Plan the occurrence of `on_date` on another day or time. A cancelled one goes on again.

    Raises NotHere, NotYours, DatePast, EndsBeforeStart or ChangedMeanwhile.
    """
    one = occurrence(network=seat.network, id=visit, on_date=on_date)
    checked_day(to)
    checked_times(starts, ends)
    change(
        one, seat=seat, person=person, version=version, moved_on=to, starts=starts, ends=ends,
        cancelled=False, reason=reason.strip(),
    )  # fmt: skip
    record(verb="visit_moved", network=seat.network, person=person, item=visit)


def move_series(
    *,
    seat: Seat,
    person: UUID,
    visit: UUID,
    on_date: date,
    to: date,
    starts: time,
    ends: time | None = None,
    reason: str = "",
) -> UUID:
    """From the occurrence of `on_date` on it is at this time, and on the weekday of `to`; what was
    before stays. Answers the item under which it goes on.

    Raises NotHere, NotYours, DatePast, EndsBeforeStart, LastBeforeFirst or ChangedMeanwhile.
    """
    one = occurrence(network=seat.network, id=visit, on_date=on_date)
    if not may_plan(one.series, seat=seat, person=person):
        raise NotYours()
    if one.been_at is not None:
        raise ChangedMeanwhile()
    checked_day(to)
    checked_times(starts, ends)
    if to > one.series.rule.last_on:
        raise LastBeforeFirst(field="date")
    longer = _in_a_longer_month(one, to)
    new = rescheduling.move_series(
        visit=visit, from_date=longer or on_date, begins=longer or to, starts=starts, ends=ends,
        weekdays=_weekdays(one, to),
    )  # fmt: skip
    if new is None:
        raise ChangedMeanwhile()
    if longer:
        change(one, seat=seat, person=person, version=None, moved_on=to, starts=starts, ends=ends,
               cancelled=False, reason=reason.strip())  # fmt: skip
    elif reason.strip():
        row = VisitChange(
            network_id=seat.network, item_id=new, on_date=to, reason=reason.strip(),
            changed_by_id=person, changed_at=clock.now(),
        )  # fmt: skip
        VisitChange.objects.bulk_create([row], ignore_conflicts=True)
    record(verb="visit_moved", network=seat.network, person=person, item=new)
    return new


def _in_a_longer_month(one: Occurrence, to: date) -> date | None:
    """Of what is each 31st and falls on the last day of a shorter month now: the next 31st. From there
    it begins anew and stays the 31st; this one time is moved by itself."""
    rule = one.series.rule
    if rule.repeat != Repeat.MONTHLY or to != one.on_date or to.day >= rule.first_on.day:
        return None
    return next(iter(rule.days(to + timedelta(days=1), to + timedelta(days=62))), None)


def _weekdays(one: Occurrence, to: date) -> list[int]:
    """The weekdays it falls on from there: the one of this occurrence becomes that of `to`."""
    rule = one.series.rule
    if rule.repeat not in (Repeat.WEEKLY, Repeat.BIWEEKLY):
        return list(rule.weekdays)
    kept = set(rule.weekdays or (rule.first_on.weekday(),)) - {one.on_date.weekday()}
    return sorted(kept | {to.weekday()})
