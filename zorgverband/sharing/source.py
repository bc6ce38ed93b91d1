"""The item out of which something is made: about whom, under which subject, and who reads at most."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from zorgverband.base.refusals import NotHere

from .queries import Reason, reasons, reasons_if
from .queries import item as readable_item
from .subjects import Subject


@dataclass(frozen=True)
class Source:
    """What is taken over from an item, without its words being typed again."""

    id: UUID
    about: UUID
    subject: Subject
    circle: str
    audience: list[UUID] | None
    title: str
    body: str


def as_source(*, network: UUID, item: UUID) -> Source:
    """What is made from this item has no more readers than it has now: not who was denied it, nor who
    reads only what was written since they came. Raises NotHere for one that is not readable, or stands
    in a compartment."""
    row: dict[str, Any] = readable_item(network=network, id=item)
    if row["compartment_id"] is not None:
        raise NotHere()
    audience, reading = row["audience"], _members(reasons(item))
    anew = reasons_if(
        network=network, about=row["about_id"], subject=Subject(row["subject"]),
        author=row["author_id"], audience=audience,
    )  # fmt: skip
    if _members(anew) - reading:
        audience = sorted(reading)
    return Source(
        id=item,
        about=row["about_id"],
        subject=Subject(row["subject"]),
        circle=row["circle"],
        audience=audience,
        title=row["title"],
        body=row["body"],
    )


def _members(found: Iterable[Reason]) -> set[UUID]:
    return {one.member for one in found if one.reads}
