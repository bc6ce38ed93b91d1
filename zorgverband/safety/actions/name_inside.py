"""Naming one more professional of the network in a compartment."""

from uuid import UUID

from zorgverband.base import confining
from zorgverband.base.viewer import Seat

from ..queries import open_compartment
from ..telling import tell_named
from .make_compartment import must_be_professional


def name_inside(*, seat: Seat, person: UUID, compartment: UUID, member: UUID) -> None:
    """From now this member reads everything in it that the wall lets through. Raises NotHere,
    CompartmentClosed, NotProfessional."""
    open_compartment(network=seat.network, id=compartment)
    must_be_professional(seat, [member])
    confining.name_in_compartment(compartment=compartment, member=member)
    tell_named(seat=seat, person=person, members=[member])
