"""Reading for paper: letters that were brought, and the news of a period for a client.

News for somebody else is read under two locks, one after the other: under the client's own keys the
database says what the client reads, and under the keys of who prints it gives of those what they read
themselves. So nothing on the paper is new to either of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.viewer import Seat, enter
from zorgverband.networks.queries import Face
from zorgverband.sharing.models import Attachment, Item, Reply

from .models import Letter

# More is no letter that anybody reads; and a page of paper each is asked of the one who brings it.
AT_MOST = 150
_ITEM = ("id", "title", "body", "subject", "author_id", "author_member_id", "happened_at",
         "created_at", "taken_over_from")  # fmt: skip


class TooMuchNews(Refusal):
    """Dat is te veel nieuws voor één brief. Kies een kortere tijd."""


@dataclass(frozen=True)
class Period:
    """From a moment (not itself) until another one (itself)."""

    since: datetime
    until: datetime


@dataclass(frozen=True)
class News:
    """Items with replies by item, and photos by item, the oldest first."""

    items: list[dict[str, Any]]
    replies: dict[UUID, list[dict[str, Any]]]
    photos: dict[UUID, list[dict[str, Any]]]


def letters_of(network: UUID, client: UUID) -> list[dict[str, Any]]:
    """The letters this client was brought, newest first."""
    rows: Any = Letter.objects.filter(network_id=network, client_id=client, undone_at=None)
    fields = ("id", "since", "until", "brought_on", "brought_by_id", "noted_by_id")
    return list(rows.order_by("-until", "-id").values(*fields)[:10])


def client_here(people: dict[UUID, Face], client: UUID) -> Face:
    """The face of a client who takes part now; raises NotHere."""
    face = people.get(client)
    if face is None or face.side != "client" or face.person is None or not face.active:
        raise NotHere()
    return face


def news_for(*, seat: Seat, person: UUID, client: Face, period: Period, whole: bool = True) -> News:
    """What was written in this period by others than the client, and both the client and `person`, who
    entered, may read; what the client wrote with what others answered. The keys of `person` hold again
    when it answers. Not `whole`: only the items. Raises TooMuchNews, or NotHere for a
    client who reads nothing here."""
    if client.person == person or client.person is None:
        return _read(_written(seat.network, person, period), person, period, whole=whole)
    try:
        # Raises NotHere for a client who reads nothing here.
        enter(person=client.person, networks=[seat.network]).seat(seat.network)
        theirs = set(_written(seat.network, client.person, period).values_list("id", flat=True))
    finally:
        enter(person=person, networks=[seat.network])
    rows = _written(seat.network, client.person, period).filter(id__in=theirs)
    return _read(rows, client.person, period, whole=whole)


def _written(network: UUID, reader: UUID, period: Period) -> QuerySet[Item]:
    answers = _answers(reader, period).filter(item_id=OuterRef("id"))
    written = Q(created_at__gt=period.since, created_at__lte=period.until) & ~Q(author_id=reader)
    return Item.objects.filter(network_id=network, in_news=True).filter(written | Exists(answers))


def _answers(reader: UUID, period: Period) -> QuerySet[Reply]:
    return Reply.objects.filter(
        created_at__gt=period.since, created_at__lte=period.until
    ).exclude(author_id=reader)  # fmt: skip


def _read(rows: QuerySet[Item], reader: UUID, period: Period, *, whole: bool = True) -> News:
    items: list[Any] = list(
        rows.order_by(F("happened_at"), "id").values(*_ITEM)[: AT_MOST + 1]
    )  # fmt: skip
    if len(items) > AT_MOST:
        raise TooMuchNews()
    if not whole:
        return News(items, {}, {})
    ids = [row["id"] for row in items]
    replies: Any = _answers(reader, period).filter(item_id__in=ids).order_by("created_at", "id")
    photos: Any = Attachment.objects.filter(item_id__in=ids).exclude(thumbnail="").order_by("id")
    return News(
        items,
        _by_item(replies.values("item_id", "author_id", "author_member_id", "body")),
        _by_item(photos.values("item_id", "thumbnail", "shows")),
    )


def _by_item(rows: Iterable[dict[str, Any]]) -> dict[UUID, list[dict[str, Any]]]:
    found: dict[UUID, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["item_id"], []).append(row)
    return found
