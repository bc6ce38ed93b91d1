"""The minutes of a meeting: one record, of which each reads the part that is theirs. The locks decide
which that is; nothing here leaves anything out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from zorgverband.agreements.queries import these_agreements
from zorgverband.agreements.shown import ShownAgreement, show_agreements
from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face

from . import queries
from .holding import Guest, Stop, guests, stops
from .models import Kind, NoteKind
from .noted import ShownNote, show_notes

TERM = timedelta(days=14)


@dataclass
class Part:
    """One point with what was noted, and what was agreed about it."""

    stop: Stop
    notes: list[ShownNote] = field(default_factory=list)
    corrections: list[ShownNote] = field(default_factory=list)
    agreements: list[ShownAgreement] = field(default_factory=list)


@dataclass(frozen=True)
class Minutes:
    """The minutes as one person reads them."""

    row: queries.Row
    parts: Sequence[Part]
    guests: Sequence[Guest]
    mine: Guest | None

    @property
    def until(self) -> datetime:
        """Until when one can approve or correct."""
        return self.row["closed_at"] + TERM  # type: ignore[no-any-return]

    @property
    def open(self) -> bool:
        """Whether one still can."""
        return clock.now() < self.until

    @property
    def missed(self) -> bool:
        """Whether who reads was asked and was not there."""
        by_writing = self.row["kind"] == Kind.ROUND
        return self.mine is not None and not self.mine.came and not by_writing

    @property
    def decisions(self) -> list[ShownNote]:
        """What was decided, over all points."""
        return [
            note for part in self.parts for note in part.notes if note.kind == NoteKind.DECISION
        ]

    @property
    def mine_to_do(self) -> list[ShownAgreement]:
        """What was agreed with who reads."""
        return [one for part in self.parts for one in part.agreements if one.mine]

    @property
    def items(self) -> set[UUID]:
        """Everything that is in it, for the access log."""
        found = {self.row["item_id"]}
        for part in self.parts:
            found |= {part.stop.id, *(one.id for one in (*part.notes, *part.corrections))}
            found |= {one.id for one in part.agreements}
        return found


def minutes_of(
    row: queries.Row, *, seat: Seat, person: UUID, people: dict[UUID, Face], names: dict[UUID, str]
) -> Minutes:
    """The minutes of this meeting; four statements, however long they are."""
    meeting = row["item_id"]
    parts = {one.id: Part(one) for one in stops(meeting, noted_too=True)}
    notes = show_notes(queries.notes(list(parts)), people=people, names=names)
    ids = [note.agreement for note in notes if note.agreement]
    found = these_agreements(seat.network, ids)
    shown = show_agreements(found, seat=seat, person=person, people=people, names=names)
    made = {one.id: one for one in shown}
    for note in notes:
        part = parts[note.point]
        (part.corrections if note.kind == NoteKind.CORRECTION else part.notes).append(note)
        if note.agreement in made:
            part.agreements.append(made[note.agreement])
    came = guests(meeting)
    mine = next((one for one in came if one.member == seat.member), None)
    return Minutes(row=row, parts=list(parts.values()), guests=came, mine=mine)
