"""Reading agreements: what is asked of somebody, what is open in a network, how one stands."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere

from .models import OPEN, Agreement, State

_FIELDS = (
    "item_id", "network_id", "executor_id", "due_on", "state", "state_by_id", "state_at", "answer",
    "item__title", "item__body", "item__about_id", "item__author_id", "item__author_member_id",
    "item__subject", "item__created_at", "item__circle",
)  # fmt: skip


@dataclass(frozen=True)
class Agreed:
    """One agreement: who does what, until when, asked by whom, and how it stands."""

    id: UUID
    network: UUID
    executor: UUID
    what: str
    more: str
    about: UUID
    subject: int
    circle: str
    author: UUID
    author_member: UUID
    asked_at: datetime
    due_on: date | None
    state: State
    state_by: UUID | None
    state_at: datetime
    answer: str

    @property
    def open(self) -> bool:
        """Whether something still has to happen."""
        return self.state in OPEN

    @property
    def overdue(self) -> bool:
        """Whether it should have been done before today."""
        return self.open and self.due_on is not None and self.due_on < clock.today()


def agreement(*, network: UUID, id: UUID) -> Agreed:
    """One agreement; raises NotHere, the same for not there and not for you."""
    found = _read(Agreement.objects.filter(network_id=network, item_id=id))
    if not found:
        raise NotHere()
    return found[0]


def asked_of(network: UUID, member: UUID) -> list[Agreed]:
    """What this member was asked and has not done yet in one network, first what is due first."""
    rows = Agreement.objects.filter(network_id=network, executor_id=member, state__in=OPEN)
    return _read(rows)


def asked_of_all(members: Collection[UUID]) -> list[Agreed]:
    """The same for somebody's seats in all entered networks, in one statement."""
    return _read(Agreement.objects.filter(executor_id__in=members, state__in=OPEN))


def asked_or_late(network: UUID, member: UUID) -> list[Agreed]:
    """What this member was asked, and what anybody did not do in time; for the page of today."""
    late = Q(executor_id=member) | Q(due_on__lt=clock.today())
    return _read(Agreement.objects.filter(late, network_id=network, state__in=OPEN))


def open_agreements(network: UUID) -> list[Agreed]:
    """What was asked or accepted in this network and is not done, first what is due first."""
    return _read(Agreement.objects.filter(network_id=network, state__in=OPEN))


def ended_agreements(network: UUID, count: int = 20) -> list[Agreed]:
    """The last agreements that were done, declined or called off, newest first."""
    rows = Agreement.objects.filter(network_id=network).exclude(state__in=OPEN)
    return [_agreed(row) for row in rows.order_by("-state_at", "-item_id").values(*_FIELDS)[:count]]


def _read(rows: QuerySet[Agreement]) -> list[Agreed]:
    ordered = rows.order_by(F("due_on").asc(nulls_last=True), "item_id")
    return [_agreed(row) for row in ordered.values(*_FIELDS)]


def _agreed(row: dict[str, Any]) -> Agreed:
    return Agreed(
        id=row["item_id"],
        network=row["network_id"],
        executor=row["executor_id"],
        what=row["item__title"],
        more=row["item__body"],
        about=row["item__about_id"],
        subject=row["item__subject"],
        circle=row["item__circle"],
        author=row["item__author_id"],
        author_member=row["item__author_member_id"],
        asked_at=row["item__created_at"],
        due_on=row["due_on"],
        state=State(row["state"]),
        state_by=row["state_by_id"],
        state_at=row["state_at"],
        answer=row["answer"],
    )
