"""Calling a meeting: why, who must be there, when. Who is named must be able to read it first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.queries import faces
from zorgverband.sharing.actions import share
from zorgverband.sharing.queries import Reason, reasons, reasons_if
from zorgverband.sharing.shown import sentence
from zorgverband.sharing.subjects import Subject

from ..models import Kind, Meeting, Participant, PollOption

MOST_OPTIONS = 12


class NoReason(Refusal):
    """Vul in waarom u bij elkaar komt."""


class NobodyLeads(Refusal):
    """Kies wie het overleg leidt."""


class CannotBeThere(Refusal):
    """{name} kan dit overleg niet lezen. {why} Kies iemand anders, of vraag het wie beslist."""


class MomentPast(Refusal):
    """Dit moment is voorbij. Kies een later moment."""


class UnsafeLink(Refusal):
    """Een link voor beeldbellen begint met https://. Controleer de link."""


@dataclass(frozen=True)
class Wanted:
    """A meeting as it is called. With more moments there is a poll; with one `call_and_date` lets its
    date stand."""

    about: UUID
    reason: str
    chair: UUID
    secretary: UUID | None = None
    kind: Kind = Kind.MDO
    moments: tuple[datetime, ...] = ()
    minutes: int = 60
    place: str = ""
    video: str = ""
    invited: tuple[UUID, ...] = ()
    needed: frozenset[UUID] = frozenset()
    asked: str = ""


def call_meeting(*, seat: Seat, person: UUID, wanted: Wanted) -> Meeting:
    """Call a meeting and ask each who is invited to answer. What is asked of them (`asked`), and why
    it is held, is read by everybody who reads about arrangements.

    Raises NoReason, NobodyLeads, MomentPast, UnsafeLink, CannotBeThere, and what `share` raises.
    """
    _check(wanted)
    invited = list(
        dict.fromkeys(
            one for one in (wanted.chair, wanted.secretary, *wanted.invited, *wanted.needed) if one
        )
    )
    must_read(seat, person, wanted.about, invited)
    item = share(
        seat=seat, person=person, about=wanted.about, subject=Subject.ARRANGEMENTS,
        kind="meeting", title=wanted.reason, in_news=False, tell=False,
    )  # fmt: skip
    meeting = Meeting(
        item_id=item.id, network_id=seat.network, kind=wanted.kind, chair_id=wanted.chair,
        secretary_id=wanted.secretary, minutes=wanted.minutes, place=wanted.place.strip(),
        video=wanted.video.strip(),
    )  # fmt: skip
    Meeting.objects.bulk_create([meeting])
    propose_moments(seat=seat, meeting=item.id, moments=wanted.moments)
    add_participants(
        seat=seat, person=person, meeting=item.id, members=invited, needed=wanted.needed,
        asked=wanted.asked,
    )  # fmt: skip
    return meeting


def add_participants(
    *,
    seat: Seat,
    person: UUID,
    meeting: UUID,
    members: Iterable[UUID],
    needed: Collection[UUID] = (),
    asked: str = "",
) -> None:
    """Ask these members to come, and tell each person of them, but not who asks it."""
    members = list(members)
    Participant.objects.bulk_create(
        [
            Participant(network_id=seat.network, item_id=meeting, member_id=member,
                        must_be_there=member in needed, asked=asked.strip())
            for member in members
        ],
        # Of two who lead it and ask the same one at the same moment.
        ignore_conflicts=True,
    )  # fmt: skip
    tell_asked(seat=seat, person=person, meeting=meeting, members=members)


def tell_asked(*, seat: Seat, person: UUID, meeting: UUID, members: Collection[UUID]) -> None:
    """Tell each person of these members that they are asked something, but not who asks it."""
    told = {one.person for one in reasons(meeting) if one.reads and one.member in members}
    for one in sorted(told - {person}):
        record(verb="meeting_called", network=seat.network, person=person, item=meeting,
               to_person=one)  # fmt: skip


def propose_moments(*, seat: Seat, meeting: UUID, moments: Collection[datetime]) -> None:
    """Put these moments in the poll, each once."""
    PollOption.objects.bulk_create(
        [
            PollOption(network_id=seat.network, item_id=meeting, starts_at=moment)
            for moment in sorted(set(moments))[:MOST_OPTIONS]
        ]
    )


def must_read(seat: Seat, person: UUID, about: UUID, members: Iterable[UUID]) -> None:
    """Raise CannotBeThere for the first of these who could not read that there is a meeting:
    naming somebody never widens what they see."""
    people = faces(seat.network)
    found = reasons_if(
        network=seat.network, about=about, subject=Subject.ARRANGEMENTS, author=person,
        audience=None,
    )  # fmt: skip
    reading = {reason.member for reason in found if reason.reads}
    for member in members:
        face = people.get(member)
        if face is None or not face.active:
            raise NobodyLeads(field="chair")
        if member not in reading:
            theirs = [reason for reason in found if reason.member == member]
            raise CannotBeThere(field="member", name=face.name, why=_why(theirs, face))


def can_be_there(seat: Seat, person: UUID, about: UUID) -> set[UUID]:
    """The members who take part now and could read that there is a meeting about this."""
    found = reasons_if(
        network=seat.network, about=about, subject=Subject.ARRANGEMENTS, author=person,
        audience=None,
    )  # fmt: skip
    reading = {reason.member for reason in found if reason.reads}
    return {one.member for one in faces(seat.network).values() if one.active} & reading


def _why(theirs: list[Reason], face: object) -> str:
    if not theirs:
        return _("Deze persoon doet niet meer mee.")
    return sentence(theirs[0].line, face=face, subject=Subject.ARRANGEMENTS)  # type: ignore[arg-type]


def _check(wanted: Wanted) -> None:
    if not wanted.reason.strip():
        raise NoReason(field="reason")
    if any(moment <= clock.now() for moment in wanted.moments):
        raise MomentPast(field="moment")
    must_be_safe(wanted.video)


def must_be_safe(video: str) -> None:
    """Raise UnsafeLink for a link that is not https, or holds a space."""
    link = video.strip()
    if link and (
        not link.startswith("https://") or len(link.split()) > 1 or len(link) <= len("https://")
    ):
        raise UnsafeLink(field="video")
