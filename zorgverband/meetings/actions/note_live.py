"""Writing during a meeting: what is said lands under a point at once, each note a row of its own."""

from uuid import UUID

from zorgverband.base.viewer import Seat

from .. import queries
from ..models import NoteKind, State
from .hold_meeting import NotHeldNow
from .write_note import write_note


def note_live(
    *,
    seat: Seat,
    person: UUID,
    meeting: UUID,
    point: UUID,
    kind: NoteKind,
    words: str,
    said_by: UUID | None = None,
) -> UUID:
    """Write a note while the meeting is held; answer its id.

    Raises NotHeldNow, and what `write_note` raises.
    """
    row = queries.meeting(network=seat.network, id=meeting)
    if row["state"] != State.RUNNING:
        raise NotHeldNow()
    note = write_note(
        seat=seat, person=person, point=point, kind=kind, words=words, said_by=said_by
    )
    return UUID(str(note.item_id))
