"""Reading questions and complaints. The lock on their items decides which."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere

from .models import Complaint, Insight, Kind

FIELDS = (
    "item_id", "kind", "against_id", "handler_id", "receipt_by", "received_at", "answer_by",
    "extended_at", "extended_because", "answered_at", "outcome", "satisfied", "ends_at",
    "item__about_id", "item__subject", "item__author_id", "item__author_member_id",
    "item__created_at", "item__title", "item__body",
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One question or complaint as it stands."""

    id: UUID
    kind: Kind
    against: UUID | None
    handler: UUID
    receipt_by: date
    received_at: datetime | None
    answer_by: date
    extended_at: datetime | None
    extended_because: str
    answered_at: datetime | None
    outcome: str
    satisfied: bool | None
    ends_at: datetime | None
    about: UUID
    subject: int
    author: UUID
    author_member: UUID
    asked_at: datetime
    title: str
    body: str

    @property
    def runs(self) -> bool:
        """Whether it goes on: the handler may still read what was opened for it."""
        return self.ends_at is None or self.ends_at > clock.now()

    @property
    def overdue(self) -> bool:
        """Whether the receipt or the answer is too late."""
        if not self.runs or self.answered_at is not None:
            return False
        today = clock.today()
        return self.answer_by < today or (self.received_at is None and self.receipt_by < today)


def cases(network: UUID) -> list[Case]:
    """All one may read: what runs first, the nearest term first; then what ended, newest first."""
    rows: Any = Complaint.objects.filter(network_id=network).values_list(*FIELDS)
    found = [_case(row) for row in rows]
    running = sorted((one for one in found if one.runs), key=lambda one: (one.answer_by, one.id))
    ended = sorted((one for one in found if not one.runs), key=lambda one: one.id, reverse=True)
    return running + ended


def case(*, network: UUID, id: UUID) -> Case:
    """One of them; raises NotHere for what is not there and what is not for you."""
    found = Complaint.objects.filter(network_id=network, item_id=id).values_list(*FIELDS)
    row: Any = found.first()
    if row is None:
        raise NotHere()
    return _case(row)


def insights(complaint: UUID) -> list[dict[str, Any]]:
    """What who handles it may read meanwhile, as far as the viewer may know of it, oldest first."""
    rows: Any = (
        Insight.objects.filter(complaint_id=complaint)
        .order_by("starts_at", "id")
        .values("id", "about_id", "subjects", "reads_from", "given_by_id", "starts_at", "ends_at")
    )
    return list(rows)


def _case(row: tuple[Any, ...]) -> Case:
    id, kind, *rest = row
    return Case(id, Kind(kind), *rest)
