"""Background work of carers: asking once a month how it goes."""

from django.db import transaction
from procrastinate.contrib.django import app

from zorgverband.base import clock
from zorgverband.base.in_turn import in_turn
from zorgverband.base.reminding import Due, checks_due
from zorgverband.base.viewer import Seat

from .actions import ask_how_it_goes

AT_ONCE = 500


@app.periodic(cron="35 8 * * *")  # type: ignore[untyped-decorator]
@app.task(name="carers.ask")  # type: ignore[untyped-decorator]
def ask_all(timestamp: int) -> None:
    """Every morning. Safe to run twice: each is asked once a month."""
    ask_who_is_due()


def ask_who_is_due() -> int:
    """Ask everybody for whom it is time; how many were asked."""
    with transaction.atomic():
        due = checks_due(today=clock.today(), limit=AT_ONCE)
    return in_turn(due, _ask)


def _ask(one: Due, seat: Seat) -> bool:
    if seat.member != one.member:
        return False
    ask_how_it_goes(seat=seat, person=one.person)
    return True
