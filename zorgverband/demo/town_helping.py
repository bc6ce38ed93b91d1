"""How people of the demo ask each other for help, do it, and say thank you, by the real actions."""

from datetime import time, timedelta
from uuid import UUID

from zorgverband.base import clock
from zorgverband.helping.actions import Asking, ask_help, be_away, take_help, thank
from zorgverband.helping.kinds import subject_of
from zorgverband.networks.queries import faces
from zorgverband.sharing.circles import EVERYONE, audience_of

from .town_acting import Acting


class Helping:
    """The verbs of a story for help."""

    def asks_help(
        self: Acting, who: str, days_ago: int, at: str, task: str, what: str, *, first: str = "",
        in_days: int | None = None, starts: str = "", ends: str = "", weeks: int = 1,
    ) -> UUID:  # fmt: skip
        """`who` asks for it, of `first` when named, for a day so many days from then; the item."""
        with self.as_(who, days_ago, at) as (seat, person):
            asking = Asking(
                task=task, what=what, weeks=weeks, starts=_time(starts), ends=_time(ends),
                day=None if in_days is None else clock.today() + timedelta(days=in_days),
            )  # fmt: skip
            return ask_help(
                seat=seat, person=person, about=self.about(""), subject=subject_of(task),
                asking=asking, first_to=self.members[first] if first else None,
                audience=audience_of(EVERYONE, faces(self.id).values()),
            )  # fmt: skip

    def helps(
        self: Acting, who: str, days_ago: int, at: str, asked: UUID, *,
        thanked: tuple[str, int, str] | None = None,
    ) -> None:  # fmt: skip
        """`who` does it; `thanked`: by whom, how long ago, and with which words."""
        with self.as_(who, days_ago, at) as (seat, person):
            take_help(seat=seat, person=person, asked=asked)
        if thanked:
            by, ago, words = thanked
            with self.as_(by, ago, "17.30") as (seat, person):
                thank(seat=seat, person=person, asked=asked, words=words)

    def goes_away(
        self: Acting, who: str, days_ago: int, *, from_day: int, days: int, words: str,
        readers: tuple[str, ...],
    ) -> None:  # fmt: skip
        """`who` says that they are away, from so many days from then."""
        with self.as_(who, days_ago, "20.20") as (seat, person):
            first = clock.today() + timedelta(days=from_day)
            be_away(seat=seat, person=person, first_on=first, words=words,
                    last_on=first + timedelta(days=days - 1),
                    readers=[self.members[one] for one in readers])  # fmt: skip


def _time(text: str) -> time | None:
    """'14.30'."""
    if not text:
        return None
    hour, _, minute = text.partition(".")
    return time(int(hour), int(minute))
