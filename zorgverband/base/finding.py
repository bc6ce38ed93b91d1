"""Calls of the detector of bottlenecks (`privacy/locks/bottlenecks.sql`): it sees everything, and
answers numbers and references only."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection


def _rows(sql: str, parameters: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


class Looked(NamedTuple):
    """How many bottlenecks a look opened or changed, and how many were over."""

    opened: int
    closed: int


def look_for(
    *,
    networks: Sequence[UUID],
    kinds: Sequence[str] | None,
    now: datetime,
    today: date,
    sweep: bool = False,
) -> Looked:
    """Look in these networks for these kinds (None: all), as it stands at `now`. Safe to repeat."""
    rows = _rows(
        "SELECT opened, closed FROM privacy.look_for_bottlenecks(%s::uuid[], %s::text[], %s, %s, %s)",
        [list(networks), None if kinds is None else list(kinds), now, today, sweep],
    )
    return Looked(*rows[0])


class Climbed(NamedTuple):
    """A bottleneck whose ladder was looked at: who owns it now, and the persons for whom that is new."""

    bottleneck: UUID
    network: UUID
    kind: str
    owner: UUID | None
    persons: list[UUID]


def climb(*, networks: Sequence[UUID], now: datetime) -> list[Climbed]:
    """Give what is due in these networks the owner whose turn it is."""
    rows = _rows("SELECT * FROM privacy.climb_bottlenecks(%s::uuid[], %s)", [list(networks), now])
    return [Climbed(*row) for row in rows]


def networks_to_sweep(*, since: datetime, after: UUID, limit: int) -> list[UUID]:
    """Networks that were not swept since that moment, by id, after this one."""
    rows = _rows(
        "SELECT network_id FROM privacy.networks_to_sweep(%s, %s, %s)", [since, after, limit]
    )
    return [row[0] for row in rows]


class Happened(NamedTuple):
    """In which network something happened, its verb, and to what kind of item (empty for none)."""

    network: UUID
    verb: str
    item: str


def happened(event: UUID) -> Happened | None:
    """What happened; None when there is no such event."""
    rows = _rows("SELECT * FROM privacy.event_for_bottlenecks(%s)", [event])
    return Happened(*rows[0]) if rows else None
