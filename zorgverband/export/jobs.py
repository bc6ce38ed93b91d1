"""Background work of taking along: making large archives, and clearing away what is over.

A job knows the number of the taking only. It may run twice.
"""

from uuid import UUID

from django.core.files.storage import default_storage
from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from .actions import BUILD, build_archive, clear_over

RETRY = RetryStrategy(max_attempts=4, exponential_wait=3)


@app.task(name=BUILD, retry=RETRY)  # type: ignore[untyped-decorator]
def build(taking: str) -> None:
    """Make the archive of this taking, unless that was done or its day is over."""
    place = ""
    try:
        with transaction.atomic(durable=True):
            place = build_archive(row=UUID(taking))
    except BaseException:
        # What is not noted is offered to nobody, and would never be cleared away.
        if place:
            default_storage.delete(place)
        raise


@app.periodic(cron="41 * * * *")  # type: ignore[untyped-decorator]
@app.task(name="export.clear_over")  # type: ignore[untyped-decorator]
def clear(timestamp: int) -> None:
    """Every hour: what was offered for a day is gone."""
    with transaction.atomic(durable=True):
        clear_over()
