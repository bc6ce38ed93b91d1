"""Remembers who reads and writes what before an act, and tells what is different after it.

The application may make no tables of its own, so what is remembered comes out of the database as
one sign per item and person: a dossier of a million items stays a few megabytes.
"""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

# Of the items the viewer reads: their ids, and for each a letter for whom it is about and subject.
_ITEMS = """
WITH visible AS (
    SELECT i.id, i.about_id, i.subject FROM sharing_item i
    WHERE i.network_id = %s AND (%s::uuid[] IS NULL OR i.id = ANY (%s::uuid[]))
), abouts AS (SELECT array_agg(DISTINCT about_id) AS ids FROM visible)
SELECT COALESCE(array_agg(v.id::text ORDER BY v.id), '{}'), (SELECT ids FROM abouts),
       string_agg(chr(64 + array_position(a.ids, v.about_id)), '' ORDER BY v.id),
       string_agg(chr(64 + v.subject), '' ORDER BY v.id)
FROM visible v CROSS JOIN abouts a
"""
# Per person a 1 for each of these items they read, a 0 for each they do not.
_READS = """
WITH items AS (SELECT * FROM unnest(%s::uuid[]) WITH ORDINALITY AS u (item_id, place)),
sights AS MATERIALIZED (SELECT * FROM privacy.sights(%s, %s::uuid[])),
readers AS (SELECT DISTINCT member_id, person_id FROM sights)
SELECT r.person_id, r.member_id,
       string_agg(CASE WHEN s.item_id IS NULL THEN '0' ELSE '1' END, '' ORDER BY i.place)
FROM readers r CROSS JOIN items i
LEFT JOIN sights s ON s.item_id = i.item_id AND s.person_id = r.person_id
GROUP BY r.person_id, r.member_id
"""
_PROSPECTS = """
SELECT person_id, about_id, subject, member_id, reads, writes FROM privacy.prospects(%s)
"""


class Sight(NamedTuple):
    """How many items of one about and subject a person reads more (`gained`) or no longer; `mark`
    is a digest of which."""

    gained: bool
    person: UUID
    member: UUID
    about: UUID
    subject: int
    items: int
    mark: str


class Prospect(NamedTuple):
    """Whether one person reads (writes) what is new of one about and subject: 1 from now on, -1 no
    longer, 0 as before."""

    person: UUID
    member: UUID
    about: UUID
    subject: int
    reads: int
    writes: int


_Cell = tuple[UUID, UUID, int]


@dataclass(frozen=True)
class Remembered:
    """How it was: items with whom they are about and subject, who read which, who would read what."""

    network: UUID
    items: list[str]
    abouts: list[UUID]
    about: str
    subject: str
    reads: dict[UUID, tuple[UUID, str]]
    prospects: dict[_Cell, tuple[UUID, bool, bool]]


def _rows(sql: str, parameters: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def remember(*, network: UUID, items: Sequence[UUID] | None = None) -> Remembered:
    """Who reads what now, of these items (of all, when none are named) that the viewer reads."""
    chosen = None if items is None else list(items)
    ids, abouts, about, subject = _rows(_ITEMS, [network, chosen, chosen])[0]
    return Remembered(
        network=network,
        items=ids,
        abouts=abouts or [],
        about=about or "",
        subject=subject or "",
        reads=_reads(network, ids),
        prospects=_prospects(network),
    )


def differences(before: Remembered) -> tuple[list[Sight], list[Prospect]]:
    """What is different now, by the rule itself, in a fixed order."""
    return _sights(before), _changed_prospects(before)


def _reads(network: UUID, items: list[str]) -> dict[UUID, tuple[UUID, str]]:
    if not items:
        return {}
    rows = _rows(_READS, [items, network, items])
    return {person: (member, signs) for person, member, signs in rows}


def _prospects(network: UUID) -> dict[_Cell, tuple[UUID, bool, bool]]:
    rows = _rows(_PROSPECTS, [network])
    return {(p, about, s): (member, reads, writes) for p, about, s, member, reads, writes in rows}


def _sights(before: Remembered) -> list[Sight]:
    after = _reads(before.network, before.items)
    nothing = "0" * len(before.items)
    found: dict[tuple[bool, UUID, UUID, UUID, int], list[str]] = defaultdict(list)
    for person in before.reads.keys() | after.keys():
        old_member, old = before.reads.get(person, (None, nothing))
        new_member, new = after.get(person, (None, nothing))
        member = new_member or old_member
        if old == new or member is None:
            continue
        for place, signs in enumerate(zip(old, new, strict=True)):
            if signs[0] != signs[1]:
                about = before.abouts[ord(before.about[place]) - 65]
                cell = (signs[1] == "1", person, member, about, ord(before.subject[place]) - 64)
                found[cell].append(before.items[place])
    return [
        Sight(*cell, items=len(items), mark=hashlib.sha256(",".join(items).encode()).hexdigest())
        for cell, items in sorted(found.items())
    ]


def _changed_prospects(before: Remembered) -> list[Prospect]:
    after = _prospects(before.network)
    found = []
    for cell in sorted(before.prospects.keys() | after.keys()):
        old_member, *old = before.prospects.get(cell, (None, False, False))
        new_member, *new = after.get(cell, (None, False, False))
        member = new_member or old_member
        if old != new and member is not None:
            person, about, subject = cell
            reads, writes = (int(now) - int(then) for then, now in zip(old, new, strict=True))
            found.append(Prospect(person, member, about, subject, reads, writes))
    return found
