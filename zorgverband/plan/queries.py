"""Reading the plan: its parts, how goals go, how it was before. The lock decides what comes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from zorgverband.base.refusals import NotHere

from .kinds import AGREED, CYCLE, REVIEWS
from .models import GoalStep, PlanPart, Signature

_FIELDS = (
    "item_id", "kind", "domain", "said_by_id", "quote", "since", "value", "by_client", "review_on",
    "ended_at", "item__title", "item__body", "item__about_id", "item__subject", "item__author_id",
    "item__author_member_id", "item__created_at", "item__edited_at", "item__version",
    "item__plan_goal__measure", "item__plan_goal__unit", "item__plan_goal__target",
    "item__plan_goal__due_on", "item__plan_goal__attained", "item__plan_goal__closed_at",
    "item__taken_over_from", "who_id", "signs", "goal_id",
)  # fmt: skip


@dataclass(frozen=True)
class Part:
    """One part of the plan, with what belongs to it when it is a goal."""

    id: UUID
    kind: str
    domain: str
    said_by: UUID | None
    quote: bool
    since: date | None
    value: int | None
    by_client: bool
    review_on: date | None
    ended_at: datetime | None
    words: str
    more: str
    about: UUID
    subject: int
    author: UUID
    author_member: UUID
    created_at: datetime
    edited_at: datetime | None
    version: int
    measure: str
    unit: str
    target: Decimal | None
    due_on: date | None
    attained: int | None
    closed_at: datetime | None
    taken_over_from: str
    who: UUID | None
    signs: bool
    goal: UUID | None


@dataclass(frozen=True)
class Step:
    """How a goal went at one moment."""

    goal: UUID
    value: Decimal | None
    words: str
    person: UUID
    at: datetime
    attained: int | None = None


@dataclass(frozen=True)
class Signed:
    """What somebody who was asked to sign (in the part `asked`) said of the plan, and when."""

    asked: UUID
    member: UUID
    at: datetime
    agrees: bool
    words: str


def closed_goals(network: UUID) -> list[Part]:
    """Goals that were closed, the last one first."""
    rows = PlanPart.objects.filter(network_id=network, ended_at=None)
    found = _parts(rows.filter(item__plan_goal__closed_at__isnull=False))
    return sorted(found, key=lambda one: one.closed_at or one.created_at, reverse=True)


def parts(network: UUID, *, of: Collection[UUID] | None = None) -> list[Part]:
    """Everything in the plan now, oldest first: one statement. With `of`: no more than these."""
    rows = PlanPart.objects.filter(network_id=network, ended_at=None)
    return _parts(rows if of is None else rows.filter(item_id__in=of))


def parts_ever(network: UUID) -> list[Part]:
    """Everything that was ever in the plan."""
    return _parts(PlanPart.objects.filter(network_id=network))


def part(*, network: UUID, id: UUID) -> Part:
    """One part; raises NotHere, the same for not there and not for you."""
    found = _parts(PlanPart.objects.filter(network_id=network, item_id=id))
    if not found:
        raise NotHere()
    return found[0]


def goal(*, network: UUID, id: UUID) -> Part:
    """One goal; raises NotHere."""
    found = part(network=network, id=id)
    if found.kind != "goal":
        raise NotHere()
    return found


def in_this_cycle(found: Sequence[Part], network: UUID) -> list[Part]:
    """Of these parts those of the cycle that runs now, of the client or else of the household: not
    what was said when looking back on an earlier one, and no goals that were closed in it."""
    began = {one.about: one.created_at for one in found if one.kind == CYCLE}
    return [one for one in found if not _before(one, began.get(one.about, began.get(network)))]


def _before(one: Part, began: datetime | None) -> bool:
    if began is None:
        return False
    if one.kind in REVIEWS:
        return one.created_at < began
    return one.closed_at is not None and one.closed_at < began


def yeses(network: UUID) -> list[Part]:
    """Each time the plan was agreed to, newest first."""
    rows = _parts(PlanPart.objects.filter(network_id=network, kind=AGREED))
    return rows[::-1]


def steps(network: UUID, *, of: UUID | None = None) -> dict[UUID, list[Step]]:
    """How goals went, oldest first, by goal; of one goal, or of all in one statement."""
    rows = GoalStep.objects.filter(network_id=network)
    rows = rows.filter(item_id=of) if of else rows
    found: dict[UUID, list[Step]] = {}
    for row in rows.order_by("at", "id").values_list(
        "item_id", "value", "words", "person_id", "at", "attained"
    ):
        found.setdefault(row[0], []).append(Step(*row))
    return found


def signatures(network: UUID) -> list[Signed]:
    """What those said who were asked to sign, the first first."""
    rows = Signature.objects.filter(network_id=network).order_by("at", "id")
    return [
        Signed(*row) for row in rows.values_list("item_id", "member_id", "at", "agrees", "words")
    ]


def _parts(rows: QuerySet[PlanPart]) -> list[Part]:
    ordered = rows.order_by(F("item__created_at"), "item_id")
    return [_part(row) for row in ordered.values_list(*_FIELDS)]


def _part(row: tuple[Any, ...]) -> Part:
    values = list(row)
    # A part that is no goal has no measure.
    values[19:21] = [text or "" for text in values[19:21]]
    return Part(*values)
