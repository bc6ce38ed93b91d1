"""Talking about a question or complaint, under it: read by who reads the question itself."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence
from zorgverband.sharing.actions import must_live
from zorgverband.sharing.actions.share import NothingWritten
from zorgverband.sharing.models import Reply
from zorgverband.sharing.subjects import Subject

from ..queries import case
from .going_on import EndedNow, NotYourWords


def say_more(*, seat: Seat, person: UUID, complaint: UUID, body: str) -> Reply:
    """Add something, as who wrote it or who handles it, while it runs; whatever else they may write.
    Raises NotHere, NotYourWords, EndedNow, NothingWritten or AfterDeath."""
    found = case(network=seat.network, id=complaint)
    if person != found.author and seat.member != found.handler:
        raise NotYourWords()
    if not found.runs:
        raise EndedNow()
    if not body.strip():
        raise NothingWritten(field="body")
    must_live(complaint)
    note_presence(seat=seat, person=person, medical=Subject(found.subject).medical)
    row = Reply(
        network_id=seat.network, item_id=complaint, author_id=person,
        author_member_id=seat.member, created_at=clock.now(), body=body.strip(),
    )  # fmt: skip
    Reply.objects.bulk_create([row])
    record(verb="complaint_said", network=seat.network, person=person, item=complaint)
    return row
