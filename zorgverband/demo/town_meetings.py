"""Meetings in the stories: called, with moments to choose from, points and notes."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from uuid import UUID

from zorgverband.base import clock
from zorgverband.meetings import actions, queries
from zorgverband.meetings.actions.bring_point import Told
from zorgverband.meetings.actions.call_meeting import Wanted
from zorgverband.meetings.models import NoteKind, Vote
from zorgverband.sharing.subjects import subject_by_code

from .town_acting import Acting


class Meetings:
    """The verbs of a story about a meeting."""

    def calls_meeting(
        self: Acting,
        who: str,
        days_ago: int,
        reason: str,
        *,
        invited: tuple[str, ...],
        needed: tuple[str, ...] = (),
        on: tuple[int, ...] = (),
        place: str = "",
        asked: str = "",
    ) -> UUID:
        """Call a meeting; `on` are the days from now among which everybody chooses."""
        moments = tuple(
            datetime.combine(clock.today() + timedelta(days=day), time(11), tzinfo=clock.HOME)
            for day in on
        )
        with self.as_(who, days_ago, "16.00") as (seat, person):
            made = actions.call_meeting(seat=seat, person=person, wanted=Wanted(
                about=self.about(""), reason=reason, chair=seat.member, moments=moments,
                place=place, asked=asked, invited=tuple(self.members[one] for one in invited),
                needed=frozenset(self.members[one] for one in needed),
            ))  # fmt: skip
        return UUID(str(made.item_id))

    def votes(self: Acting, who: str, meeting: UUID, *says: str) -> None:
        """What the moments are to somebody, in their order."""
        with self.as_(who, 0, "8.05") as (seat, person):
            for option, said in zip(queries.options(meeting), says, strict=True):
                actions.vote(seat=seat, person=person, meeting=meeting, option=option["id"],
                             says=Vote(said))  # fmt: skip

    def brings(
        self: Acting,
        who: str,
        meeting: UUID,
        subject: str,
        what: str,
        *,
        minutes: int | None = None,
        notes: Mapping[str, str] | None = None,
    ) -> None:
        """Somebody puts a point on the agenda, and what they think of it already."""
        with self.as_(who, 0, "8.10") as (seat, person):
            told = Told(
                about=self.about(""), subject=subject_by_code(subject), what=what, minutes=minutes
            )
            point = actions.bring_point(seat=seat, person=person, meeting=meeting, told=told)
            for kind, words in (notes or {}).items():
                actions.write_note(seat=seat, person=person, point=point.item_id,
                                   kind=NoteKind(kind), words=words)  # fmt: skip
