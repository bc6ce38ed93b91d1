"""Reading what was taken over suggests, and what belongs to what. The lock decides what comes."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery

from zorgverband.base.refusals import NotHere

from .models import Belonging, Suggested, Suggestion

_FIELDS = (
    "id", "item_id", "kind", "what", "who", "moment", "function", "due_on", "repeat", "weekdays",
    "goal_id", "item__title", "item__kind", "item__about_id", "item__subject", "item__author_id",
    "item__taken_over_from", "whole", "whole_title",
)  # fmt: skip


@dataclass(frozen=True)
class Suggests:
    """One open suggestion, with the item that says so; `whole` is what that item is part of."""

    id: UUID
    item: UUID
    kind: str
    what: str
    who: str
    moment: str
    function: str
    due_on: date | None
    repeat: str
    weekdays: list[int]
    goal: UUID | None
    title: str
    said_in: str
    about: UUID
    subject: int
    author: UUID
    taken_over_from: str
    whole: UUID | None
    whole_title: str | None

    @property
    def plan(self) -> UUID | None:
        """The plan of another system that says so; None for a request or team by itself."""
        return self.item if self.said_in == "plan_other_plan" else self.whole

    @property
    def plan_title(self) -> str:
        """What that plan is called."""
        return self.title if self.item == self.plan else self.whole_title or ""

    @property
    def deed(self) -> bool:
        """Something to do, or else a person to invite."""
        return self.kind == Suggested.DEED


def open_suggestions(network: UUID) -> list[Suggests]:
    """All that can still be agreed on or invited, oldest first: one statement."""
    return _read(_open(network))


def suggestions_of(network: UUID, item: UUID) -> list[Suggests]:
    """What one item, or what belongs to it, still suggests."""
    inside = Belonging.objects.filter(network_id=network, whole_id=item).values("item_id")
    rows = _open(network)
    return _read(rows.filter(item_id=item) | rows.filter(item_id__in=inside))


def suggestion(*, network: UUID, id: UUID) -> Suggests:
    """One that is open; raises NotHere, the same for not there and not for you."""
    found = _read(_open(network).filter(id=id))
    if not found:
        raise NotHere()
    return found[0]


def belonging_to(network: UUID, whole: UUID) -> list[dict[str, Any]]:
    """What belongs to the plan another system made: goals, teams, requests, in order."""
    rows: Any = (
        Belonging.objects.filter(network_id=network, whole_id=whole)
        .order_by("item__kind", "item_id")
        .values("item_id", "item__kind", "item__title", "item__happened_at")
    )
    return list(rows)


def wholes_of(network: UUID, item: UUID) -> list[dict[str, Any]]:
    """The plans of others this item belongs to."""
    rows: Any = (
        Belonging.objects.filter(network_id=network, item_id=item)
        .order_by("whole_id")
        .values("whole_id", "whole__title", "whole__kind")
    )
    return list(rows)


def _open(network: UUID) -> QuerySet[Suggestion]:
    return Suggestion.objects.filter(
        network_id=network, agreement_id=None, closed_at=None, ended_at=None
    )


def _read(rows: QuerySet[Suggestion]) -> list[Suggests]:
    whole = Belonging.objects.filter(
        network_id=OuterRef("network_id"), item_id=OuterRef("item_id")
    ).order_by("whole_id")
    ordered = rows.annotate(
        whole=Subquery(whole.values("whole_id")[:1]),
        whole_title=Subquery(whole.values("whole__title")[:1]),
    ).order_by(F("item__created_at"), "item_id", "place", "id")
    return [Suggests(*row) for row in ordered.values_list(*_FIELDS)]
