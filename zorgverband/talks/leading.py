"""Whether a seat leads its network, for what a page offers; the lock asks the database itself."""

from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side


def leads(seat: Seat) -> bool:
    """Coordinates, or decides on a client or the household (a carer decides on their own load, which is
    not leading)."""
    own = seat.member if seat.side == Side.FAMILY else None
    return seat.coordinator or any(
        keys.control for about, keys in seat.abouts.items() if about != own
    )
