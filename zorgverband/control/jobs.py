"""Background work: that the days of deciding for a while are over is told. Who decides does not
wait for it: that is worked out at every request."""

from django.db import transaction
from procrastinate.contrib.django import app

from zorgverband.base import clock, deciding, jobs
from zorgverband.journal.actions import CHANNEL, DELIVER


@app.periodic(cron="*/10 * * * *")  # type: ignore[untyped-decorator]
@app.task(name="control.tell_ended")  # type: ignore[untyped-decorator]
def tell_ended(timestamp: int) -> None:
    """Every ten minutes: note each interim that ended by itself, once, and tell client and
    coordinator."""
    with transaction.atomic(durable=True):
        for event in deciding.note_ended_interims(now=clock.now()):
            jobs.wake(CHANNEL, event)
            jobs.defer(DELIVER, event=event)
