"""Points and papers as a page shows them: numbered as each reader sees them, in their language."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from zorgverband.sharing.subjects import ICONS, Subject
from zorgverband.ui.dates import short_date

from .models import Origin
from .queries import Row

FIRST_WORDS = 60


@dataclass(frozen=True)
class ShownPoint:
    """One point of the agenda, with the number it has for this reader."""

    id: UUID
    href: str
    number: int
    what: str
    why: str
    subject: str
    icon: str
    medical: bool
    who: str
    own: bool
    origin: str
    minutes: int | None
    mine: bool


def show_points(
    rows: Sequence[Row], *, network: UUID, names: dict[UUID, str], person: UUID
) -> list[ShownPoint]:
    """The agenda, numbered as this reader sees it; without statements."""
    return [_point(row, number, network, names, person) for number, row in enumerate(rows, start=1)]


def _point(
    row: Row, number: int, network: UUID, names: dict[UUID, str], person: UUID
) -> ShownPoint:
    subject = Subject(row["item__subject"])
    origin = Origin(row["origin"])
    parts = {"network_id": network, "point_id": row["item_id"]}
    return ShownPoint(
        id=row["item_id"], href=reverse("meeting_point", kwargs=parts), number=number,
        what=row["item__title"], why=row["item__body"], subject=str(subject.label),
        icon=ICONS[subject], medical=subject.medical,
        who=names.get(row["item__author_id"], _("iemand")), own=origin == Origin.OWN,
        origin="" if origin in (Origin.OWN, Origin.FREE) else str(origin.label),
        minutes=row["minutes"], mine=row["item__author_id"] == person,
    )  # fmt: skip


@dataclass(frozen=True)
class ShownPaper:
    """Something that belongs to a point, or could."""

    id: UUID
    title: str
    when: str


def show_papers(rows: Sequence[Row]) -> list[ShownPaper]:
    """What belongs to a point, with the first words of what has no title; without statements."""
    return [
        ShownPaper(
            id=row["id"], title=row["title"] or row["body"][:FIRST_WORDS],
            when=short_date(row["happened_at"]),
        )
        for row in rows
    ]  # fmt: skip
