"""Whether an examination need not be done again: one of its kind is planned, or was done and is valid."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from zorgverband.base import clock
from zorgverband.base.locked import examination_unseen

from .examination_kinds import EXAMINATION_KINDS
from .models import Examination

SHOWN = 5
_FIELDS = (
    "item_id", "item__title", "state", "on_date", "by", "code", "code_system", "result_id",
    "again_because", "result__kind",
)  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """What stands in the way of planning: rows the viewer reads, newest first; and whether there is
    one they may know of and not read."""

    rows: list[dict[str, Any]]
    unseen: bool

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.rows) or self.unseen


def valid_since(kind: str, on: date | None) -> date:
    """An examination of this kind from this day or later is still valid `on` that day, or today."""
    return (on or clock.today()) - timedelta(days=EXAMINATION_KINDS[kind].valid_days)


def standing(*, network: UUID, about: UUID, kind: str, on: date | None = None) -> Standing:
    """What there is of this kind that makes a new one needless on that day. What is none of the kinds
    never stands in the way. Two statements, the second only when the first finds nothing."""
    if kind not in EXAMINATION_KINDS:
        return Standing([], unseen=False)
    since = valid_since(kind, on)
    planned = Q(state=Examination.State.PLANNED, on_date__isnull=True)
    recent = Q(state__in=[Examination.State.PLANNED, Examination.State.DONE], on_date__gte=since)
    rows: Any = (
        Examination.objects.filter(planned | recent, network_id=network, about_id=about, kind=kind)
        .filter(replaced_at__isnull=True)
        .order_by("-on_date", "-item_id")
        .values(*_FIELDS)
    )
    found = list(rows[:SHOWN])
    unseen = not found and examination_unseen(network=network, about=about, kind=kind, since=since)
    return Standing(found, unseen=unseen)


def unseen_now(*, network: UUID, about: UUID, kind: str) -> bool:
    """Whether the viewer knows of one that is planned or valid today and cannot read it, besides what
    they do read. One statement."""
    if kind not in EXAMINATION_KINDS:
        return False
    since = valid_since(kind, None)
    return examination_unseen(network=network, about=about, kind=kind, since=since)
