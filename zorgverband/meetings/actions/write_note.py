"""Writing a note under a point of a meeting: a row and an item of its own, so that nobody's is lost."""

from collections.abc import Sequence
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.queries import faces
from zorgverband.sharing.actions import share
from zorgverband.sharing.circles import EVERYONE, FAMILY_CARE, OWN
from zorgverband.sharing.models import Item
from zorgverband.sharing.queries import reasons
from zorgverband.sharing.subjects import Subject

from .. import queries
from ..models import Kind, Note, NoteKind, State
from .bring_point import MeetingOver, NotAtMeeting


class RoundOver(AlreadyDone):
    """De ronde is voorbij. Wie de ronde leidt, rondt haar af."""


class NoNote(Refusal):
    """Vul in wat u wilt opschrijven."""


class NobodySaid(Refusal):
    """Kies wie dit zei."""


class LessPrivate(Refusal):
    """Onder dit punt kan alleen iets staan dat niet meer mensen lezen dan het punt zelf."""


def write_note(
    *,
    seat: Seat,
    person: UUID,
    point: UUID,
    kind: NoteKind,
    words: str,
    subject: Subject | None = None,
    about: UUID | None = None,
    said_by: UUID | None = None,
) -> Note:
    """Write a note under a point. Its subject is that of the point, unless it is about health under
    a point that is not; then `about` names the client when the point is of the household.

    Raises NotHere, MeetingOver, RoundOver, NotAtMeeting, NoNote, NobodySaid, LessPrivate, and what
    `share` raises. The lock says the same.
    """
    row = queries.point(network=seat.network, id=point)
    meeting = queries.meeting(network=seat.network, id=row["meeting_id"])
    if not queries.takes_part(meeting, seat=seat, person=person):
        raise NotAtMeeting()
    _must_be_open(meeting, kind, leads=queries.leads(meeting, seat=seat, person=person))
    if not words.strip():
        raise NoNote(field="words")
    if kind == NoteKind.SAID and said_by not in faces(seat.network):
        raise NobodySaid(field="said_by")
    chosen = _subject(Subject(row["item__subject"]), subject)
    audience = _audience(point)
    item = share(
        seat=seat, person=person, about=about if chosen.medical and about else row["item__about_id"],
        subject=chosen, kind="meeting_note", body=words, in_news=False, tell=False,
        audience=audience, circle=_circle(chosen, audience),
    )  # fmt: skip
    note = Note(
        item_id=item.id, network_id=seat.network, point_id=point, kind=kind,
        said_by_id=said_by if kind == NoteKind.SAID else None,
    )  # fmt: skip
    Note.objects.bulk_create([note])
    record(verb="meeting_noted", network=seat.network, person=person, item=item.id)
    return note


def _must_be_open(meeting: queries.Row, kind: NoteKind, *, leads: bool) -> None:
    """After a meeting nothing is added to its minutes but corrections; a round goes by writing until
    its moment, and who leads it concludes after that."""
    closed = meeting["state"] == State.CLOSED
    if meeting["state"] == State.CANCELLED or (closed and kind != NoteKind.CORRECTION):
        raise MeetingOver()
    running_round = meeting["kind"] == Kind.ROUND and meeting["state"] == State.RUNNING
    moment = meeting["starts_at"]
    if running_round and moment and moment <= clock.now() and not leads:
        raise RoundOver()


def _subject(point: Subject, wanted: Subject | None) -> Subject:
    if wanted is None or wanted == point:
        return point
    if point.medical or not wanted.medical:
        raise LessPrivate(field="subject")
    return wanted


def _circle(subject: Subject, audience: Sequence[UUID] | None) -> str:
    if audience is not None:
        return OWN
    return FAMILY_CARE if subject.medical else EVERYONE


def _audience(point: UUID) -> list[UUID] | None:
    """Of a point that is not for everybody who reads its subject: who reads it now."""
    header = Item.objects.filter(id=point).values("audience", "denied").get()
    if header["audience"] is None and not header["denied"]:
        return None
    reading = sorted({one.member for one in reasons(point) if one.reads})
    return [one for one in reading if header["audience"] is None or one in header["audience"]]
