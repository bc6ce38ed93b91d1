"""Changing how a meeting goes (where, how long, who leads it), and asking more people to it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from zorgverband.agenda.actions.change_place import change_place
from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotHere, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.sharing.actions import edit_item
from zorgverband.sharing.subjects import Subject

from .. import queries
from ..models import Answer, Meeting, Participant
from ..models.meeting import COMING
from .bring_point import MeetingOver
from .call_meeting import add_participants, must_be_safe, must_read, tell_asked


class ThoughtAbout(AlreadyDone):
    """Deze persoon heeft al nagedacht over wat u eerst vroeg, en is klaar. Bel of schrijf."""


@dataclass(frozen=True)
class Setting:
    """Where and how long, by which link, who leads it and who writes; and, for who called it, why it is
    held as it is changed from `version` of the words."""

    chair: UUID
    secretary: UUID | None
    minutes: int
    place: str
    video: str
    reason: str = ""
    version: int = 0


def change_meeting(*, seat: Seat, person: UUID, meeting: UUID, setting: Setting) -> None:
    """Keep another setting; chair and secretary are asked to come. Once it has a date, the agenda says
    where, too, unless who changes it may not write about who comes. The date: `choose_date`. Why it is
    held are the words of who called it: they change them, while it is planned; the old words stay
    as a version. An empty reason leaves them as they are.

    Raises NotHere, NotYours, MeetingOver, ChangedMeanwhile, UnsafeLink or CannotBeThere.
    """
    row = _led(seat, person, meeting)
    must_be_safe(setting.video)
    leading = [one for one in (setting.chair, setting.secretary) if one]
    ask_more(seat=seat, person=person, meeting=meeting, members=leading)
    Meeting.objects.filter(item_id=meeting).update(
        chair_id=setting.chair, secretary_id=setting.secretary, minutes=setting.minutes,
        place=setting.place.strip(), video=setting.video.strip(),
    )  # fmt: skip
    about = row["item__about_id"]
    if row["visit_id"] and seat.may_write(about=about, subject=Subject.COMING):
        with suppress(NotHere):
            change_place(seat=seat, person=person, visit=row["visit_id"], place=setting.place)
    if setting.reason.strip() not in ("", row["item__title"]):
        edit_item(seat=seat, person=person, item=meeting, title=setting.reason, body="",
                  version=setting.version)  # fmt: skip


def ask_more(
    *, seat: Seat, person: UUID, meeting: UUID, members: Sequence[UUID], asked: str = ""
) -> None:
    """Ask these as well; who was asked before and left out is asked anew. `asked`: what the new ones
    are asked to think about before.

    Raises NotHere, NotYours, MeetingOver or CannotBeThere.
    """
    row = _led(seat, person, meeting)
    must_read(seat, person, row["item__about_id"], members)
    rows = Participant.objects.filter(item_id=meeting, member_id__in=members)
    left_out = rows.exclude(ended_at=None)
    again = list(left_out.values_list("member_id", flat=True))
    left_out.update(ended_at=None, answer=Answer.UNKNOWN, answered_at=None)
    tell_asked(seat=seat, person=person, meeting=meeting, members=again)
    known = set(rows.values_list("member_id", flat=True))
    fresh = [one for one in dict.fromkeys(members) if one not in known]
    add_participants(seat=seat, person=person, meeting=meeting, members=fresh, asked=asked)


def leave_out(*, seat: Seat, person: UUID, meeting: UUID, member: UUID) -> None:
    """Ask somebody no more; not who leads it or writes. Raises NotHere, NotYours or MeetingOver."""
    row = _led(seat, person, meeting)
    if member in (row["chair_id"], row["secretary_id"]):
        raise NotYours()
    rows = Participant.objects.filter(item_id=meeting, member_id=member, ended_at=None)
    rows.update(ended_at=clock.now())


def ask_before(*, seat: Seat, person: UUID, meeting: UUID, member: UUID, words: str) -> None:
    """Ask one who is invited to think about something before, in words of their own instead of those
    for everybody; each person of them is told. Not medical: everybody invited may read it.

    Raises NotHere for who is not asked, NotYours, MeetingOver or ThoughtAbout.
    """
    _led(seat, person, meeting)
    rows = Participant.objects.filter(item_id=meeting, member_id=member, ended_at=None)
    row = rows.values("asked", "ready_at").first()
    if row is None:
        raise NotHere()
    if row["asked"] == words.strip():
        return
    if row["ready_at"]:
        raise ThoughtAbout(field="asked")
    if rows.update(asked=words.strip()) and words.strip():
        tell_asked(seat=seat, person=person, meeting=meeting, members=[member])


def _led(seat: Seat, person: UUID, meeting: UUID) -> queries.Row:
    row = queries.meeting(network=seat.network, id=meeting)
    if not queries.leads(row, seat=seat, person=person):
        raise NotYours()
    if row["state"] not in COMING:
        raise MeetingOver()
    return row
