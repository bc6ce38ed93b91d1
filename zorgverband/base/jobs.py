"""Background work: a job is committed together with the change it follows from.

Also when a job defers a job. A worker gives Procrastinate connections of its own; deferred over those
a job is there at once, and another thread of the worker can do it before what it is about is
committed: it finds nothing, and is over. So jobs are always deferred over Django's connection.
"""

from uuid import UUID

from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.manager import JobManager

# How soon a job begins when many wait; without either it is after these. First a mail that somebody
# sits waiting for, such as an invitation; then telling people of what happened.
FIRST, SOON = 20, 10
_WITH_THE_CHANGE = JobManager(DjangoConnector())


def defer(task: str, **ids: UUID) -> None:
    """Queue `task` with ids only: a job never carries words or names. It begins when the transaction
    this is in is committed, and never when that is undone."""
    words = {name: str(value) for name, value in ids.items()}
    _WITH_THE_CHANGE.defer_job(app.configure_task(task, task_kwargs=words).job)


def wake(channel: str, word: UUID) -> None:
    """Tell listeners, at commit, that there is something; the word says nothing by itself."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [channel, str(word)])
