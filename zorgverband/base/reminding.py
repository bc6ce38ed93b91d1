"""Questions to the database about promises of which somebody should be reminded; references only."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection


@dataclass(frozen=True)
class Promise:
    """An agreement that may be due for a reminder, and the person who is to be reminded."""

    agreement: UUID
    network: UUID
    person: UUID


def promises_due(*, now: datetime, limit: int) -> list[Promise]:
    """Agreements whose reminder may be due; the worker looks at each as that person."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM privacy.promises_due(%s, %s)", [now, limit])
        return [Promise(*row) for row in cursor.fetchall()]
