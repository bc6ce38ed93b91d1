"""Questions to the database about telling people: whom, the inbox, and what is due to be sent."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

_LATEST = (datetime(9999, 1, 1, tzinfo=UTC), UUID(int=(1 << 128) - 1))


def _rows(sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


@dataclass(frozen=True)
class Addressee:
    """Somebody who may know of an event, and what they said about when they want to hear."""

    person: UUID
    side: str
    to_me: bool
    verb: str
    item_kind: str | None
    at: datetime
    paces: dict[str, str]
    quiet: bool | None
    quiet_from: int | None
    quiet_until: int | None
    work_hours: bool | None


def to_tell(event: UUID) -> list[Addressee]:
    """Who may know of this event at this moment, without who did it."""
    rows = _rows("SELECT * FROM privacy.to_tell(%s)", [event])
    return [Addressee(*[*row[:6], json.loads(row[6]), *row[7:]]) for row in rows]


@dataclass(frozen=True)
class Telling:
    """How one person is told of one event: of which kind, with which mail, not before when."""

    person: UUID
    kind: str
    bundle: str
    due_at: datetime


def tell(*, event: UUID, tellings: Sequence[Telling]) -> int:
    """Put the event in these inboxes and plan the mails, in one statement; how many were new.

    Who may not know of the event (any more) is left out by the database. Safe to repeat.
    """
    return int(
        _rows(
            "SELECT privacy.tell(%s, %s::uuid[], %s::text[], %s::text[], %s::timestamptz[])",
            [
                event,
                [one.person for one in tellings],
                [one.kind for one in tellings],
                [one.bundle for one in tellings],
                [one.due_at for one in tellings],
            ],
        )[0][0]
    )


@dataclass(frozen=True)
class Line:
    """A reference in the viewer's inbox: what happened, to what, by whom; and whether it is new."""

    notice: UUID
    network: UUID
    item: UUID | None
    kind: str
    at: datetime
    verb: str
    actor: UUID
    member: UUID | None
    unread: bool
    bottleneck: UUID | None = None


def inbox(
    *,
    limit: int,
    unread: bool = False,
    kinds: Sequence[str] | None = None,
    bundle: str | None = None,
    before: tuple[datetime, UUID] | None = None,
) -> list[Line]:
    """The viewer's inbox over all networks, newest first: only what they may know of now."""
    rows = _rows(
        "SELECT * FROM privacy.inbox(%s, %s::text[], %s, %s, %s, %s)",
        [unread, None if kinds is None else list(kinds), bundle, *(before or _LATEST), limit],
    )
    return [Line(*row) for row in rows]


def inbox_and_new(
    *, limit: int, at_most: int, before: tuple[datetime, UUID] | None = None
) -> tuple[list[Line], list[Line]]:
    """The viewer's inbox from a moment back, and what is new to them; in one statement."""
    rows = _rows(
        "SELECT false AS new, i.* FROM privacy.inbox(false, NULL, NULL, %s, %s, %s) i"
        " UNION ALL SELECT true, i.* FROM privacy.inbox(true, NULL, NULL, %s, %s, %s) i",
        [*(before or _LATEST), limit, *_LATEST, at_most],
    )
    found: tuple[list[Line], list[Line]] = ([], [])
    for new, *row in sorted(rows, key=lambda row: (row[5], row[1]), reverse=True):
        found[new].append(Line(*row))
    return found


def waiting_networks(*, limit: int) -> list[UUID]:
    """Networks in which something waits for the viewer, first where it is due first."""
    return [row[0] for row in _rows("SELECT * FROM privacy.waiting_networks(%s)", [limit])]


def inbox_count(*, at_most: int) -> int:
    """How much in the viewer's inbox is new to them; counts no further than `at_most`."""
    rows = _rows(
        "SELECT count(*) FROM privacy.inbox(true, NULL, NULL, %s, %s, %s)", [*_LATEST, at_most]
    )
    return int(rows[0][0])


def told_between(*, start: datetime, end: datetime) -> dict[str, int]:
    """How often the viewer was told in this period, by kind."""
    return dict(_rows("SELECT kind, times FROM privacy.told_between(%s, %s)", [start, end]))


def my_sides() -> set[str]:
    """The sides on which the viewer takes part now."""
    return {row[0] for row in _rows("SELECT side FROM privacy.my_sides()")}


@dataclass(frozen=True)
class Claim:
    """A delivery this worker has taken upon itself; `attempts` counts this one."""

    delivery: UUID
    person: UUID
    bundle: str
    attempts: int


def claim_deliveries(
    *, channel: str, now: datetime, abandoned_after: timedelta, limit: int, at_once: bool
) -> list[Claim]:
    """Take what is due to be sent over this channel; `at_once`: only what is about one event, and no
    digest. Two workers at once never take the same."""
    rows = _rows(
        "SELECT * FROM privacy.claim_deliveries(%s, %s, %s, %s, %s)",
        [channel, now, now - abandoned_after, limit, at_once],
    )
    return [Claim(*row) for row in rows]


def take_over_device(endpoint: str) -> None:
    """From here messages at this address are not for who had it before: a browser changed hands."""
    _rows("SELECT privacy.take_over_device(%s)", [endpoint])


def tidy_notices(*, now: datetime) -> None:
    """Mark as read what was seen elsewhere, and forget what was read longer than a year ago."""
    _rows("SELECT privacy.tidy_notices(%s)", [now])
