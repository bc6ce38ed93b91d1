"""Calling off one occurrence of a visit or the rest of a series, and taking that back."""

from datetime import date, timedelta
from uuid import UUID

from zorgverband.base.refusals import NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import Visit, VisitChange
from ..queries import later_half, occurrence
from ..queries import visit as readable_visit
from .changing import ChangedMeanwhile, change, may_plan


def cancel_visit(
    *,
    seat: Seat,
    person: UUID,
    visit: UUID,
    on_date: date,
    reason: str = "",
    version: int | None = None,
) -> None:
    """This one time nobody comes; it stays in the agenda as 'gaat niet door'.

    Raises NotHere, NotYours or ChangedMeanwhile.
    """
    one = occurrence(network=seat.network, id=visit, on_date=on_date)
    change(one, seat=seat, person=person, version=version, cancelled=True, reason=reason.strip())
    record(verb="visit_cancelled", network=seat.network, person=person, item=visit)


def restore_visit(
    *, seat: Seat, person: UUID, visit: UUID, on_date: date, version: int | None = None
) -> None:
    """A cancelled occurrence goes on after all. Raises NotHere, NotYours or ChangedMeanwhile."""
    one = occurrence(network=seat.network, id=visit, on_date=on_date)
    change(one, seat=seat, person=person, version=version, cancelled=False, reason="")
    record(verb="visit_restored", network=seat.network, person=person, item=visit)


def stop_visits(
    *, seat: Seat, person: UUID, visit: UUID, from_date: date, reason: str = ""
) -> None:
    """From this day on the series does not come any more; who has been that day, has been. Raises
    NotHere, NotYours, or ChangedMeanwhile when it was stopped already."""
    been = VisitChange.objects.filter(
        network_id=seat.network, item_id=visit, on_date=from_date, been_at__isnull=False
    )
    if been.exists():
        from_date += timedelta(days=1)
    _set_stop(seat, person, visit, stopped=False, day=from_date, reason=reason.strip())
    record(verb="visit_cancelled", network=seat.network, person=person, item=visit)


def resume_visits(*, seat: Seat, person: UUID, visit: UUID) -> None:
    """A stopped series goes on as it was. Raises NotHere, NotYours, or ChangedMeanwhile when it goes on
    already, also at another time."""
    _set_stop(seat, person, visit, stopped=True, day=None, reason="")
    record(verb="visit_restored", network=seat.network, person=person, item=visit)


def _set_stop(
    seat: Seat, person: UUID, visit: UUID, *, stopped: bool, day: date | None, reason: str
) -> None:
    series = readable_visit(network=seat.network, id=visit)
    if not may_plan(series, seat=seat, person=person):
        raise NotYours()
    if stopped and later_half(series):
        raise ChangedMeanwhile()
    rows = Visit.objects.filter(stopped_from__isnull=not stopped)
    if not rows.filter(item_id=visit).update(
        stopped_from=day, stopped_reason=reason, stopped_by_id=person
    ):
        raise ChangedMeanwhile()
    if series.busy:
        rows.filter(item_id=series.busy).update(stopped_from=day, stopped_by_id=person)
