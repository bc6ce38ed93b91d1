"""Background work of bottlenecks: looking after an event, and every night. Safe to run twice."""

from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from .looking import look_after, sweep

RETRY = RetryStrategy(max_attempts=5, exponential_wait=3)


@app.task(name="bottlenecks.look", retry=RETRY)  # type: ignore[untyped-decorator]
def look(event: str) -> None:
    """After an event: look for what it may have begun or ended."""
    look_after(UUID(event))


@app.periodic(cron="31 2 * * *")  # type: ignore[untyped-decorator]
@app.task(name="bottlenecks.sweep")  # type: ignore[untyped-decorator]
def sweep_all(timestamp: int) -> None:
    """Every night: what came because time went by, and whose turn it is now."""
    sweep()
