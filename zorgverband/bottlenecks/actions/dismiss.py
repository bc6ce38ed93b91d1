"""Saying of a bottleneck that nothing needs to be done, and why; until its facts change."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.viewer import Seat

from ..models import Bottleneck, Measure
from ..queries import bottleneck as readable
from .note_measure import note_measure


class WhyNot(Refusal):
    """Vul in waarom dit niet nodig is."""


def dismiss(*, seat: Seat, person: UUID, bottleneck: UUID, reason: str) -> None:
    """Put it aside as the facts are now. For who looks at it, coordinates or decides: raises NotYours
    for others, NotHere for what is not there for them, WhyNot without a reason."""
    if not reason.strip():
        raise WhyNot(field="reason")
    readable(network=seat.network, id=bottleneck)
    rows = Bottleneck.objects.filter(network_id=seat.network, id=bottleneck, resolved_at=None)
    if not rows.update(dismissed_at=clock.now(), dismissed_by_id=person):
        raise NotYours()
    note_measure(seat=seat, person=person, bottleneck=bottleneck, words=reason,
                 what=Measure.What.DISMISSED)  # fmt: skip
