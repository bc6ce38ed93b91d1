"""Writes the access log: one statement, in the transaction of the read, from the items shown."""

import re
from collections.abc import Collection, Mapping
from uuid import UUID

from django.db import connection

_SHOWN = re.compile(rb'data-item="([0-9a-f-]{36})"')

_LOOK = "privacy.look(%s::uuid[], %s::text[], %s, %s)"
Touched = Mapping[str, Collection[UUID]]


def shown_in(content: bytes) -> set[UUID]:
    """The items a page or fragment shows: every element that shows one carries its id."""
    return {UUID(found.decode()) for found in _SHOWN.findall(content)}


def look(*, items: Collection[UUID], action: str, door: str, address: str) -> None:
    """Log that the viewer did `action` (NEN 7513: C, R, U, D or E) with these items.

    The database fills in who, as what, about whom and on which line of the rule; what the viewer
    may not read cannot be logged either.
    """
    look_all(touched={action: items}, door=door, address=address)


def look_all(*, touched: Touched, door: str, address: str) -> None:
    """The same for several actions at once, in one statement: so the chains of all the networks
    are lengthened in one order, and two readers never wait for each other in a circle."""
    if any(touched.values()):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {_LOOK}", [*_pairs(touched), door, address])


def look_if_still(*, touched: Touched, door: str, address: str) -> bool:
    """`look_all`, unless the keys of this transaction are not those of this moment any more: then
    nothing is logged and the answer is False (see `viewer.still`). One statement for both."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT CASE WHEN privacy.still() THEN COALESCE({_LOOK}::text, '') END",
            [*_pairs(touched), door, address],
        )
        return cursor.fetchone()[0] is not None


def look_at_log(*, network: UUID, action: str, door: str, address: str) -> None:
    """Log that the viewer looked in, or took, the log of those it is about and whom they may act
    for; who may see no log of anybody leaves no row."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT privacy.look_at_log(%s, %s, %s, %s)", [network, action, door, address]
        )


def _pairs(touched: Touched) -> tuple[list[UUID], list[str]]:
    pairs = [(item, action) for action, items in touched.items() for item in items]
    return [item for item, _action in pairs], [action for _item, action in pairs]
