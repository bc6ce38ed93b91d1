"""Moving one occurrence of a visit to another day or time; who may know of it is told."""

from datetime import date, time
from uuid import UUID

from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..queries import occurrence
from .changing import change
from .plan_visit import checked_day, checked_times


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
