"""Writes the access log: one statement, in the transaction of the read, from the items shown."""

import re
from collections.abc import Collection
from uuid import UUID

from django.db import connection

_SHOWN = re.compile(rb'data-item="([0-9a-f-]{36})"')

_LOOK = "privacy.look(%s, %s, %s, %s)"


def shown_in(content: bytes) -> set[UUID]:
    """The items a page or fragment shows: every element that shows one carries its id."""
    return {UUID(found.decode()) for found in _SHOWN.findall(content)}


def look(*, items: Collection[UUID], action: str, door: str, address: str) -> None:
    """Log that the viewer did `action` (NEN 7513: C, R, U, D or E) with these items.

    The database fills in who, as what, about whom and on which line of the rule; what the viewer
    may not read cannot be logged either.
    """
    if not items:
        return
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_LOOK}", [list(items), action, door, address])


def look_if_still(*, items: Collection[UUID], action: str, door: str, address: str) -> bool:
    """`look`, unless the keys of this transaction are not those of this moment any more: then
    nothing is logged and the answer is False (see `viewer.still`). One statement for both."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT CASE WHEN privacy.still() THEN COALESCE({_LOOK}::text, '') END",
            [list(items), action, door, address],
        )
        return cursor.fetchone()[0] is not None
