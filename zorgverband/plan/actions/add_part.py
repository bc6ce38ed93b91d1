"""Adding a part to the plan: what somebody wants, what goes well, a worry, a goal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.actions import share
from zorgverband.sharing.circles import EVERYONE
from zorgverband.sharing.subjects import Subject

from ..models import Goal, Measure, PlanPart


class NoWords(Refusal):
    """Vul in wat er in het plan moet staan."""


class GoalInPast(Refusal):
    """Deze datum is voorbij. Kies vandaag of later, of laat de datum leeg."""


@dataclass(frozen=True)
class Said:
    """Who says it (a member), whether in these very words, and since when it is so."""

    by: UUID | None = None
    quote: bool = False
    since: date | None = None


@dataclass(frozen=True)
class Aim:
    """How one sees whether a goal comes nearer, and until when."""

    measure: Measure = Measure.NONE
    unit: str = ""
    target: Decimal | None = None
    due_on: date | None = None


NOBODY, NO_AIM = Said(), Aim()


def add_part(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    subject: Subject,
    kind: str,
    words: str,
    more: str = "",
    domain: str = "",
    said: Said = NOBODY,
    aim: Aim = NO_AIM,
    audience: Sequence[UUID] | None = None,
    circle: str = EVERYONE,
) -> PlanPart:
    """Add one part, readable for who may read its subject. Of a goal its readers hear.

    Raises NoWords, GoalInPast, and what `share` raises.
    """
    if not words.strip():
        raise NoWords(field="words")
    if aim.due_on is not None and aim.due_on < clock.today():
        raise GoalInPast(field="due_on")
    is_goal = kind == "goal"
    item = share(
        seat=seat, person=person, about=about, subject=subject, kind=f"plan_{kind}", title=words,
        body=more, audience=audience, circle=circle, in_news=False, tell=is_goal,
        verb="goal_added" if is_goal else "shared",
    )  # fmt: skip
    part = PlanPart(
        item_id=item.id, network_id=seat.network, kind=kind, domain=domain,
        said_by_id=said.by, quote=said.quote, since=said.since,
    )  # fmt: skip
    PlanPart.objects.bulk_create([part])
    if is_goal:
        row = Goal(
            item_id=item.id, network_id=seat.network, measure=aim.measure, unit=aim.unit.strip(),
            target=aim.target, due_on=aim.due_on,
        )  # fmt: skip
        Goal.objects.bulk_create([row])
    return part
