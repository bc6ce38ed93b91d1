"""Background work of going home: asking the day after whether everything is there."""

from django.db import transaction
from procrastinate.contrib.django import app

from zorgverband.base import clock
from zorgverband.base.homecoming import ToAsk, arrivals_to_ask
from zorgverband.base.in_turn import in_turn
from zorgverband.base.viewer import Seat

from .actions.say_arrived import ask_whether_all_is_there

AT_ONCE = 200


@app.periodic(cron="0 8-18 * * *")  # type: ignore[untyped-decorator]
@app.task(name="handovers.ask_arrivals")  # type: ignore[untyped-decorator]
def ask_arrivals(timestamp: int) -> None:
    """Every hour of the day. Safe to run twice: each person is asked once."""
    send_questions()


def send_questions() -> int:
    """Ask everybody at home whose day was yesterday, so many at a time; how many were asked."""
    asked = 0
    while True:
        with transaction.atomic():
            found = arrivals_to_ask(today=clock.today(), limit=AT_ONCE)
        now = in_turn(found, _ask)
        asked += now
        # Those that cannot be asked come back first: where nobody could be, the next time is soon.
        if not now or len(found) < AT_ONCE:
            return asked


def _ask(one: ToAsk, seat: Seat) -> bool:
    ask_whether_all_is_there(seat=seat, person=one.person, discharge=one.discharge)
    return True
