"""Calls of the database function that puts a series of visits at another time from some day on
(`privacy/locks/agenda_series.sql`)."""

from collections.abc import Sequence
from datetime import date, time
from uuid import UUID

from django.db import connection


def move_series(
    *,
    visit: UUID,
    from_date: date,
    begins: date,
    starts: time,
    ends: time | None,
    weekdays: Sequence[int],
) -> UUID | None:
    """The item of the later half, that begins on `begins`; None when the viewer may not, or when it
    was stopped or cut already."""
    clocks = [starts.isoformat(), ends.isoformat() if ends else None]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT privacy.move_series(%s, %s, %s, %s::time, %s::time, %s::smallint[])",
            [visit, from_date, begins, *clocks, list(weekdays)],
        )
        found: UUID | None = cursor.fetchone()[0]
    return found
