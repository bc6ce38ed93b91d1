"""'Ik beslis weer zelf': the client always may, and nobody has to agree."""

from uuid import UUID

from zorgverband.base import clock, deciding
from zorgverband.base.refusals import AlreadyDone, NotYours
from zorgverband.base.viewer import Seat

from ..models import Change
from ..noting import note, tell
from ..queries import acting_for, standing_of


class MayNotTakeBack(NotYours):
    """Dit kan alleen de cliënt zelf zeggen. Of wie nu beslist."""


class DecidesAlready(AlreadyDone):
    """Dit is al zo. De cliënt beslist zelf."""


def take_back(*, seat: Seat, person: UUID, client: UUID) -> UUID:
    """The client decides again from now on; answers the change in the history. Written
    authorisation ends; what a court decided stays in the file. Raises MayNotTakeBack, or
    DecidesAlready when nothing stood in the way."""
    before = standing_of(seat.network, client)
    if before.state == "self":
        raise DecidesAlready()
    acting = [one.member for one in acting_for(seat.network) if one.client == client]
    if not deciding.take_back(client=client, at=clock.now()):
        raise MayNotTakeBack()
    tell(seat=seat, person=person, client=client, verb="control_self",
         members=[before.holder, *acting])  # fmt: skip
    return note(seat=seat, person=person, client=client, what=Change.What.SELF)
