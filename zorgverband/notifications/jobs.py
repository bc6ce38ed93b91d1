"""Background work of telling people. Every job is safe to run twice: it may be, after a crash.

No job here has a queueing lock. Procrastinate learns from the details of a unique violation that one
is already waiting, and under row-level security PostgreSQL leaves those details out.
"""

from uuid import UUID

from django.db import transaction
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from zorgverband.base import clock, jobs, telling
from zorgverband.journal.actions import DELIVER

from .actions import deliver
from .pushing import push_due
from .reminders import remind_of_reviews
from .sending import send_due
from .waiting import say_what_is_late

SEND = "notifications.send"
DIGESTS = "notifications.send_digests"
LOOK = "bottlenecks.look"
# A worker shows every 5 seconds that it lives (settings); one that was silent this long is dead.
DEAD_AFTER_SECONDS = 20
# After that a mistake is in the program: the job stays behind as failed, for people to look at.
RETRY = RetryStrategy(max_attempts=8, exponential_wait=3)


@app.task(name=DELIVER, retry=RETRY, priority=jobs.SOON)  # type: ignore[untyped-decorator]
def deliver_event(event: str) -> None:
    """Put one event in the inboxes, and have sent at once what should not wait."""
    with transaction.atomic(durable=True):
        if deliver(event=UUID(event)).mail_now:
            jobs.defer(SEND)
        jobs.defer(LOOK, event=UUID(event))


@app.task(name=SEND, retry=RETRY, priority=jobs.SOON)  # type: ignore[untyped-decorator]
def send() -> None:
    """Send what is to leave at once. What the mail server does not take, the periodic job sends later.

    It leaves the digests alone: with those at eight o'clock, these jobs would take all the places of the
    worker for minutes, and who is asked something then would hear of it late.
    """
    send_due(at_once=True)
    push_due(at_once=True)


@app.periodic(cron="*/5 * * * *")  # type: ignore[untyped-decorator]
@app.task(name=DIGESTS, lock=DIGESTS, priority=jobs.FIRST)  # type: ignore[untyped-decorator]
def send_digests(timestamp: int) -> None:
    """Every five minutes: digests, what waited for the end of quiet hours, and what was left. One at a
    time: the next waits for this one, and takes no second place."""
    say_what_is_late()
    send_due()
    push_due()


@app.periodic(cron="17 3 * * *")  # type: ignore[untyped-decorator]
@app.task(name="notifications.tidy")  # type: ignore[untyped-decorator]
def tidy(timestamp: int) -> None:
    """Every night: keep inboxes small."""
    telling.tidy_notices(now=clock.now())


@app.periodic(cron="5 7 * * *")  # type: ignore[untyped-decorator]
@app.task(name="notifications.remind")  # type: ignore[untyped-decorator]
def remind(timestamp: int) -> None:
    """Every morning: looks in need that nobody judged yet."""
    remind_of_reviews()


@app.periodic(cron="* * * * *")  # type: ignore[untyped-decorator]
@app.task(name="notifications.rescue", pass_context=True, priority=jobs.FIRST)  # type: ignore[untyped-decorator]
async def rescue(context: JobContext, timestamp: int) -> None:
    """Every minute: put the jobs of workers that died back in the queue."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=DEAD_AFTER_SECONDS):
        await manager.retry_job(job)
