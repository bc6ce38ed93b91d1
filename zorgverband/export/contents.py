"""Everything that goes into one archive, read under the lock of who takes it along."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from zorgverband.base import clock, taking
from zorgverband.base.viewer import Seat
from zorgverband.journal.models import Look
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.sharing.models import Attachment, Item, Reply, Version

from .structure import structure_of

CHUNK = 500
ITEM = (
    "id", "about_id", "subject", "kind", "author_id", "author_member_id", "created_at",
    "happened_at", "title", "body", "version", "edited_at", "taken_over_from",
)  # fmt: skip
LOOK = (
    "at", "person_name", "side", "function", "organisation", "action", "about_id", "subject",
    "items", "ground", "door",
)  # fmt: skip
Row = dict[str, Any]


@dataclass(frozen=True)
class Contents:
    """What one archive holds. Items are in the order in which things happened; each carries its
    own replies, versions, files and structure."""

    network: UUID
    about: UUID
    about_name: str
    taken_by: str
    made_at: datetime
    items: list[Row]
    looks: list[Row]
    people: dict[UUID, Face]
    names: dict[UUID, str]


def gather(*, seat: Seat, person: UUID, about: UUID) -> Contents:
    """Read what `person`, who entered, takes along about `about`. What that is, and nothing more,
    is said by the database (`privacy.takeaway`)."""
    people, names = faces(seat.network), names_of_people(seat.network)
    ids = taking.takeaway(network=seat.network, about=about)
    items = [item for chunk in _chunks(ids) for item in _items(chunk)]
    items.sort(key=lambda item: (item["happened_at"], item["id"]))
    return Contents(
        network=seat.network,
        about=about,
        about_name=people[about].name if about in people else "",
        taken_by=names.get(person, ""),
        made_at=clock.now(),
        items=items,
        looks=_looks(seat.network, about),
        people=people,
        names=names,
    )


def _chunks(ids: Sequence[UUID]) -> Iterator[list[UUID]]:
    for start in range(0, len(ids), CHUNK):
        yield list(ids[start : start + CHUNK])


def _items(ids: list[UUID]) -> list[Row]:
    replies = _by_item(
        Reply, ids, "id", "author_id", "author_member_id", "created_at", "body", order="created_at"
    )
    versions = _by_item(
        Version, ids, "number", "title", "body", "author_id", "written_at", order="number"
    )
    files = _by_item(Attachment, ids, "id", "name", "content_type", "size", "stored_as", order="id")
    structure = structure_of(ids)
    rows: Any = Item.objects.filter(id__in=ids).values(*ITEM)
    return [
        row
        | {
            "replies": replies.get(row["id"], []),
            "versions": versions.get(row["id"], []),
            "files": files.get(row["id"], []),
            "structure": structure.get(row["id"], {}),
        }
        for row in rows
    ]


def _by_item(model: Any, ids: list[UUID], *names: str, order: str) -> dict[UUID, list[Row]]:
    found: dict[UUID, list[Row]] = {}
    rows = model.objects.filter(item_id__in=ids).order_by(order, "id").values("item_id", *names)
    for row in rows:
        found.setdefault(row.pop("item_id"), []).append(row)
    return found


def _looks(network: UUID, about: UUID) -> list[Row]:
    """The access log about them and about their household, as far as the lock shows it to who
    takes it along."""
    rows: Any = (
        Look.objects.filter(network_id=network, about_id__in=[about, network])
        .order_by("at", "id")
        .values(*LOOK)
    )
    return list(rows)
