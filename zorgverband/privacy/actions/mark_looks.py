"""Marking what the rules of supervision meet, for the queue of the data-protection officers."""

from datetime import timedelta

from django.db import connection

from zorgverband.base import clock

# A machine that stood still, or a membership that was ended with an earlier date, is caught up with.
LOOK_BACK = timedelta(days=7)


def mark_looks() -> int:
    """Mark the last days that are over; how many marks are new. Safe to repeat."""
    midnight = clock.now().astimezone(clock.HOME).replace(hour=0, minute=0, second=0, microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT privacy.mark_looks(%s, %s)", [midnight - LOOK_BACK, midnight])
        return int(cursor.fetchone()[0])
