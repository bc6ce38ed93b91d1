"""Plans in the stories: what people want, their goals, how these go, and who said yes."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from zorgverband.agreements.actions import accept_agreement, ask_agreement, tick_agreement
from zorgverband.agreements.actions.ask_agreement import Terms
from zorgverband.base import clock
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.plan import actions
from zorgverband.plan.actions.add_part import Aim, Own, Said
from zorgverband.plan.domains import domain
from zorgverband.plan.kinds import PRESENT
from zorgverband.plan.models import Measure
from zorgverband.sharing.subjects import Subject

from .town_acting import Acting


class Planning:
    """The verbs of a story about the plan. Times are days before today."""

    def plan_part(
        self: Acting,
        who: str,
        days_ago: int,
        kind: str,
        words: str,
        *,
        part_of_life: str = "",
        about: str = "",
        says: str = "",
        quote: bool = False,
        aim: Aim | None = None,
        number: int | None = None,
    ) -> UUID:
        """Put something in the plan; `says` is who says it when another writes it down, `number` how
        safe it is."""
        with self.as_(who, days_ago, "10.20") as (seat, person):
            made = actions.add_part(
                seat=seat, person=person, about=self.about(about), kind=kind, words=words,
                subject=domain(part_of_life).subject, domain=part_of_life, aim=aim or Aim(),
                own=Own(value=number), said=Said(by=self.members[says] if says else None, quote=quote),
            )  # fmt: skip
        return UUID(str(made.item_id))

    def asks_to_sign(self: Acting, who: str, days_ago: int, signer: str, about: str) -> None:
        """Somebody must be there when the plan is talked about, and signs it."""
        with self.as_(who, days_ago, "10.25") as (seat, person):
            actions.add_part(
                seat=seat, person=person, about=self.about(about), kind=PRESENT, words="",
                subject=Subject.ARRANGEMENTS, own=Own(who=self.members[signer], signs=True),
            )  # fmt: skip

    def scale(self, *, due_in: int, target: int = 8) -> Aim:
        """A goal with a number from 0 to 10, to be reached so many days from now."""
        due = clock.today() + timedelta(days=due_in)
        return Aim(measure=Measure.SCALE, target=Decimal(target), due_on=due)

    def goal_steps(
        self: Acting, who: str, goal: UUID, steps: Mapping[int, tuple[int, str]]
    ) -> None:
        """How a goal went: per day before today a number and a few words."""
        for days_ago, (value, words) in steps.items():
            with self.as_(who, days_ago, "19.05") as (seat, person):
                actions.note_step(
                    seat=seat, person=person, goal=goal, value=Decimal(value), words=words
                )

    def scores(self: Acting, who: str, days_ago: int, about: str, **values: int) -> None:
        """How it goes in parts of life, from 1 to 5."""
        with self.as_(who, days_ago, "11.40") as (seat, person):
            actions.score_domains(seat=seat, person=person, about=self.about(about), values=values)

    def says_yes(self: Acting, who: str, days_ago: int, about: str = "") -> None:
        """Say yes to the plan as it is then."""
        with self.as_(who, days_ago, "16.10") as (seat, person):
            actions.agree_plan(seat=seat, person=person, about=self.about(about))

    def looks_back(self: Acting, who: str, days_ago: int, *, in_days: int, about: str = "") -> None:
        """Until when this plan is tried, before one looks back together."""
        review = clock.today() + timedelta(days=in_days)
        with self.as_(who, days_ago, "10.15") as (seat, person):
            actions.open_cycle(seat=seat, person=person, about=self.about(about), review_on=review)

    def every_week(
        self: Acting,
        asker: str,
        executor: str,
        what: str,
        goal: UUID,
        part_of_life: str,
        *,
        weekdays: tuple[int, ...],
        since: int,
        skips: tuple[int, ...] = (),
        about: str = "",
    ) -> None:
        """Agree on something each week for a goal; it was ticked off, except on the times in `skips`
        (counted back from the last)."""
        first = clock.today() - timedelta(days=since)
        rule = Rule(first, repeat=Repeat.WEEKLY, weekdays=weekdays)
        with self.as_(asker, since, "11.00") as (seat, person):
            agreement = ask_agreement(
                seat=seat, person=person, about=self.about(about),
                subject=domain(part_of_life).subject, executor=self.members[executor], what=what,
                terms=Terms(rule=rule, goal=goal),
            )  # fmt: skip
        with self.as_(executor, since, "12.00") as (seat, person):
            accept_agreement(seat=seat, person=person, agreement=agreement.item_id)
        days = rule.days(first, clock.today() - timedelta(days=1))
        for number, day in enumerate(reversed(days)):
            away = (clock.today() - day).days
            if number in skips or away >= since:
                continue
            with self.as_(executor, away, "17.30") as (seat, person):
                tick_agreement(seat=seat, person=person, agreement=agreement.item_id, on_date=day)
