"""Putting a bottleneck aside until a day."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q

from zorgverband.base import clock
from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.repeating import moment_of
from zorgverband.base.viewer import Seat

from ..models import Bottleneck, Measure
from ..queries import bottleneck as readable
from .note_measure import note_measure

AT_MOST = timedelta(days=60)
ALWAYS = Q()
_MORNING = time()


class NoSuchDay(Refusal):
    """Kies een dag tussen morgen en over twee maanden."""


def snooze(*, seat: Seat, person: UUID, bottleneck: UUID, until: date | None) -> None:
    """Show it again on that day. For who looks at it, coordinates or decides: raises NotYours for
    others, NotHere for what is not there for them, NoSuchDay for a day out of reach."""
    today = clock.today()
    if until is None or not today < until <= today + AT_MOST:
        raise NoSuchDay(field="until")
    readable(network=seat.network, id=bottleneck)
    put_aside(seat=seat, person=person, bottleneck=bottleneck, until=until,
              what=Measure.What.SNOOZED)  # fmt: skip


def put_aside(
    *, seat: Seat, person: UUID, bottleneck: UUID, until: date, what: Measure.What,
    only: Q = ALWAYS,
) -> datetime:  # fmt: skip
    """Show a readable one again in the morning of that day, and keep why (`what`). Answers the moment;
    raises NotYours for who may not, and when it is not as `only` says."""
    moment = moment_of(until, _MORNING)
    rows = Bottleneck.objects.filter(network_id=seat.network, id=bottleneck, resolved_at=None)
    if not rows.filter(only).update(snoozed_until=moment, snoozed_by_id=person):
        raise NotYours()
    note_measure(seat=seat, person=person, bottleneck=bottleneck, what=what, until=moment)
    return moment
