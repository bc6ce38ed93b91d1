"""A meeting that was held, in a story: who was there, what was noted, what was agreed."""

from collections.abc import Sequence
from uuid import UUID

from zorgverband.meetings import actions
from zorgverband.meetings.actions import hold_meeting, settle_minutes
from zorgverband.meetings.actions.bring_point import Told
from zorgverband.meetings.actions.call_meeting import Wanted
from zorgverband.meetings.actions.note_live import note_live
from zorgverband.meetings.models import NoteKind
from zorgverband.sharing.subjects import subject_by_code

from .town_acting import Acting

Spoken = tuple[str, str, str]  # who wrote it, what it is, the words
Spoke = tuple[str, str, str, Sequence[Spoken]]  # who brought it, subject, what, what was noted


class Minutes:
    """The verbs of a story about a meeting that was held."""

    def meets(
        self: Acting,
        chair: str,
        days_ago: int,
        reason: str,
        *,
        there: Sequence[str],
        away: Sequence[str] = (),
        points: Sequence[Spoke] = (),
    ) -> UUID:
        """Hold a meeting from beginning to end."""
        with self.as_(chair, days_ago, "10.00") as (seat, person):
            made = actions.call_meeting(seat=seat, person=person, wanted=Wanted(
                about=self.about(""), reason=reason, chair=seat.member, place="Wijkcentrum Duinrijk",
                invited=tuple(self.members[one] for one in (*there, *away)),
            ))  # fmt: skip
            hold_meeting.begin_meeting(seat=seat, person=person, meeting=made.item_id)
        meeting = UUID(str(made.item_id))
        for who in there:
            with self.as_(who, days_ago, "10.02") as (seat, person):
                hold_meeting.come(seat=seat, person=person, meeting=meeting)
        for number, one in enumerate(points):
            _speaks(self, chair, meeting, days_ago, f"10.{5 + 10 * number:02d}", one)
        with self.as_(chair, days_ago, "10.58") as (seat, person):
            hold_meeting.close_meeting(seat=seat, person=person, meeting=meeting)
        with self.as_(there[0], days_ago - 1, "9.30") as (seat, person):
            settle_minutes.approve_minutes(seat=seat, person=person, meeting=meeting)
        return meeting


def _speaks(net: Acting, chair: str, meeting: UUID, days_ago: int, at: str, spoke: Spoke) -> None:
    """Come to a point, and note what is said; an agreement is asked of who wrote it down."""
    brings, subject, what, said = spoke
    with net.as_(brings, days_ago, at) as (seat, person):
        told = Told(about=net.about(""), subject=subject_by_code(subject), what=what,
                    minutes=10)  # fmt: skip
        point = actions.bring_point(seat=seat, person=person, meeting=meeting, told=told)
    with net.as_(chair, days_ago, at) as (seat, person):
        hold_meeting.go_to_point(seat=seat, person=person, meeting=meeting, point=point.item_id)
    for who, kind, words in said:
        with net.as_(who, days_ago, at) as (seat, person):
            note = note_live(
                seat=seat, person=person, meeting=meeting, point=point.item_id,
                kind=NoteKind(kind), words=words,
                said_by=seat.member if kind == NoteKind.SAID else None,
            )  # fmt: skip
            if kind == NoteKind.AGREEMENT:
                actions.agree_on(seat=seat, person=person, note=note, executor=seat.member)
