"""Reading for pages in few statements: rows as the database gives them (`privacy/locks/reading.sql`).

What comes is decided by the locks alone; nothing is chosen here.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import orjson
from django.db import connection
from django.db.models import Func, JSONField

Row = tuple[Any, ...]
_LATEST = "infinity"
_LAST = UUID(int=(1 << 128) - 1)


def _rows(sql: str, parameters: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


class Companion(NamedTuple):
    """A member of a network with what the viewer may know of them; the rest is None."""

    member: UUID
    person: UUID | None
    team: UUID | None
    side: str
    coordinator: bool
    first_contact: bool
    joined_at: datetime
    left_at: datetime | None
    given_name: str | None
    infix: str | None
    family_name: str | None
    salutation: str | None
    team_name: str | None
    team_phone: str | None
    team_organisation: str | None
    team_organisation_phone: str | None
    function: str | None
    description: str | None
    phone: str | None
    organisation: str | None
    portrait: datetime | None
    inside: bool


def company(network: UUID) -> list[Companion]:
    """Everybody who takes or took part, in the order of joining."""
    rows = _rows("SELECT * FROM privacy.company(%s)", [network])
    return [Companion._make(row) for row in rows]


def companies(networks: Sequence[UUID]) -> dict[UUID, list[Companion]]:
    """The company of each of these networks, all of which were entered. One statement."""
    rows = _rows(
        "SELECT n.id, c.* FROM unnest(%s::uuid[]) AS n(id) "
        "CROSS JOIN LATERAL privacy.company(n.id) c",
        [list(networks)],
    )
    found: dict[UUID, list[Companion]] = {network: [] for network in networks}
    for network, *row in rows:
        found[network].append(Companion._make(row))
    return found


def birth_dates(network: Any) -> Func:
    """Inside another statement: when the clients of a network were born, those the viewer may know it of:
    themselves, and of whose health they may write. `born_from` reads it."""
    return Func(network, function="privacy.births", output_field=JSONField())


def born_from(facts: dict[str, str]) -> dict[UUID, date]:
    """The same by member."""
    return {UUID(member): date.fromisoformat(day) for member, day in facts.items()}


def unread_in(networks: Sequence[UUID], *, at_most: int) -> dict[UUID, int]:
    """`unread` for each of these networks, all of which were entered. One statement."""
    rows = _rows(
        "SELECT n.id, privacy.unread(n.id, %s) FROM unnest(%s::uuid[]) AS n(id)",
        [at_most, list(networks)],
    )
    return dict(rows)


def names(network: UUID) -> dict[UUID, str]:
    """The names of all persons who took part, people of teams too."""
    return dict(_rows("SELECT person_id, name FROM privacy.names(%s)", [network]))


def unread(*, network: UUID, at_most: int) -> int:
    """How many items by others the viewer has not seen; counts no further than `at_most`."""
    return int(_rows("SELECT privacy.unread(%s, %s)", [network, at_most])[0][0])


def marks(*, network: UUID, at_most: int) -> tuple[datetime | None, int]:
    """Until when the viewer has seen the news of a network, and `unread`: one statement for both."""
    row: tuple[datetime | None, int] = _rows(
        "SELECT seen_until, unread FROM privacy.marks(%s, %s)", [network, at_most]
    )[0]
    return row


def timeline(
    *,
    network: UUID,
    subject: int | None,
    author: UUID | None,
    about: UUID | None,
    before: tuple[datetime, UUID] | None,
    limit: int,
    fields: Sequence[str],
) -> list[dict[str, Any]]:
    """These columns of the newest items of the news before a moment and id, newest first."""
    rows = _rows(
        f"SELECT {', '.join(fields)} "  # noqa: S608 - names of columns, from the program
        "FROM privacy.timeline(%s, %s, %s, %s, %s::timestamptz, %s, %s)",
        [network, subject, author, about, *(before or (_LATEST, _LAST)), limit],
    )
    return [dict(zip(fields, row, strict=True)) for row in rows]


class Hanging(NamedTuple):
    """What hangs on an item: how many replies, its files, how many persons read it, the function
    its author has in the team through which they wrote, the sides of who reads it, and whether
    that is everybody in the network."""

    replies: int
    files: list[dict[str, Any]]
    readers: int
    turn: str
    sides: frozenset[str] = frozenset()
    everyone: bool = False


def hanging(*, network: UUID, items: Sequence[UUID]) -> dict[UUID, Hanging]:
    """What hangs on these items of one network, as far as the viewer may read them."""
    rows = _rows(
        "SELECT item_id, replies, files::text, readers, turn, sides, everyone "
        "FROM privacy.hanging(%s, %s)",
        [network, list(items)],
    )
    return {
        item: Hanging(
            replies,
            orjson.loads(files) if files else [],
            readers,
            turn or "",
            frozenset(sides),
            all_,
        )
        for item, replies, files, readers, turn, sides, all_ in rows
    }
