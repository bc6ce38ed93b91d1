"""Of whom somebody may share photos."""

from uuid import UUID

from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face
from zorgverband.sharing.forms import writable_abouts


def photographed(seat: Seat, people: dict[UUID, Face]) -> list[tuple[UUID, str]]:
    """Clients and the household as far as somebody writes about them; what a carer writes about
    themselves is no small news."""
    found = writable_abouts(seat, people)
    return [one for one in found if seat.side != Side.FAMILY or one[0] != seat.member]
