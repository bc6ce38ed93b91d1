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
    behind: bool = False,
) -> Looked:
    """Look in these networks for these kinds (None: all), as it stands at `now`. Safe to repeat. With
    `behind` only for what the social side cannot meet, which is then left as it was for that side."""
    rows = _rows(
        "SELECT opened, closed FROM privacy.look_for_bottlenecks"
        "(%s::uuid[], %s::text[], %s, %s, %s, %s)",
        [list(networks), None if kinds is None else list(kinds), now, today, sweep, behind],
    )
    return Looked(*rows[0])


class Climbed(NamedTuple):
    """A bottleneck whose ladder was looked at: who owns it now, and the persons for whom that is new."""

    bottleneck: UUID
    network: UUID
    kind: str
    owner: UUID | None
    persons: list[UUID]


def climb(
    *, networks: Sequence[UUID], now: datetime, behind: bool = False, again: bool = False
) -> list[Climbed]:
    """Give what is due in these networks the owner whose turn it is; `behind` as in `look_for`. `again`:
    also what was given out and is not due, because who may meet it changed."""
    rows = _rows(
        "SELECT * FROM privacy.climb_bottlenecks(%s::uuid[], %s, %s, %s)",
        [list(networks), now, behind, again],
    )
    return [Climbed(*row) for row in rows]


def tell(*, pairs: Sequence[tuple[UUID, UUID]], serious: int, now: datetime) -> list[UUID]:
    """Note for each bottleneck and person who came to own it that they are to be told, pressing from
    `serious` on; answers the events. Who was told of it this time, or this week, is left out."""
    rows = _rows(
        "SELECT event_id FROM privacy.tell_bottlenecks(%s::uuid[], %s::uuid[], %s, %s)",
        [[one for one, _person in pairs], [person for _one, person in pairs], serious, now],
    )
    return [row[0] for row in rows]


def networks_to_sweep(*, since: datetime, after: UUID, limit: int) -> list[UUID]:
    """Networks that were not swept since that moment, by id, after this one."""
    rows = _rows(
        "SELECT network_id FROM privacy.networks_to_sweep(%s, %s, %s)", [since, after, limit]
    )
    return [row[0] for row in rows]


class Happened(NamedTuple):
    """In which network something happened, its verb, to what kind of item (empty for none), and
    whether that item is `behind` the wall: medical, or in a safety compartment."""

    network: UUID
    verb: str
    item: str
    behind: bool


def happened(event: UUID) -> Happened | None:
    """What happened; None when there is no such event."""
    rows = _rows("SELECT * FROM privacy.event_for_bottlenecks(%s)", [event])
    return Happened(*rows[0]) if rows else None


class Figure(NamedTuple):
    """Of how many networks something is so, and of how many for longer than a week; in fives, rounded
    down. `side`: all, kind, team or person; `key`: which of these."""

    side: str
    key: str
    networks: int
    long: int


def organisation_in_view(organisation: UUID, *, now: datetime) -> list[Figure]:
    """What the people of an organisation look at now, for who keeps its list; nothing for others."""
    rows = _rows("SELECT * FROM privacy.organisation_in_view(%s, %s)", [organisation, now])
    return [Figure(*row) for row in rows]
