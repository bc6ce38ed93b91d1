"""When somebody wants to be reminded of what they promised, and reminding them."""

from datetime import date, time
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import LATEST_REMINDER, Agreement
from ..moves import BINDING
from ..queries import agreement as readable_agreement
from .answering import NotAskedOfYou

EARLIEST = -31


class ReminderTooFar(Refusal):
    """Kies een dag van een maand ervoor tot een week erna."""


def set_reminder(*, seat: Seat, person: UUID, agreement: UUID, days: int, at: time) -> None:
    """Remind who does it `days` after it is due (before: negative) at that time of day; others see
    it as late only after that. Raises NotHere, NotAskedOfYou or ReminderTooFar."""
    if not EARLIEST <= days <= LATEST_REMINDER:
        raise ReminderTooFar(field="remind_days")
    if readable_agreement(network=seat.network, id=agreement).executor != seat.member:
        raise NotAskedOfYou()
    rows = Agreement.objects.filter(item_id=agreement)
    if not rows.update(remind_days=days, remind_at=at, reminded_on=None):
        raise NotAskedOfYou()


def remind(*, seat: Seat, person: UUID, agreement: UUID) -> date | None:
    """Remind this person of what they do, once for each day it is due; the day, None for none.

    Safe to run twice.
    """
    found = readable_agreement(network=seat.network, id=agreement)
    day = found.to_remind(clock.now())
    if day is None or found.state not in BINDING:
        return None
    rows = Agreement.objects.filter(item_id=agreement, state__in=BINDING).exclude(reminded_on=day)
    if not rows.update(reminded_on=day):
        return None
    record(
        verb="agreement_reminder", network=seat.network, person=person, item=agreement,
        to_person=person,
    )  # fmt: skip
    return day
