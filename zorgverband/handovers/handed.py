"""Reading handovers: one, or all of a network, with sections, lines and questions; under the locks."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Subquery

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere

from .models import (
    Handover,
    HandoverLine,
    HandoverQuestion,
    HandoverSection,
    HandoverState,
    LineKind,
    LineState,
)

RUNNING = (HandoverState.ANNOUNCED, HandoverState.SENT)
AT_MOST = 100


@dataclass(frozen=True)
class Handed:
    """One handover. `begun_at`: when it was announced; `words`: what the leaver wrote with it."""

    item_id: UUID
    network_id: UUID
    about_id: UUID
    kind: str
    from_member_id: UUID
    to_member_id: UUID | None
    to_name: str
    ends: str
    planned_on: date | None
    state: str
    sent_at: datetime | None
    sent_by_id: UUID | None
    closed_at: datetime | None
    closed_by_id: UUID | None
    reason: str
    item__subject: int
    item__body: str
    item__author_id: UUID
    item__created_at: datetime

    @property
    def running(self) -> bool:
        """Whether it is still to be taken over, refused or withdrawn."""
        return self.state in RUNNING

    @property
    def sent(self) -> bool:
        """Whether it waits for the receiver to take over the whole."""
        return self.state == HandoverState.SENT


@dataclass(frozen=True)
class Stated:
    """One section as it was stated last."""

    item_id: UUID
    handover_id: UUID
    code: str
    state: str
    item__body: str
    item__subject: int
    item__author_id: UUID
    item__version: int
    item__edited_at: datetime | None
    item__created_at: datetime


@dataclass(frozen=True)
class Line:
    """One thing that is taken over."""

    id: UUID
    item_id: UUID
    kind: str
    role: str
    to_member_id: UUID | None
    state: str
    given_at: datetime
    answered_at: datetime | None
    answered_by_id: UUID | None
    reason: str
    item__title: str
    item__body: str
    item__subject: int

    @property
    def what(self) -> str:
        """What it is, in the words of its item."""
        if self.kind == LineKind.VISIT:
            return self.item__body or self.item__title
        return self.item__title or self.item__body

    @property
    def open(self) -> bool:
        """Whether nobody answered it yet."""
        return self.state == LineState.ANNOUNCED

    @property
    def own(self) -> bool:
        """Whether its words were written for this handover: no agreement, no visit."""
        return self.kind in (LineKind.ROLE, LineKind.TASK)


@dataclass(frozen=True)
class Asked:
    """A question about a section or a line, and its answer."""

    id: UUID
    item_id: UUID
    words: str
    asked_by_id: UUID
    asked_at: datetime
    answer: str
    answered_by_id: UUID | None
    answered_at: datetime | None


def handover(*, network: UUID, id: UUID) -> Handed:
    """One handover; raises NotHere, the same for not there and not for you."""
    found = _handed(Handover.objects.filter(network_id=network, item_id=id))
    if not found:
        raise NotHere()
    return found[0]


def handovers(network: UUID) -> list[Handed]:
    """The handovers of a network, the newest first, at most 100."""
    return _handed(Handover.objects.filter(network_id=network).order_by("-item_id")[:AT_MOST])


def sections_of(handover: UUID) -> dict[str, Stated]:
    """By code what was stated last."""
    return _stated(HandoverSection.objects.filter(handover_id=handover)).get(handover, {})


def sections_and_before(found: Handed) -> tuple[dict[str, Stated], dict[str, Stated] | None]:
    """The same, and those of the handover of this kind and about the same that was sent before it;
    None when there was none of which the viewer reads a section. One statement."""
    earlier = Handover.objects.filter(
        network_id=found.network_id, about_id=found.about_id, kind=found.kind,
        sent_at__lt=found.sent_at or clock.now(),
    ).exclude(item_id=found.item_id).order_by("-sent_at")  # fmt: skip
    those = Q(handover_id=found.item_id) | Q(handover_id=Subquery(earlier.values("item_id")[:1]))
    rows = HandoverSection.objects.filter(those, network_id=found.network_id)
    made = _stated(rows)
    mine = made.pop(found.item_id, {})
    return mine, next(iter(made.values()), None)


def _stated(rows: QuerySet[HandoverSection]) -> dict[UUID, dict[str, Stated]]:
    found: dict[UUID, dict[str, Stated]] = {}
    for row in rows.order_by("item__created_at", "item_id").values(*_names(Stated)):
        found.setdefault(row["handover_id"], {})[row["code"]] = Stated(**row)
    return found


def lines_of(handover: UUID) -> list[Line]:
    """What is taken over one by one, in the order in which it was put down."""
    rows = HandoverLine.objects.filter(handover_id=handover).order_by("id")
    return [Line(**row) for row in rows.values(*_names(Line))]


def line(*, handover: UUID, id: UUID) -> Line:
    """One line; raises NotHere."""
    rows = HandoverLine.objects.filter(handover_id=handover, id=id).values(*_names(Line))
    found = rows.first()
    if found is None:
        raise NotHere()
    return Line(**found)


def questions_of(handover: UUID) -> dict[UUID, list[Asked]]:
    """By item what was asked about it, the first first."""
    found: dict[UUID, list[Asked]] = {}
    rows = HandoverQuestion.objects.filter(handover_id=handover).order_by("asked_at", "id")
    for row in rows.values(*_names(Asked)):
        found.setdefault(row["item_id"], []).append(Asked(**row))
    return found


def _handed(rows: QuerySet[Handover]) -> list[Handed]:
    return [Handed(**row) for row in rows.values(*_names(Handed))]


def _names(kept: Any) -> list[str]:
    return [one.name for one in fields(kept)]
