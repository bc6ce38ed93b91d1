"""Calls of the narrow database functions for handing over (`privacy/locks/handovers_handover.sql`), and
who reads which of these items."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import connection


def receive_handover(
    *, handover: UUID, more: Sequence[UUID], words: str, today: date, at: datetime
) -> bool:
    """Take over what was sent to the viewer, with these other items of the leaver; what was to end
    for the leaver ends in the same transaction. `words` are kept with each agreement that passes
    on. False when it was not there to be taken over."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT privacy.receive_handover(%s, %s::uuid[], %s, %s, %s)",
            [handover, list(more), words, today, at],
        )
        return bool(cursor.fetchone()[0])


def members_reading(*, network: UUID, items: Collection[UUID]) -> dict[UUID, set[UUID]]:
    """By item the members of whom somebody reads it, of items the viewer reads. One statement."""
    found: dict[UUID, set[UUID]] = {item: set() for item in items}
    if not found:
        return found
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT item_id, member_id FROM privacy.sights(%s, %s::uuid[])",
            [network, list(found)],
        )
        for item, member in cursor.fetchall():
            found[item].add(member)
    return found
