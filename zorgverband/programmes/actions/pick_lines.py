"""Taking lines of a programme into a plan: only what was picked, and nothing twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from zorgverband.agreements.actions.ask_agreement import NobodyDoesIt, Terms, ask_agreement
from zorgverband.base import clock
from zorgverband.base.programming import one_at_a_time
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.base.viewer import Seat
from zorgverband.plan.actions import add_part, open_cycle
from zorgverband.plan.actions.add_part import Aim, GoalInPast
from zorgverband.plan.models import Measure
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import full_date
from zorgverband.ui.sentences import kept_words

from ..models import ProgrammePick, ProgrammeStart
from ..queries import Line, Version, in_plan, lines, published, started
from ..rights import may_make, must_begin

# A goal first: an agreement can be for it.
_ORDER = ("goal", "question", "agreement")


class NothingPicked(Refusal):
    """Kies ten minste één regel."""


@dataclass
class Picked:
    """What was made: how many of each kind, and the items."""

    counts: dict[str, int] = field(default_factory=dict)
    items: list[UUID] = field(default_factory=list)

    def add(self, kind: str, item: UUID) -> None:
        """Count one more."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        self.items.append(item)


def pick_lines(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    version: UUID,
    picked: Sequence[UUID],
    executors: Mapping[UUID, UUID],
    review_on: date | None = None,
) -> Picked:
    """Put the picked lines in the plan about a client or the household: questions to talk about,
    goals, and agreements asked of whom was chosen for each (`executors`, by line). The plan remembers
    the programme and its version. What is there already is not made twice. `review_on` begins a
    cycle.

    Raises MayNotBegin, NotHere, NothingPicked, UnknownChoice for a line that was not offered,
    GoalInPast for the day of review, and what adding a part or asking an agreement raises, with the
    line in its field.
    """
    must_begin(seat)
    found = published(version)
    if not may_make(seat, about=about, subject=found.subject):
        raise NotHere()
    if not picked and review_on is None:
        raise NothingPicked(field="line")
    if review_on is not None and review_on <= clock.today():
        raise GoalInPast(field="review_on")
    one_at_a_time(seat.network)
    # All or nothing: who is refused sees the proposal again as it was.
    with transaction.atomic():
        return _Picking(seat, person, about, found).take(picked, executors, review_on)


@dataclass
class _Picking:
    """The picking itself: who picks for whom from what, and what was made so far."""

    seat: Seat
    person: UUID
    about: UUID
    version: Version
    made: Picked = field(default_factory=Picked)
    goals: dict[str, UUID] = field(default_factory=dict)

    def take(
        self, picked: Sequence[UUID], executors: Mapping[UUID, UUID], review_on: date | None
    ) -> Picked:
        """Make what is picked and not there yet."""
        offered = lines(self.version.id)
        wanted = self._offered(offered, set(picked))
        there = in_plan(network=self.seat.network, about=self.about, lines=offered,
                        code=self.version.code)  # fmt: skip
        self.goals = {
            one.code: there[one.id] for one in offered if one.kind == "goal" and one.id in there
        }
        new = [line for line in wanted if line.id not in there]
        rows = [(self._make(line, executors), line) for line in new]
        if rows or (review_on and not picked):
            start = self._start()
            ProgrammePick.objects.bulk_create(
                ProgrammePick(
                    item_id=item, network_id=self.seat.network, start_id=start, line_id=line.id
                )
                for item, line in rows
            )
        if review_on is not None:
            cycle = open_cycle(seat=self.seat, person=self.person, about=self.about,
                               review_on=review_on)  # fmt: skip
            self.made.add("review", cycle.item_id)
        return self.made

    def _offered(self, offered: Sequence[Line], picked: set[UUID]) -> list[Line]:
        known = [
            line
            for kind in _ORDER
            for line in offered
            if line.kind == kind
            and line.id in picked
            and may_make(self.seat, about=self.about, subject=line.subject)
        ]
        if len(known) != len(picked):
            raise UnknownChoice(field="line")
        return known

    def _make(self, line: Line, executors: Mapping[UUID, UUID]) -> UUID:
        try:
            if line.kind == "agreement":
                item = self._ask(line, executors.get(line.id))
            else:
                item = self._add(line)
        except Refusal as refusal:
            refusal.field = f"who-{line.id}" if line.kind == "agreement" else "line"
            raise
        self.made.add(line.kind, item)
        if line.kind == "goal":
            self.goals[line.code] = item
        return item

    def _add(self, line: Line) -> UUID:
        due = clock.today() + timedelta(weeks=line.weeks) if line.weeks else None
        part = add_part(
            seat=self.seat, person=self.person, about=self.about, subject=Subject(line.subject),
            kind="goal" if line.kind == "goal" else "to_ask", words=line.words, more=line.more,
            domain=line.domain,
            aim=Aim(measure=Measure(line.measure), unit=line.unit, target=line.target, due_on=due),
        )  # fmt: skip
        return UUID(str(part.item_id))

    def _ask(self, line: Line, executor: UUID | None) -> UUID:
        if executor is None:
            raise NobodyDoesIt()
        made = ask_agreement(
            seat=self.seat, person=self.person, about=self.about, subject=Subject(line.subject),
            executor=executor, what=line.words, more=_with_review(line),
            terms=terms_of(line, goal=self.goals.get(line.goal)),
        )  # fmt: skip
        return UUID(str(made.item_id))

    def _start(self) -> UUID:
        for one in started(self.seat.network):
            if (one.about, one.version) == (self.about, self.version.id):
                return one.item
        with kept_words():
            more = _("Versie %(number)s.") % {"number": self.version.number}
        part = add_part(
            seat=self.seat, person=self.person, about=self.about,
            subject=Subject(self.version.subject), kind="programme", words=self.version.title,
            more=more,
        )  # fmt: skip
        row = ProgrammeStart(item_id=part.item_id, network_id=self.seat.network,
                             version_id=self.version.id)  # fmt: skip
        ProgrammeStart.objects.bulk_create([row])
        return UUID(str(part.item_id))


def terms_of(line: Line, *, goal: UUID | None = None) -> Terms:
    """When or how often, from today; until when; how it is checked; for which goal."""
    today = clock.today()
    if line.repeat == Repeat.ONCE:
        due = today + timedelta(days=line.due_days) if line.due_days is not None else None
        return Terms(due_on=due, goal=goal, checked_by=line.checked_by)
    rule = Rule(first_on=today, repeat=Repeat(line.repeat))
    if line.weeks:
        rule = Rule(first_on=today, last_on=today + timedelta(weeks=line.weeks), repeat=rule.repeat)
    return Terms(rule=rule, goal=goal, checked_by=line.checked_by)


def _with_review(line: Line) -> str:
    if not line.review_weeks:
        return line.more
    day = full_date(clock.today() + timedelta(weeks=line.review_weeks))
    with kept_words():
        review = _("Kijk rond %(day)s of dit nog klopt.") % {"day": day}
    return f"{line.more} {review}".strip()
