"""A question to the database about help that is asked: of whom by now, for who tells them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection


@dataclass(frozen=True)
class ToTell:
    """Help that is asked in a network, and a person of whom it is asked now who was not told."""

    asked: UUID
    network: UUID
    person: UUID


def help_to_tell(*, now: datetime, limit: int) -> list[ToTell]:
    """References only; the worker looks as that person."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM privacy.help_to_tell(%s, %s)", [now, limit])
        return [ToTell(*row) for row in cursor.fetchall()]
