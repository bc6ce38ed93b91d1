"""'Toch niet': giving back what one would do, so that others can be asked again."""

from uuid import UUID

from zorgverband.base import clock, jobs
from zorgverband.base.refusals import AlreadyDone
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import HelpTaken
from ..queries import wanted
from .ask_help import TELL
from .refuse_help import say_no


class NotDoingIt(AlreadyDone):
    """U doet dit niet (meer). Hieronder ziet u hoe het nu is."""


def give_back(*, seat: Seat, person: UUID, asked: UUID) -> None:
    """What came of it does not happen, and it is asked again as its dates say; not of who gave it
    back. Who asked is told. Raises NotHere or NotDoingIt."""
    found = wanted(network=seat.network, member=seat.member, id=asked)
    rows = HelpTaken.objects.filter(item_id=asked, member_id=seat.member, given_back_at=None)
    if found.taken is None or not rows.update(given_back_at=clock.now()):
        raise NotDoingIt()
    if found.ended_at is None and not found.said_no:
        say_no(seat=seat, person=person, asked=asked)
    record(verb="help_given_back", network=seat.network, person=person, item=asked,
           to_person=found.author)  # fmt: skip
    record(verb="help_free", network=seat.network, person=person, item=asked)
    jobs.defer(TELL, asked=asked)
