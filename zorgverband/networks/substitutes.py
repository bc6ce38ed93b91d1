"""Who looks after a network for its coordinator, now or later; read from dated facts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from zorgverband.base import clock

from .models import Member, Substitute

_FIELDS = ("id", "network_id", "coordinator_id", "substitute_id", "starts_at", "ends_at")


@dataclass(frozen=True)
class Standing:
    """One substitution: who for whom, from when until when."""

    id: UUID
    network: UUID
    coordinator: UUID
    substitute: UUID
    starts_at: datetime
    ends_at: datetime

    @property
    def running(self) -> bool:
        """Whether it holds now."""
        return self.starts_at <= clock.now() < self.ends_at

    @property
    def last_day(self) -> datetime:
        """A moment in the last day on which it holds."""
        return self.ends_at - timedelta(seconds=1)


def _meaning_something() -> QuerySet[Substitute]:
    """Of who coordinates still and takes part, as who substitutes; not over yet."""
    now = clock.now()
    rows = Substitute.objects.filter(ends_at__gt=now, coordinator__coordinator=True)
    there = Q(coordinator__left_at=None) | Q(coordinator__left_at__gt=now)
    return rows.filter(there, Q(substitute__left_at=None) | Q(substitute__left_at__gt=now))


def substitutes(network: UUID) -> list[Standing]:
    """Who substitutes in an entered network now or later, the first first. One statement."""
    return _read(_meaning_something().filter(network_id=network))


def substitutes_of_row() -> ArraySubquery:
    """Inside another statement: the members who substitute now in the network of its row."""
    rows = _meaning_something().filter(
        network_id=OuterRef("network_id"), starts_at__lte=clock.now()
    )
    return ArraySubquery(rows.order_by().values("substitute_id"))


def standing_rows(network: OuterRef) -> ArraySubquery:
    """Inside another statement: what runs now in a network, each as one value of JSON."""
    rows = _meaning_something().filter(network_id=network, starts_at__lte=clock.now()).order_by()
    return ArraySubquery(rows.values(row=JSONObject(**{name: name for name in _FIELDS})))


def standing_of(facts: Mapping[str, str]) -> Standing:
    """One of these out of that JSON."""
    id, network, coordinator, substitute = (UUID(facts[name]) for name in _FIELDS[:4])
    starts, ends = (datetime.fromisoformat(facts[name]) for name in _FIELDS[4:])
    return Standing(id, network, coordinator, substitute, starts, ends)


def stood_in_by(members: Sequence[UUID]) -> QuerySet[Member]:
    """The coordinators for whom one of these members substitutes now."""
    rows = _meaning_something().filter(starts_at__lte=clock.now(), substitute_id__in=members)
    return Member.objects.filter(id__in=rows.order_by().values("coordinator_id"))


def _read(rows: QuerySet[Substitute]) -> list[Standing]:
    found: Iterable[Any] = rows.order_by("starts_at", "id").values_list(*_FIELDS)
    return [Standing(*row) for row in found]
