"""Writing into a compartment: for the named, within the wall."""

from uuid import UUID

from zorgverband.base.viewer import Seat
from zorgverband.sharing.actions import share
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ..queries import open_compartment


def write_inside(
    *, seat: Seat, person: UUID, compartment: UUID, subject: Subject, body: str, title: str = ""
) -> Item:
    """Keep it in the compartment. It stands on its page, not among the news. Raises NotHere,
    CompartmentClosed, or what `share` raises."""
    found = open_compartment(network=seat.network, id=compartment)
    return share(
        seat=seat,
        person=person,
        about=found.about,
        subject=subject,
        kind="compartment_note",
        title=title,
        body=body,
        circle="own",
        compartment=compartment,
        in_news=False,
    )
