"""The one clock: what is written down gets its moment from here, so that a story can be replayed."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

HOME = ZoneInfo("Europe/Amsterdam")

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """This moment in UTC, or the moment set by `at`."""
    return _moment.get() or datetime.now(UTC)


def today() -> date:
    """Today's date where the clients live (Europe/Amsterdam)."""
    return now().astimezone(HOME).date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Within this block it is `moment` (aware) for everything that is written down.

    What people may read is decided by the database at the real moment, never by this clock.
    """
    token = _moment.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _moment.reset(token)
