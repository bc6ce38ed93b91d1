"""Reading a plan page in one statement: rows as the database gives them (`privacy/locks/planning.sql`).

What comes is decided by the locks alone; nothing is chosen here.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

# On a page with more goals than this each shows one agreement, else a few.
MANY_GOALS, FEW, MORE = 12, 3, 5


@dataclass(frozen=True)
class PlanRows:
    """What is in the plan now, the first of what was agreed, what is not so any more, what those
    said who sign, and who decides: each a list of columns in the order of the function, with text
    for what JSON does not know. `suggested`: how many suggestions wait."""

    parts: list[list[Any]]
    agreed: list[list[Any]]
    gone: list[list[Any]]
    signed: list[list[Any]]
    decide: list[list[Any]]
    suggested: int


def plan_page(*, network: UUID, member: UUID, since: date) -> PlanRows:
    """The plan of an entered network as `member` looks at it. Of what was agreed for each goal, or
    for no goal about somebody, the first few: what `member` does, then what is due first; with how
    many there are. Days ticked off come from `since` on. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT suggested, parts, agreed, gone, signed, decide "
            "FROM privacy.plan_page(%s, %s, %s, %s, %s, %s)",
            [network, member, since, MANY_GOALS, FEW, MORE],
        )
        row: Any = cursor.fetchone()
    suggested, *texts = row
    parts, agreed, gone, signed, decide = (orjson.loads(text) if text else [] for text in texts)
    return PlanRows(parts, agreed, gone, signed, decide, suggested)
