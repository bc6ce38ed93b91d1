"""Background work: a job is committed together with the change it follows from."""

from uuid import UUID

from django.db import connection
from procrastinate.contrib.django import app


def defer(task: str, **ids: UUID) -> None:
    """Queue `task` with ids only: a job never carries words or names."""
    app.configure_task(task).defer(**{name: str(value) for name, value in ids.items()})


def wake(channel: str, word: UUID) -> None:
    """Tell listeners, at commit, that there is something; the word says nothing by itself."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [channel, str(word)])
