"""Adding a paper to a point: a message, document or measurement that is there already."""

from uuid import UUID

from zorgverband.base.refusals import NotHere
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from .. import queries
from ..models import Paper
from ..models.meeting import COMING
from .bring_point import MeetingOver, NotAtMeeting


def add_paper(*, seat: Seat, person: UUID, point: UUID, item: UUID) -> None:
    """Let this item belong to the point; it keeps its own readers. Twice is once.

    Raises NotHere, MeetingOver or NotAtMeeting.
    """
    row = queries.point(network=seat.network, id=point)
    meeting = queries.meeting(network=seat.network, id=row["meeting_id"])
    if meeting["state"] not in COMING:
        raise MeetingOver()
    if not queries.takes_part(meeting, seat=seat, person=person):
        raise NotAtMeeting()
    if item not in {one["id"] for one in queries.paper_choices(row)}:
        raise NotHere()
    paper = Paper(network_id=seat.network, item_id=item, point_id=point)
    Paper.objects.bulk_create([paper], ignore_conflicts=True)
    record(verb="meeting_noted", network=seat.network, person=person, item=point)
