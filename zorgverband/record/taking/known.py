"""What was taken over before: the newest item of each source that this person may read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from ..models import Source


@dataclass(frozen=True, kw_only=True)
class Known:
    """An item that came from a source, as it is now."""

    item: UUID
    subject: int
    kind: str
    author: UUID
    version: int
    title: str
    body: str
    written_at: datetime
    digest: str
    updated: datetime | None


_COLUMNS = (
    "source_id", "item_id", "digest", "updated", "item__subject", "item__kind", "item__author_id",
    "item__version", "item__title", "item__body", "item__created_at", "item__edited_at",
)  # fmt: skip


def known_sources(*, network: UUID, about: UUID, ids: Iterable[str]) -> dict[str, Known]:
    """By source id; of the items one may not read nothing is said. One statement."""
    rows = (
        Source.objects.filter(network_id=network, source_id__in=list(ids), item__about_id=about)
        .order_by("source_id", "-item_id", "-version")
        .distinct("source_id")
        .values(*_COLUMNS)
    )
    return {row["source_id"]: _known(row) for row in rows}


def _known(row: dict[str, Any]) -> Known:
    return Known(
        item=row["item_id"],
        subject=row["item__subject"],
        kind=row["item__kind"],
        author=row["item__author_id"],
        version=row["item__version"],
        title=row["item__title"],
        body=row["item__body"],
        written_at=row["item__edited_at"] or row["item__created_at"],
        digest=row["digest"],
        updated=row["updated"],
    )


def items_of_sources(*, network: UUID, about: UUID, ids: Iterable[str]) -> dict[str, UUID]:
    """The newest readable item of each of these sources."""
    found = known_sources(network=network, about=about, ids=ids)
    return {source: known.item for source, known in found.items()}


def older_items(*, network: UUID, about: UUID, items: Iterable[UUID]) -> dict[UUID, UUID]:
    """Readable items in whose place one of `items` came, because the source is the same: the older
    one with the newer one."""
    new = dict(Source.objects.filter(item_id__in=list(items)).values_list("source_id", "item_id"))
    rows = Source.objects.filter(
        network_id=network, source_id__in=list(new), item__about_id=about
    ).exclude(item_id__in=list(new.values()))
    return {item: new[source] for source, item in rows.values_list("source_id", "item_id")}
