"""Reading conversations: the list with unread marks, one conversation, and a page of its messages."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, F, IntegerField, OuterRef, Subquery, When
from django.db.models.functions import Coalesce, Greatest

from zorgverband.base.refusals import NotHere
from zorgverband.sharing.models import Attachment
from zorgverband.sharing.queries import FIELDS as HEADER

from .models import Conversation, Message, ReadingMark

PAGE = 50
FIELDS = ("id", "number", "author_id", "author_member_id", "created_at", "body", "files",
          "mentioned", "taken_back_at")  # fmt: skip
STANDS = ("item_id", "source_id", "last_number", "closed_at", "closed_by_id", "conclusion_id",
          "seen")  # fmt: skip
Row = dict[str, Any]


def conversations(
    *, network: UUID, person: UUID, subject: int | None, closed: bool, skip: int
) -> list[Row]:
    """At most `PAGE` + 1 conversations, those with something unread first, then the newest."""
    rows = Conversation.objects.filter(network_id=network, closed_at__isnull=not closed)
    if subject is not None:
        rows = rows.filter(item__subject=subject)
    # What one never opened is new, also when nothing was added to it; what one began is not.
    never = Case(When(item__author_id=person, then=0), default=-1)
    found = rows.annotate(
        unread=Greatest(F("last_number") - Coalesce(_seen(person), never), 0),
        waits=Case(When(unread__gt=0, then=1), default=0),
    )
    rows_found: Any = (
        found.order_by("-waits", "-last_at", "-item_id").values(
            "item_id", "item__title", "item__subject", "item__about_id", "item__kind",
            "item__author_id", "last_at", "last_number", "unread",
        )[skip : skip + PAGE + 1]
    )  # fmt: skip
    return list(rows_found)


def conversation(*, network: UUID, item: UUID, person: UUID) -> tuple[Row, Row]:
    """Its header as `sharing.queries.item` gives one, and how it stands, with the number of the last
    message this person `seen`; raises NotHere."""
    row = (
        Conversation.objects.filter(network_id=network, item_id=item)
        .annotate(seen=Coalesce(_seen(person), 0))
        .values(*STANDS, *(f"item__{name}" for name in HEADER))
        .first()
    )
    if row is None:
        raise NotHere()
    return {name: row[f"item__{name}"] for name in HEADER}, {name: row[name] for name in STANDS}


def _seen(person: UUID) -> Subquery:
    mine = ReadingMark.objects.filter(person_id=person, item_id=OuterRef("item_id"))
    return Subquery(mine.values("seen")[:1], output_field=IntegerField())


@dataclass(frozen=True)
class Stretch:
    """Messages in a row, oldest first; whether there are older and newer ones."""

    rows: list[Row]
    older: bool
    newer: bool


def stretch(
    *, item: UUID, last: int, before: int | None = None, after: int | None = None
) -> Stretch:
    """The newest `PAGE` messages; or the last ones before a number, or the first ones after it."""
    rows = Message.objects.filter(item_id=item).values(*FIELDS)
    if after is not None:
        found = list(rows.filter(number__gt=after).order_by("number")[:PAGE])
    else:
        found = list(
            rows.filter(number__lt=last + 1 if before is None else before).order_by("-number")[
                :PAGE
            ]
        )[::-1]
    return Stretch(
        rows=found,
        older=bool(found) and found[0]["number"] > 1,
        newer=bool(found) and found[-1]["number"] < last,
    )


def files_of(rows: Collection[Row]) -> dict[UUID, Row]:
    """The photos and files of these messages, by id; no statement when there are none."""
    ids = [one for row in rows for one in row["files"]]
    if not ids:
        return {}
    found: Any = Attachment.objects.filter(id__in=ids)
    return {row["id"]: row for row in found.values("id", "name", "size", "thumbnail")}
