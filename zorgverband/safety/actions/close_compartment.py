"""Closing a compartment: it stays readable for the named, and nothing more is written in it."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.models import Compartment

from ..queries import CompartmentClosed, open_compartment

LONGEST = 500


class NoClosing(Refusal):
    """Schrijf op waarom deze ruimte dicht kan."""


def close_compartment(*, seat: Seat, person: UUID, compartment: UUID, note: str) -> None:
    """Close it, with the reason. Raises NotHere, NoClosing, CompartmentClosed."""
    open_compartment(network=seat.network, id=compartment)
    if not note.strip():
        raise NoClosing(field="note")
    closed = Compartment.objects.filter(id=compartment, closed_at=None).update(
        closed_at=clock.now(), closed_by=person, closing=note.strip()[:LONGEST]
    )
    if not closed:
        raise CompartmentClosed()
