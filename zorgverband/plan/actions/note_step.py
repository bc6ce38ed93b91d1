"""Saying how a goal goes, how it is measured, and closing it with how much of it was attained."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from ..models import Goal, GoalStep, Measure
from ..queries import goal as readable_goal
from .add_part import Aim, GoalInPast
from .end_part import may_change

_SCALE = 10


class NothingSaid(Refusal):
    """Vul in hoe het gaat: een cijfer, of een paar woorden."""


class NotOnScale(Refusal):
    """Kies een cijfer van 0 tot en met 10."""


class NotAttained(Refusal):
    """Kies hoe het is gegaan."""


class OtherMeasure(Refusal):
    """Er staan al getallen bij dit doel. Sluit het af, en maak een nieuw doel om anders te meten."""


class AlreadyClosed(AlreadyDone):
    """Dit doel is al afgesloten."""


def note_step(
    *, seat: Seat, person: UUID, goal: UUID, value: Decimal | None, words: str = ""
) -> None:
    """Keep how it goes now. Raises NotHere, NotYours, NothingSaid, NotOnScale or AlreadyClosed."""
    found = readable_goal(network=seat.network, id=goal)
    if value is None and not words.strip():
        raise NothingSaid(field="value")
    if found.measure == Measure.SCALE and value is not None and not 0 <= value <= _SCALE:
        raise NotOnScale(field="value")
    _keep(seat, person, goal, value=value, words=words.strip())


def close_goal(*, seat: Seat, person: UUID, goal: UUID, attained: int) -> None:
    """Close it with goal attainment from -2 to +2. Raises NotHere, NotYours, NotAttained or
    AlreadyClosed."""
    if attained not in range(-2, 3):
        raise NotAttained(field="attained")
    if not may_change(readable_goal(network=seat.network, id=goal), seat=seat, person=person):
        raise NotYours()
    rows = Goal.objects.filter(item_id=goal, closed_at=None)
    if not rows.update(attained=attained, closed_at=clock.now(), closed_by_id=person):
        raise AlreadyClosed()
    record(verb="goal_closed", network=seat.network, person=person, item=goal)


def weigh_goal(*, seat: Seat, person: UUID, goal: UUID, attained: int) -> None:
    """Say at an evaluation how much of a goal was attained so far, from -2 to +2; it goes on. Raises
    NotHere, NotYours, NotAttained or AlreadyClosed."""
    if attained not in range(-2, 3):
        raise NotAttained(field="attained")
    _keep(seat, person, goal, attained=attained)


def set_aim(*, seat: Seat, person: UUID, goal: UUID, aim: Aim) -> None:
    """From now on the goal is measured like this, until then. That it changed stands among its steps.
    Raises NotHere, NotYours, GoalInPast, OtherMeasure or AlreadyClosed."""
    found = readable_goal(network=seat.network, id=goal)
    if aim.due_on is not None and aim.due_on != found.due_on and aim.due_on < clock.today():
        raise GoalInPast(field="due_on")
    numbers = GoalStep.objects.filter(item_id=goal, value__isnull=False)
    if aim.measure != found.measure and numbers.exists():
        raise OtherMeasure(field="measure")
    with kept_words():
        words = _("Anders afgesproken hoe we dit doel meten, of tot wanneer.")
    _keep(seat, person, goal, words=words)
    Goal.objects.filter(item_id=goal).update(
        measure=aim.measure, unit=aim.unit.strip(), target=aim.target, due_on=aim.due_on
    )


def _keep(seat: Seat, person: UUID, goal: UUID, **said: Any) -> None:
    """One step of an open goal; raises NotYours or AlreadyClosed."""
    found = readable_goal(network=seat.network, id=goal)
    if not may_change(found, seat=seat, person=person):
        raise NotYours()
    if found.closed_at is not None:
        raise AlreadyClosed()
    note_presence(seat=seat, person=person, medical=Subject(found.subject).medical)
    step = GoalStep(
        network_id=seat.network, item_id=goal, person_id=person, member_id=seat.member,
        at=clock.now(), **said,
    )  # fmt: skip
    GoalStep.objects.bulk_create([step])
    record(verb="goal_step", network=seat.network, person=person, item=goal)
