"""When who does it wants to be reminded."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zorgverband.base.refusals import Refusal
from zorgverband.sharing.doors import Here, network_door

from .. import actions
from ..actions.remind_agreement import ReminderTooFar
from ..forms import read_time
from .agreement import one_page
from .answer import answered


@require_POST
@network_door
def set_reminder(here: Here, agreement_id: UUID) -> HttpResponse:
    """Choose the day, counted from the day it is due, and the time."""
    typed = here.request.POST
    try:
        days, at = (
            _days(typed.get("remind_days", "")),
            read_time(typed.get("remind_at", ""), "remind_at"),
        )
    except Refusal as refusal:
        return one_page(here, agreement_id, refusal)
    words = _("Genoteerd: wij herinneren u eraan.")
    return answered(here, agreement_id, actions.set_reminder, words, days=days, at=at)


def _days(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise ReminderTooFar(field="remind_days") from None
