"""Background work of agreements: reminding who promised something, at the time they chose."""

from django.db import transaction
from procrastinate.contrib.django import app

from zorgverband.base import clock
from zorgverband.base.in_turn import in_turn
from zorgverband.base.reminding import Promise, promises_due
from zorgverband.base.viewer import Seat

from .actions import remind

AT_ONCE = 500


@app.periodic(cron="*/5 * * * *")  # type: ignore[untyped-decorator]
@app.task(name="agreements.remind")  # type: ignore[untyped-decorator]
def remind_all(timestamp: int) -> None:
    """Every five minutes. Safe to run twice: each day is reminded of once."""
    send_reminders()


def send_reminders() -> int:
    """Remind everybody whose time has come; how many were reminded."""
    with transaction.atomic():
        promises = promises_due(now=clock.now(), limit=AT_ONCE)
    return in_turn(promises, _remind)


def _remind(one: Promise, seat: Seat) -> bool:
    return remind(seat=seat, person=one.person, agreement=one.agreement) is not None
