"""Saying of something that it is not needed (any more), with a reason."""

from datetime import date, timedelta
from uuid import UUID

from zorgverband.base import clock, homecoming
from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import Needed
from ..queries.discharge import Need
from ..queries.discharge import need as readable_need
from .ask_for_needed import NotNeededAnyMore
from .move_discharge import tell_asked_again

A_WEEK = timedelta(days=7)


class NoReasonGiven(Refusal):
    """Vul in waarom dit niet nodig is, bijvoorbeeld: haar dochter doet dit al."""


def close_needed(*, seat: Seat, person: UUID, needed: UUID, because: str) -> None:
    """It is not needed. Who reads it is told. Raises NotHere, NoReasonGiven, NotNeededAnyMore,
    NotYours."""
    if not because.strip():
        raise NoReasonGiven(field="because")
    if readable_need(network=seat.network, id=needed).closed:
        raise NotNeededAnyMore()
    rows = Needed.objects.filter(item_id=needed, closed_at=None)
    closed = {"closed_at": clock.now(), "closed_by_id": person, "closed_because": because.strip()}
    if not rows.update(**closed):
        raise NotYours()
    record(verb="needed_closed", network=seat.network, person=person, item=needed)


def open_needed_again(*, seat: Seat, person: UUID, needed: UUID) -> None:
    """It is needed after all; when its day changed meanwhile, who promised it is asked again. Raises
    NotHere, NotYours."""
    found = readable_need(network=seat.network, id=needed)
    rows = Needed.objects.filter(item_id=needed).exclude(closed_at=None)
    if not rows.update(closed_at=None, closed_by_id=None, closed_because=""):
        raise NotYours()
    if found.starts_on is not None and _for_another_day(found, found.starts_on):
        asked = homecoming.move_needed(needed=needed, on=found.starts_on, now=clock.now())
        tell_asked_again(seat, person, asked)
    record(verb="needed_noted", network=seat.network, person=person, item=needed)


def _for_another_day(found: Need, day: date) -> bool:
    """Whether something of it was promised for another day, or from another week, than from `day`."""
    return any(
        one.due_on != day
        if one.due_on
        else one.first_on is not None and not day <= one.first_on < day + A_WEEK
        for one in found.promised
        if one.stands
    )
