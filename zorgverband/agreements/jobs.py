"""Background work of agreements: reminding who promised something, at the time they chose."""

from django.db import transaction
from procrastinate.contrib.django import app

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.reminding import Promise, promises_due
from zorgverband.base.viewer import enter

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
    return sum(_remind(one) for one in promises)


def _remind(one: Promise) -> bool:
    """As that person, so that nobody hears of what they may not read (any more)."""
    try:
        with transaction.atomic():
            viewer = enter(person=one.person, networks=[one.network])
            seat = viewer.seat(one.network)
            return bool(remind(seat=seat, person=one.person, agreement=one.agreement))
    except Refusal:
        return False
