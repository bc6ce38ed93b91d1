"""Saying something in a conversation: at the newest place, for whoever reads the conversation."""

from collections.abc import Sequence
from typing import IO
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import AlreadyDone, NotHere, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence
from zorgverband.sharing.actions import attach_ready, must_live, ready
from zorgverband.sharing.actions.share import MayNotWrite, NothingWritten
from zorgverband.sharing.queries import item as readable_item
from zorgverband.sharing.queries import reasons
from zorgverband.sharing.subjects import Subject

from ..models import Conversation, Message, ReadingMark
from .mark_read import mark_read


class ClosedAlready(AlreadyDone):
    """Dit gesprek is afgerond. Wilt u nog iets zeggen? Open het dan weer."""


class NotAReader(Refusal):
    """{name} leest dit gesprek niet, en kan hier dus niet worden genoemd.
    Haal de naam weg, of kies eerst andere lezers."""


def say(
    *,
    seat: Seat,
    person: UUID,
    item: UUID,
    body: str,
    mentioned: Sequence[UUID] = (),
    uploads: Sequence[tuple[str, IO[bytes]]] = (),
    names: dict[UUID, str] | None = None,
) -> Message:
    """Add a message; its readers hear of it once per half hour, who is mentioned (persons) at once.

    Raises NotHere, MayNotWrite, NothingWritten, AfterDeath, ClosedAlready, NotAReader for a mentioned
    person who does not read the conversation, and what `attach` raises.
    """
    header = readable_item(network=seat.network, id=item)
    if not body.strip() and not uploads:
        raise NothingWritten(field="body")
    if header["author_id"] != person and not seat.may_write(
        about=header["about_id"], subject=header["subject"]
    ):
        raise MayNotWrite()
    must_live(item)
    meant = _meant(item, person, mentioned, names or {})
    number = _next_place(item)
    note_presence(seat=seat, person=person, medical=Subject(header["subject"]).medical)
    looked_at = [ready(name, one) for name, one in uploads]
    files = [attach_ready(seat=seat, item=item, file=one).id for one in looked_at]
    message = Message(
        id=new_id(), network_id=seat.network, item_id=item, number=number, author_id=person,
        author_member_id=seat.member, created_at=clock.now(), body=body.strip(), files=files,
        mentioned=meant,
    )  # fmt: skip
    Message.objects.bulk_create([message])
    _told(seat, person, item, meant)
    if _read_so_far(person, item) >= number - 1:
        mark_read(person=person, item=item, until=number)
    return message


def _meant(
    item: UUID, person: UUID, mentioned: Sequence[UUID], names: dict[UUID, str]
) -> list[UUID]:
    wanted = [one for one in dict.fromkeys(mentioned) if one != person]
    if not wanted:
        return []
    reading = {one.person for one in reasons(item) if one.reads}
    for one in wanted:
        if one not in reading:
            raise NotAReader(field="mention", name=names.get(one) or "…")
    return wanted


def _next_place(item: UUID) -> int:
    """Take the newest place; who comes at the same moment waits here until this is committed."""
    held = Conversation.objects.select_for_update().filter(item_id=item)
    row = held.values("last_number", "closed_at").first()
    if row is None:
        raise NotHere()
    if row["closed_at"] is not None:
        raise ClosedAlready()
    number = int(row["last_number"]) + 1
    Conversation.objects.filter(item_id=item).update(last_number=number, last_at=clock.now())
    return number


def _told(seat: Seat, person: UUID, item: UUID, meant: Sequence[UUID]) -> None:
    # First who is mentioned: they need not hear a second time that something was said.
    for one in meant:
        record(verb="mentioned", network=seat.network, person=person, item=item, to_person=one)
    record(verb="talked", network=seat.network, person=person, item=item)


def _read_so_far(person: UUID, item: UUID) -> int:
    marks = ReadingMark.objects.filter(person_id=person, item_id=item)
    return marks.values_list("seen", flat=True).first() or 0
