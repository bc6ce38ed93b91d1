"""Background work of helping: telling of whom it is asked now. What may be done hangs on the dates
themselves, never on this."""

from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app

from zorgverband.base import clock, jobs
from zorgverband.base.helping import ToTell, help_to_tell
from zorgverband.base.in_turn import in_turn
from zorgverband.base.viewer import Seat

from .actions import tell

# Far more than wait at one time: who cannot be told (any more) must not hold up the others.
AT_ONCE = 10_000


@app.periodic(cron="*/5 * * * *")  # type: ignore[untyped-decorator]
@app.task(name="helping.widen")  # type: ignore[untyped-decorator]
def widen(timestamp: int) -> None:
    """Every five minutes. Safe to run twice: each person is told once."""
    tell_of_help()


@app.task(name="helping.tell", priority=jobs.SOON)  # type: ignore[untyped-decorator]
def tell_now(asked: str) -> None:
    """Right after an answer or a tap that changed of whom something is asked."""
    tell_of_help(only=UUID(asked))


def tell_of_help(only: UUID | None = None) -> int:
    """Tell everybody of whom it is asked now; how many were told."""
    with transaction.atomic():
        found = help_to_tell(now=clock.now(), limit=AT_ONCE)
    return in_turn((one for one in found if only in (None, one.asked)), _tell)


def _tell(one: ToTell, seat: Seat) -> bool:
    return tell(seat=seat, person=one.person, asked=one.asked)
