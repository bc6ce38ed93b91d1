"""Saying that a discharge is over: everything is there, or it does not happen."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import Discharge
from ..queries.discharge import discharge as readable_discharge
from .move_discharge import OverAlready


def end_discharge(*, seat: Seat, person: UUID, discharge: UUID, called_off: bool = False) -> None:
    """End it. What is needed at home stays needed until somebody says it is not. Raises NotHere,
    OverAlready, NotYours."""
    found = readable_discharge(network=seat.network, id=discharge)
    if found["ended_at"]:
        raise OverAlready()
    rows = Discharge.objects.filter(item_id=discharge, ended_at=None)
    if not rows.update(ended_at=clock.now(), ended_by_id=person, called_off=called_off):
        raise NotYours()
    verb = "discharge_called_off" if called_off else "discharge_ended"
    record(verb=verb, network=seat.network, person=person, item=discharge)
