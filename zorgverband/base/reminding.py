"""Questions to the database about what somebody should be reminded of; references only."""

from dataclasses import dataclass
from datetime import date, datetime
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


@dataclass(frozen=True)
class Due:
    """A carer who is to be asked how it goes."""

    network: UUID
    member: UUID
    person: UUID


def checks_due(*, today: date, limit: int) -> list[Due]:
    """Carers who said a month ago or longer how it goes, and were not asked again since."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM privacy.checks_due(%s, %s)", [today, limit])
        return [Due(*row) for row in cursor.fetchall()]
