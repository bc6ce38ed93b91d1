"""Saying that a visit or appointment is somewhere else; who may know of it is told."""

from uuid import UUID

from zorgverband.base.refusals import NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import Visit
from ..queries import visit as readable_visit
from .changing import may_plan


def change_place(*, seat: Seat, person: UUID, visit: UUID, place: str) -> None:
    """From now on it is there, each time. The same place again changes nothing, and tells nobody.

    Raises NotHere or NotYours.
    """
    series = readable_visit(network=seat.network, id=visit)
    if not may_plan(series, seat=seat, person=person):
        raise NotYours()
    rows = Visit.objects.filter(item_id=visit).exclude(place=place.strip())
    if rows.update(place=place.strip()):
        record(verb="edited", network=seat.network, person=person, item=visit)
