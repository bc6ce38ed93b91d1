"""Visits and agreements in the stories."""

from collections.abc import Sequence
from datetime import time, timedelta

from zorgverband.agenda.actions.mark_been import mark_been
from zorgverband.agenda.actions.plan_visit import Planned, Visitor, plan_visit
from zorgverband.agreements.actions import accept_agreement, ask_agreement, mark_done
from zorgverband.base import clock
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.sharing.subjects import subject_by_code

from .town_acting import Acting


def clock_of(text: str) -> time:
    """The time in '9.30'."""
    hour, _, minute = text.partition(".")
    return time(int(hour), int(minute))


class Agenda:
    """The verbs of a story about who comes when and who does what."""

    def visit(
        self: Acting,
        by: str,
        visitor: str,
        starts: str,
        ends: str,
        what: str,
        *,
        weekdays: Sequence[int] = (),
        since: int = 0,
        on: int | None = None,
        purpose: tuple[str, str] | None = None,
        about: str = "",
        place: str = "",
        been: tuple[str, int, str] | None = None,
    ) -> None:
        """Enter a visit: weekly on these days since so many days ago, or once `on` days ahead.
        `been`: who noted that they had been, so many days ago, at what time."""
        with self.as_(by, since, "9.50") as (seat, person):
            first = clock.today() + timedelta(days=on or 0)
            rule = (
                Rule(first)
                if on is not None
                else Rule(first, repeat=Repeat.WEEKLY, weekdays=tuple(weekdays))
            )
            made = plan_visit(
                seat=seat,
                person=person,
                about=self.about(about),
                visitor=Visitor(self.members[visitor]) if visitor else Visitor(name=what),
                planned=Planned(rule, clock_of(starts), clock_of(ends)),
                what="" if not visitor else what,
                purpose=purpose[1] if purpose else "",
                place=place,
            )
        if been is None:
            return
        with self.as_(*been) as (seat, person):
            mark_been(seat=seat, person=person, visit=made.item_id, on_date=clock.today())

    def agree(
        self: Acting,
        asker: str,
        executor: str,
        what: str,
        subject: str,
        *,
        asked: int,
        due_in: int,
        state: str = "asked",
        answered: int = 0,
        about: str = "",
    ) -> None:
        """Ask somebody to do something; they answer, or it is still open."""
        real_due = clock.today() + timedelta(days=due_in)
        with self.as_(asker, asked, "11.15") as (seat, person):
            agreement = ask_agreement(
                seat=seat,
                person=person,
                about=self.about(about),
                subject=subject_by_code(subject),
                executor=self.members[executor],
                what=what,
                due_on=real_due,
            )
        if state == "asked":
            return
        answer = mark_done if state == "done" else accept_agreement
        with self.as_(executor, answered, "12.20") as (seat, person):
            answer(seat=seat, person=person, agreement=agreement.item_id)
