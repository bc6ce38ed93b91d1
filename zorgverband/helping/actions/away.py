"""A carer who is away for some days, and says so to whom they choose."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.carers.actions.ground import put_down
from zorgverband.ui.dates import full_date
from zorgverband.ui.sentences import kept_words

from ..models import Away


class NoDays(Refusal):
    """Kies vanaf en tot en met welke dag u weg bent."""


class DaysPast(Refusal):
    """Deze dagen zijn voorbij. Kies een laatste dag die nog komt."""


class DaysTurned(Refusal):
    """De laatste dag is voor de eerste dag. Kies een latere laatste dag."""


class NotAwayAnyMore(AlreadyDone):
    """Dit is al weg. Hieronder ziet u hoe het nu is."""


def be_away(
    *, seat: Seat, person: UUID, first_on: date | None, last_on: date | None, words: str = "",
    readers: Sequence[UUID] = (),
) -> UUID:  # fmt: skip
    """Keep that the carer is away on these days; the item. Raises NoDays, DaysPast, DaysTurned, and
    what `put_down` raises."""
    if first_on is None or last_on is None:
        raise NoDays(field="first_on" if first_on is None else "last_on")
    if last_on < first_on:
        raise DaysTurned(field="last_on")
    if last_on < clock.today():
        raise DaysPast(field="last_on")
    with kept_words():
        days = {"first": full_date(first_on), "last": full_date(last_on)}
        title = _("Een tijd weg: %(first)s tot en met %(last)s") % days
    item = put_down(seat=seat, person=person, kind="away", title=title, body=words, readers=readers)
    row = Away(
        item=item, network_id=seat.network, about_id=seat.member, first_on=first_on,
        last_on=last_on,
    )  # fmt: skip
    Away.objects.bulk_create([row])
    return UUID(str(item.id))


def be_back(*, seat: Seat, person: UUID, away: UUID) -> None:
    """It does not hold any more. Raises NotAwayAnyMore."""
    rows = Away.objects.filter(
        network_id=seat.network, item_id=away, about_id=seat.member, ended_at=None
    )
    if not rows.update(ended_at=clock.now()):
        raise NotAwayAnyMore()
