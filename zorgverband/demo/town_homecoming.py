"""How people of the demo arrange that somebody comes home from hospital, by the real actions."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from zorgverband.agreements.actions import accept_agreement
from zorgverband.base.clock import HOME
from zorgverband.handovers.actions.ask_for_needed import ask_for_needed
from zorgverband.handovers.actions.move_discharge import move_discharge
from zorgverband.handovers.actions.open_discharge import Going, add_lines, open_discharge
from zorgverband.handovers.models import Needed

from .town_acting import Acting

WEEK, WEEKEND = (0, 1, 2, 3, 4), (5, 6)


class Homecoming:
    """Opening a discharge, asking for what is needed, saying yes, and another day for it."""

    def goes_home(
        self: Acting, who: str, days_ago: int, at: str, *, in_days: int, going: Going,
        lines: Sequence[str],
    ) -> UUID:  # fmt: skip
        """`who` opens it for so many days from the day the demo begins; its item."""
        with self.as_(who, days_ago, at) as (seat, person):
            return open_discharge(
                seat=seat, person=person, about=self.about(""), going=going, lines=lines,
                expected_on=_day(in_days),
            )  # fmt: skip

    def also_needed(
        self: Acting, who: str, days_ago: int, at: str, discharge: UUID, lines: Sequence[str]
    ) -> None:
        """`who` puts more lines on the list."""
        with self.as_(who, days_ago, at) as (seat, person):
            add_lines(
                seat=seat, person=person, discharge=discharge, about=self.about(""), lines=lines
            )

    def asks_for(
        self: Acting, who: str, days_ago: int, at: str, line: str, of: str, *,
        weekdays: Sequence[int] = (), yes: int | None = None,
    ) -> UUID:  # fmt: skip
        """`who` asks `of` for a line; who says yes so many days ago; the agreement."""
        with self.as_(who, days_ago, at) as (seat, person):
            needed = Needed.objects.get(network_id=self.id, line=line).item_id
            asked = ask_for_needed(
                seat=seat, person=person, needed=needed, executor=self.members[of],
                weekdays=weekdays,
            )  # fmt: skip
        if yes is not None:
            _promises(self, of, yes, "16.00", asked)
        return asked

    def promises(self: Acting, who: str, days_ago: int, at: str, agreement: UUID) -> None:
        """`who` says yes."""
        _promises(self, who, days_ago, at, agreement)

    def other_day(
        self: Acting, who: str, days_ago: int, at: str, discharge: UUID, *, in_days: int, why: str
    ) -> None:
        """`who` says that it is another day."""
        with self.as_(who, days_ago, at) as (seat, person):
            move_discharge(
                seat=seat, person=person, discharge=discharge, on=_day(in_days), words=why
            )


def _promises(town: Acting, who: str, days_ago: int, at: str, agreement: UUID) -> None:
    with town.as_(who, days_ago, at) as (seat, person):
        accept_agreement(seat=seat, person=person, agreement=agreement)


def _day(days: int) -> date:
    """So many days after today, which is the day the demo begins."""
    return datetime.now(HOME).date() + timedelta(days=days)
