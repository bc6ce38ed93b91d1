"""Notes of a meeting as pages show them: what sort, in whose words, by whom and when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.clock import today
from zorgverband.networks.queries import Face
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import clock, day_within, local_day

from .models import NoteKind
from .models.points import BINDING
from .queries import Row

# How each sort looks: the look of its label.
LOOKS = {
    NoteKind.STRENGTH: "good", NoteKind.WORRY: "worry", NoteKind.DECISION: "main",
    NoteKind.AGREEMENT: "main", NoteKind.ACTION: "main", NoteKind.PARKED: "plain",
    NoteKind.SAID: "plain", NoteKind.CORRECTION: "worry",
}  # fmt: skip


# A browser counts the end of a line once and sends it as two signs.
LONGEST = 4000


def written(typed: str) -> str:
    """What was typed in a field of at most `LONGEST` signs."""
    return typed.replace("\r\n", "\n")[:LONGEST]


@dataclass(frozen=True)
class ShownNote:
    """One note on a page or on paper. `agreement`: what was made of it; `may_agree`: something can
    still be made of it."""

    id: UUID
    point: UUID
    kind: str
    label: str
    look: str
    words: str
    said_by: str
    by: str
    at: str
    medical: bool
    agreement: UUID | None
    may_agree: bool


def show_notes(
    rows: Sequence[Row], *, people: Mapping[UUID, Face], names: Mapping[UUID, str]
) -> list[ShownNote]:
    """Notes as read, first written first; without statements."""
    return [_shown(row, people, names) for row in rows]


def _shown(row: Row, people: Mapping[UUID, Face], names: Mapping[UUID, str]) -> ShownNote:
    kind = NoteKind(row["kind"])
    speaker = people.get(row["said_by_id"]) if row["said_by_id"] else None
    return ShownNote(
        id=row["item_id"],
        point=row["point_id"],
        kind=kind.value,
        label=str(kind.label),
        look=LOOKS.get(kind, "plain"),
        words=row["item__body"],
        said_by=speaker.name if speaker else _("iemand") if kind == NoteKind.SAID else "",
        by=names.get(row["item__author_id"], _("iemand")),
        at=_moment(row["item__created_at"]),
        medical=Subject(row["item__subject"]).medical,
        agreement=row["agreement_id"],
        may_agree=kind in BINDING and row["agreement_id"] is None,
    )


def _moment(moment: datetime) -> str:
    """'14.10 uur' of what was written today; else with the day: 'gisteren 14.10 uur'."""
    day = "" if local_day(moment) == today() else day_within(moment, today())
    return f"{day} {clock(moment)}".strip()
