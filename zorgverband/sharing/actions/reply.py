"""Answering under an item: the answer has the readers of the item, never more."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence

from ..models import Compartment, Reply
from ..queries import item as readable_item
from ..subjects import Subject
from .edit import must_live
from .share import MayNotWrite, NothingWritten


class NothingBack(NotYours):
    """Op wat iemand doorgeeft, kunt u hier niet antwoorden. Bel of spreek die persoon."""


class InsideClosed(AlreadyDone):
    """Deze afgeschermde ruimte is gesloten. U kunt alles nog lezen, maar niet meer reageren."""


def reply_to(*, seat: Seat, person: UUID, item: UUID, body: str) -> Reply:
    """Add a reply. Raises NotHere for an item one may not read, MayNotWrite for who may not write
    about its subject and did not write it, NothingWritten for an empty reply, AfterDeath."""
    header = readable_item(network=seat.network, id=item)
    if not body.strip():
        raise NothingWritten(field="body")
    if header["kind"] == "report":
        raise NothingBack()
    mine = header["author_id"] == person
    inside = header["compartment_id"]
    if inside and Compartment.objects.filter(id=inside, closed_at__isnull=False).exists():
        raise InsideClosed()
    # Who is named in a compartment answers there, whatever else they may write.
    if (
        not mine
        and not inside
        and not seat.may_write(about=header["about_id"], subject=header["subject"])
    ):
        raise MayNotWrite()
    must_live(item)
    reply = Reply(
        network_id=seat.network,
        item_id=item,
        author_id=person,
        author_member_id=seat.member,
        created_at=clock.now(),
        body=body.strip(),
    )
    note_presence(seat=seat, person=person, medical=Subject(header["subject"]).medical)
    Reply.objects.bulk_create([reply])
    record(verb="replied", network=seat.network, person=person, item=item)
    return reply
