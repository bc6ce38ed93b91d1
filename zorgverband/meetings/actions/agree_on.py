"""Making an agreement out of what was decided: asked of who does it, in the words that stand there."""

from datetime import date
from uuid import UUID

from zorgverband.agreements.actions import ask_agreement
from zorgverband.agreements.models import Agreement
from zorgverband.base.refusals import AlreadyDone, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.sharing.circles import OWN
from zorgverband.sharing.source import as_source
from zorgverband.sharing.subjects import Subject

from .. import queries
from ..models import Note, NoteKind
from ..models.points import BINDING
from .bring_point import NotAtMeeting

LONGEST_TITLE = 120


class NotBinding(Refusal):
    """Alleen een besluit, afspraak of actie kan een afspraak worden."""


class AgreedAlready(AlreadyDone):
    """Hier is al een afspraak van gemaakt."""


def agree_on(
    *, seat: Seat, person: UUID, note: UUID, executor: UUID, due_on: date | None = None
) -> Agreement:
    """Ask `executor` to do what this note says, with the note's subject and readers; the note then
    points at the agreement. Of two who do so at once, the first counts.

    Raises NotHere, NotAtMeeting, NotBinding, AgreedAlready, and what `ask_agreement` raises:
    CannotRead when the executor could not read it.
    """
    row = queries.note(network=seat.network, id=note)
    point = queries.point(network=seat.network, id=row["point_id"])
    meeting = queries.meeting(network=seat.network, id=point["meeting_id"])
    if not queries.takes_part(meeting, seat=seat, person=person):
        raise NotAtMeeting()
    if row["kind"] not in BINDING:
        raise NotBinding(field="kind")
    if row["agreement_id"] is not None:
        raise AgreedAlready()
    title, more = _words(row["item__body"])
    found = as_source(network=seat.network, item=note)
    made = ask_agreement(
        seat=seat, person=person, about=row["item__about_id"],
        subject=Subject(row["item__subject"]), executor=executor, what=title, more=more,
        due_on=due_on, audience=found.audience,
        circle=found.circle if found.audience is None else OWN,
    )  # fmt: skip
    if not Note.objects.filter(item_id=note, agreement_id=None).update(agreement_id=made.item_id):
        raise AgreedAlready()
    record(verb="meeting_noted", network=seat.network, person=person, item=note)
    return made


def _words(body: str) -> tuple[str, str]:
    """The words as a title, and the whole of it where that is too long for one."""
    first = body.strip().splitlines()[0]
    if len(body.strip()) <= LONGEST_TITLE and first == body.strip():
        return first, ""
    short = (
        first if len(first) <= LONGEST_TITLE else first[:LONGEST_TITLE].rsplit(" ", 1)[0] + " ..."
    )
    return short, body.strip()


def may_become_one(kind: str) -> bool:
    """Whether a note of this kind can become an agreement."""
    return NoteKind(kind) in BINDING
