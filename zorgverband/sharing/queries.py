"""Reading items: timeline, one item, search, readers with reasons. The lock decides what comes."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.db.models import Count, F, QuerySet

from zorgverband.base import locked, reading
from zorgverband.base.composed import composed
from zorgverband.base.refusals import NotHere

from .circles import EVERYONE
from .models import Attachment, Item, Origin, ReadMark, Reply, Version
from .subjects import LAST_MEDICAL, Subject

PAGE = 30
BADGE_AT_MOST = 99
FIELDS = (
    "id", "about_id", "subject", "kind", "author_id", "author_member_id", "created_at",
    "happened_at", "audience", "circle", "title", "body", "version", "edited_at",
    "taken_over_from", "compartment_id",
)  # fmt: skip


@dataclass(frozen=True)
class Filter:
    """What of the timeline somebody wants to see. None means everything."""

    subject: int | None = None
    author: UUID | None = None
    about: UUID | None = None


@dataclass(frozen=True)
class Cursor:
    """The place in the timeline after which to go on: moment and id of the last item shown."""

    happened_at: datetime
    id: UUID


def timeline(
    *,
    network: UUID,
    wanted: Filter | None = None,
    after: Cursor | None = None,
    count: int = PAGE,
) -> list[dict[str, Any]]:
    """The newest `count` + 1 items of the news, newest first; one more tells there is older news."""
    wanted = wanted or Filter()
    return reading.timeline(
        network=network,
        subject=wanted.subject,
        author=wanted.author,
        about=wanted.about,
        before=(after.happened_at, after.id) if after else None,
        limit=count + 1,
        fields=FIELDS,
    )


def item(*, network: UUID, id: UUID) -> dict[str, Any]:
    """One item; raises NotHere, the same for what is not there and what is not for you."""
    row = Item.objects.filter(network_id=network, id=id).values(*FIELDS).first()
    if row is None:
        raise NotHere()
    return cast(dict[str, Any], row)


def items(ids: Collection[UUID]) -> list[dict[str, Any]]:
    """Those of these items that the viewer may read, newest first."""
    return _items(ids) if ids else []


@composed
def _items(ids: Collection[UUID]) -> QuerySet[Any, Any]:
    rows: QuerySet[Any, Any] = Item.objects.filter(id__in=ids).order_by("-happened_at", "-id")
    return rows.values("network_id", *FIELDS)


def for_everyone(network: UUID, ids: Collection[UUID]) -> set[UUID]:
    """Which of these items were written for everybody in the network, and so may hang on a wall."""
    rows = Item.objects.filter(
        network_id=network, id__in=list(ids), circle=EVERYONE, audience=None, denied=[],
        compartment_id=None, subject__gt=LAST_MEDICAL,
    )  # fmt: skip
    return set(rows.values_list("id", flat=True))


def found(
    *, network: UUID, words: str, before: datetime, count: int = PAGE
) -> list[dict[str, Any]]:
    """Items in which all these words occur (Dutch stems, accents aside), newest first."""
    ids = locked.search(network=network, words=_plain(words), before=before, limit=count + 1)
    return items(ids)


def origin_of(item: UUID) -> dict[str, Any] | None:
    """Out of which readable item this one was made: id, kind and title; None for none."""
    rows: Any = Origin.objects.filter(item_id=item)
    return cast(
        dict[str, Any] | None,
        rows.values(id=F("source_id"), kind=F("source__kind"), title=F("source__title")).first(),
    )


def made_from(source: UUID) -> list[dict[str, Any]]:
    """The readable items that were made out of this one, oldest first: id, kind and title."""
    rows: Any = Origin.objects.filter(source_id=source).order_by("item_id")
    return list(rows.values(id=F("item_id"), kind=F("item__kind"), title=F("item__title")))


def replies_of(item: UUID) -> list[dict[str, Any]]:
    """The replies under an item, oldest first."""
    rows: Any = (
        Reply.objects.filter(item_id=item)
        .order_by("created_at", "id")
        .values("id", "author_id", "author_member_id", "created_at", "body")
    )
    return list(rows)


def reply_counts(ids: Sequence[UUID]) -> dict[UUID, int]:
    """How many replies each of these items has; items without are left out."""
    rows = Reply.objects.filter(item_id__in=ids).values("item_id").annotate(n=Count("id"))
    return {row["item_id"]: row["n"] for row in rows.order_by()}


def versions_of(item: UUID) -> list[dict[str, Any]]:
    """How an item read before, newest first."""
    rows: Any = (
        Version.objects.filter(item_id=item)
        .order_by("-number")
        .values("number", "title", "body", "author_id", "written_at")
    )
    return list(rows)


def attachments_of(ids: Sequence[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    """The photos and files of these items."""
    rows: Any = (
        Attachment.objects.filter(item_id__in=ids)
        .order_by("id")
        .values("id", "item_id", "name", "content_type", "size", "thumbnail")
    )
    found: dict[UUID, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["item_id"], []).append(row)
    return found


def seen_until(*, network: UUID, person: UUID) -> datetime | None:
    """Until when this person has seen the news of the network."""
    return (
        ReadMark.objects.filter(person_id=person, network_id=network)
        .values_list("seen_until", flat=True)
        .first()
    )


def unread_count(*, network: UUID, person: UUID) -> int:
    """How many items by others `person`, who entered, has not seen; counts no further than 99."""
    return reading.unread(network=network, at_most=BADGE_AT_MOST)


def unread_in(networks: Sequence[UUID]) -> dict[UUID, int]:
    """`unread_count` for each of these networks, all of which were entered, in one statement."""
    return reading.unread_in(networks, at_most=BADGE_AT_MOST)


def seen_and_unread(network: UUID) -> tuple[datetime | None, int]:
    """Both for who entered, in one statement."""
    return reading.marks(network=network, at_most=BADGE_AT_MOST)


@dataclass(frozen=True)
class Reason:
    """Why a person may or may not read something: the line of the rule that decided."""

    member: UUID
    person: UUID
    line: int

    @property
    def reads(self) -> bool:
        """Whether that line says yes."""
        return self.line > 0


def reasons(item: UUID) -> list[Reason]:
    """Who may read this item and why, by the rule itself; empty for who may not read it."""
    return [Reason(*row) for row in locked.reasons(item)]


def reasons_if(
    *,
    network: UUID,
    about: UUID,
    subject: Subject,
    author: UUID,
    audience: Sequence[UUID] | None,
    compartment: UUID | None = None,
) -> list[Reason]:
    """Who would read an item with this header, and why; asked of the rule, before writing it."""
    return [
        Reason(*row)
        for row in locked.reasons_if(
            network=network,
            about=about,
            subject=int(subject),
            author=author,
            audience=audience,
            compartment=compartment,
        )
    ]


def _plain(words: str) -> str:
    """The words without loose minus signs: each would be an operator of its own to the database."""
    return re.sub(r"-+(?!\w)|-{2,}", " ", words)
