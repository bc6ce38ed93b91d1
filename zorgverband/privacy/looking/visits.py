"""Reading the log as visits: what one person did without a pause of half an hour."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

# The subject of a row that rests on no item: looking in the log itself.
NO_ITEM = 0


@dataclass(frozen=True)
class Visit:
    """One visit of somebody else than the viewer, as far as the viewer may see it.

    `deeds`: (action of NEN 7513, subject); `odd`: the names of the rules it met.
    """

    person: UUID
    member: UUID
    name: str
    side: str
    function: str
    organisation: str
    start: datetime
    end: datetime
    deeds: tuple[tuple[str, int], ...]
    odd: tuple[str, ...]


def visits(*, network: UUID, start: datetime, end: datetime) -> list[Visit]:
    """Who looked in an entered network in this period, newest first. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM privacy.visits(%s, %s, %s)", [network, start, end])
        rows: list[Any] = list(cursor.fetchall())
    return [Visit(*_plain(row)) for row in rows]


def _plain(row: Any) -> tuple[Any, ...]:
    *facts, deeds, odd = row
    return *facts, _deeds(deeds), tuple(odd)


def _deeds(words: list[str]) -> tuple[tuple[str, int], ...]:
    pairs = (word.split(" ") for word in words)
    return tuple(sorted(((action, int(subject)) for action, subject in pairs), key=_order))


def _order(deed: tuple[str, int]) -> tuple[int, int]:
    return "RCUDE".index(deed[0]), deed[1]
