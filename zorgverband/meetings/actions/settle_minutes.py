"""After a meeting: finding the minutes right, correcting them, and having read what one missed."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotHere, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.sharing.actions import must_live

from .. import queries
from ..minutes import TERM
from ..models import Approval, NoteKind, Participant, Point, State
from .hold_meeting import NotHeldNow
from .write_note import write_note


class TermOver(AlreadyDone):
    """De tijd om het verslag goed te keuren of te verbeteren is voorbij."""


def approve_minutes(*, seat: Seat, person: UUID, meeting: UUID) -> None:
    """Find the minutes right, as far as one may read them; twice is once.

    Raises NotHere, NotHeldNow, TermOver, or NotYours for who was not asked to the meeting.
    """
    _open(seat, person, meeting)
    if Approval.objects.filter(item_id=meeting, person_id=person).exists():
        return
    Approval.objects.bulk_create(
        [
            Approval(network_id=seat.network, item_id=meeting, member_id=seat.member,
                     person_id=person, at=clock.now())
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    record(verb="minutes_approved", network=seat.network, person=person, item=meeting)


def correct_minutes(*, seat: Seat, person: UUID, meeting: UUID, point: UUID, words: str) -> UUID:
    """Say under a point what was otherwise. It is kept beside what stands there, and changes nothing
    of it; answer the id of the note.

    Raises NotHere, NotHeldNow, TermOver, NotYours, and what `write_note` raises.
    """
    _open(seat, person, meeting)
    if not Point.objects.filter(item_id=point, meeting_id=meeting).exists():
        raise NotHere()
    note = write_note(seat=seat, person=person, point=point, kind=NoteKind.CORRECTION, words=words)
    return UUID(str(note.item_id))


def confirm_missed(*, seat: Seat, person: UUID, meeting: UUID) -> None:
    """Say that one, who was not there, read what concerns one. Raises NotHere, NotHeldNow, NotYours."""
    _closed(seat, meeting)
    mine = Participant.objects.filter(item_id=meeting, member_id=seat.member, ended_at=None)
    if not mine.exists():
        raise NotYours()
    if mine.filter(confirmed_at=None).update(confirmed_at=clock.now()):
        record(verb="minutes_approved", network=seat.network, person=person, item=meeting)


def _closed(seat: Seat, meeting: UUID) -> queries.Row:
    row = queries.meeting(network=seat.network, id=meeting)
    if row["state"] != State.CLOSED:
        raise NotHeldNow()
    must_live(meeting)
    return row


def _open(seat: Seat, person: UUID, meeting: UUID) -> None:
    row = _closed(seat, meeting)
    if not queries.takes_part(row, seat=seat, person=person):
        raise NotYours()
    if clock.now() >= row["closed_at"] + TERM:
        raise TermOver()
