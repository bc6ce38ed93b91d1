"""Questions to the database about taking a record along (`privacy/locks/export.sql`).

What is in an archive is chosen there, under the lock of who entered; nothing is chosen here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection


def _rows(sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


@dataclass(frozen=True)
class Takes:
    """About whom the viewer may take an archive: the subjects that are theirs as a bit mask, whether
    the household is in it, and whether what they wrote is."""

    about: UUID
    subjects: int
    household: bool
    written: bool


def takes_of(network: UUID) -> list[Takes]:
    """Everybody about whom who entered may take an archive; often nobody."""
    rows = _rows(
        "SELECT about_id, subjects, household, written FROM privacy.takes_of(%s)", [network]
    )
    return [Takes(*row) for row in rows]


def takeaway(*, network: UUID, about: UUID) -> list[UUID]:
    """The items of the archive about `about`, of who entered; empty for who may not take it."""
    return [row[0] for row in _rows("SELECT privacy.takeaway(%s, %s)", [network, about])]


def all_theirs(*, network: UUID, about: UUID, items: Sequence[UUID]) -> bool:
    """Whether who entered may still read, as theirs, all items of an archive that was made."""
    rows = _rows("SELECT privacy.all_theirs(%s, %s, %s)", [network, about, list(items)])
    return bool(rows[0][0])


def taking_to_build(taking: UUID) -> tuple[UUID, UUID] | None:
    """The person and network of an archive that waits to be made; None when it does not (any
    more)."""
    rows = _rows("SELECT person_id, network_id FROM privacy.taking_to_build(%s)", [taking])
    return rows[0] if rows else None


def takings_over() -> list[tuple[UUID, str]]:
    """Stored archives whose day is over: the taking and the name in storage."""
    return _rows("SELECT taking_id, stored_as FROM privacy.takings_over()")


def taking_removed(taking: UUID) -> None:
    """Note that the file of a taking whose day is over is gone."""
    _rows("SELECT privacy.taking_removed(%s)", [taking])
