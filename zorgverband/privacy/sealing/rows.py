"""Reading the whole log and its chains for checking, as the owner of the database."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper

from .check import Place
from .lines import Head

# Spelled out, not privacy.look_words: who can change a row could change that function as well.
COLUMNS = (
    "id", "network_id", "about_id", "subject", "compartment_id", "person_id", "person_name",
    "member_id", "side", "function", "organisation", "action", "door", "to_jsonb(l.items)",
    "ground", "address", "source", "outcome", "extract(epoch FROM l.at)",
)  # fmt: skip
_WORDS = ", ".join(name if "(" in name else f"l.{name}" for name in COLUMNS)
_ALL = f"""
    SELECT COALESCE(k.network_id, l.network_id), k.place, COALESCE(k.look_id, l.id), k.digest,
           CASE WHEN l.id IS NOT NULL
                THEN convert_to(jsonb_build_array(k.place, {_WORDS})::text, 'UTF8') END
    FROM journal_link k FULL JOIN journal_look l ON l.id = k.look_id
    ORDER BY 1, k.place NULLS LAST, 3
"""  # noqa: S608 - our own words only
AT_A_TIME = 5000


def places(connection: BaseDatabaseWrapper) -> Iterator[Place]:
    """Every place of every chain, and every row that has none, by network and place."""
    with connection.cursor() as cursor:
        cursor.execute(_ALL)
        while rows := cursor.fetchmany(AT_A_TIME):
            for row in rows:
                words = None if row[4] is None else bytes(row[4])
                yield Place(row[0], row[1], row[2], bytes(row[3] or b""), words)


@dataclass(frozen=True)
class Kept:
    """A signed line as the database keeps it."""

    line: str
    written: bool
    head: Head


def kept_lines(connection: BaseDatabaseWrapper) -> dict[int, Kept]:
    """The signed lines that the database keeps, by number."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number, line, written, network_id, place, digest FROM journal_seal"
            " ORDER BY number"
        )
        return {
            row[0]: Kept(row[1], row[2], Head(row[3], row[4], bytes(row[5]).hex()))
            for row in cursor.fetchall()
        }


def who_and_when(connection: BaseDatabaseWrapper, look: UUID) -> str:
    """When and by whom a row says it was made; empty when it is not there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT at, person_id FROM journal_look WHERE id = %s", [look])
        row: Any = cursor.fetchone()
    return f"{row[0].isoformat()} {row[1]}" if row else ""
