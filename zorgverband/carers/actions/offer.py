"""Saying what one can do as a carer, wants to do, and does not want to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.models import Item
from zorgverband.ui.sentences import kept_words

from ..models import CarerOffer, CarerTask
from ..tasks import TASKS, Stance
from .ground import put_down

HOURS_IN_A_WEEK = 168
LONGEST_WITHOUT_REST = 52


class NothingSaid(Refusal):
    """Vul iets in: wat u doet, hoeveel uur, of wat uw grens is."""


class NotSoManyHours(Refusal):
    """Vul een aantal uur per week in, van 0 tot 168."""


class NotSoManyWeeks(Refusal):
    """Vul een aantal weken in, van 1 tot 52."""


@dataclass(frozen=True)
class Offered:
    """What a carer offers; fields as in `models.CarerOffer`, and per task what they say of it."""

    tasks: Mapping[str, str] = field(default_factory=dict)
    hours: Decimal | None = None
    weekdays: Sequence[int] = ()
    until_on: date | None = None
    respite_weeks: int | None = None
    limits: str = ""

    def check(self) -> None:
        """Raise the first thing that is wrong with it."""
        if self.hours is not None and not 0 <= self.hours <= HOURS_IN_A_WEEK:
            raise NotSoManyHours(field="hours")
        if self.respite_weeks is not None and not 1 <= self.respite_weeks <= LONGEST_WITHOUT_REST:
            raise NotSoManyWeeks(field="respite_weeks")
        told = (self.tasks, self.weekdays, self.limits.strip(), self.until_on, self.respite_weeks)
        if self.hours is None and not any(told):
            raise NothingSaid(field="hours")


def offer(*, seat: Seat, person: UUID, offered: Offered, readers: Sequence[UUID] = ()) -> Item:
    """Keep this as what the carer offers from now; what they said before is kept as it was. Raises
    what `Offered.check` and `put_down` raise."""
    offered.check()
    with kept_words():
        title = _("Wat ik doe als mantelzorger")
    item = put_down(
        seat=seat, person=person, kind="carer_offer", title=title, body=offered.limits,
        readers=readers,
    )  # fmt: skip
    row = CarerOffer(
        item=item, network_id=seat.network, about_id=seat.member, hours=offered.hours,
        weekdays=sorted(offered.weekdays), until_on=offered.until_on,
        respite_weeks=offered.respite_weeks,
    )  # fmt: skip
    _replace(seat)
    try:
        with transaction.atomic():
            CarerOffer.objects.bulk_create([row])
    except IntegrityError:
        # The carer said it in two places at once: the last one counts.
        _replace(seat)
        CarerOffer.objects.bulk_create([row])
    CarerTask.objects.bulk_create(
        CarerTask(network_id=seat.network, item=item, task=task, stance=stance)
        for task, stance in offered.tasks.items()
        if task in TASKS and stance in Stance.values
    )
    return item


def _replace(seat: Seat) -> None:
    now = CarerOffer.objects.filter(network_id=seat.network, about_id=seat.member)
    now.filter(replaced_at__isnull=True).update(replaced_at=clock.now())
