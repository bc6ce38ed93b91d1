"""Closing a conversation, with what was concluded as a message of its own; and opening it again."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotHere
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.sharing.actions import must_live, share
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.circles import OWN
from zorgverband.sharing.models import Item
from zorgverband.sharing.queries import item as readable_item
from zorgverband.sharing.source import as_source

from ..models import Conversation
from .say import ClosedAlready


class OpenAlready(AlreadyDone):
    """Dit gesprek is al open. U kunt gewoon verder praten."""


def close_conversation(
    *, seat: Seat, person: UUID, item: UUID, title: str, conclusion: str
) -> Item | None:
    """Close it. What was concluded becomes a message of its own, about the same, for no more readers,
    out of which an advice or agreement can be made. Raises NotHere, MayNotWrite, ClosedAlready."""
    _may_go_on(seat, person, item)
    if _held(item)["closed_at"] is not None:
        raise ClosedAlready()
    note = _noted(seat, person, item, title, conclusion) if conclusion.strip() else None
    Conversation.objects.filter(item_id=item).update(
        closed_at=clock.now(), closed_by_id=person, conclusion_id=note.id if note else None
    )
    record(verb="talk_closed", network=seat.network, person=person, item=item)
    return note


def reopen_conversation(*, seat: Seat, person: UUID, item: UUID) -> None:
    """Open it again; the conclusion stays a message. Raises NotHere, MayNotWrite, OpenAlready."""
    _may_go_on(seat, person, item)
    if _held(item)["closed_at"] is None:
        raise OpenAlready()
    Conversation.objects.filter(item_id=item).update(
        closed_at=None, closed_by_id=None, conclusion_id=None
    )


def _noted(seat: Seat, person: UUID, item: UUID, title: str, conclusion: str) -> Item:
    found = as_source(network=seat.network, item=item)
    return share(
        seat=seat, person=person, about=found.about, subject=found.subject, kind="note",
        title=title, body=conclusion, audience=found.audience,
        circle=found.circle if found.audience is None else OWN,
    )  # fmt: skip


def _held(item: UUID) -> dict[str, object]:
    row = Conversation.objects.select_for_update().filter(item_id=item).values("closed_at").first()
    if row is None:
        raise NotHere()
    return dict(row)


def _may_go_on(seat: Seat, person: UUID, item: UUID) -> None:
    header = readable_item(network=seat.network, id=item)
    writes = seat.may_write(about=header["about_id"], subject=header["subject"])
    if header["author_id"] != person and not writes:
        raise MayNotWrite()
    must_live(item)
