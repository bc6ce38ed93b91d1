"""Asking for one's record in one file: a small one is made while it is sent, a large one waits."""

from uuid import UUID

from django.db.models import Sum

from zorgverband.base import clock, jobs, taking
from zorgverband.base.refusals import NotHere
from zorgverband.base.viewer import Seat
from zorgverband.sharing.models import Attachment

from ..models import Taking

BUILD = "export.build"
# Above this somebody would wait too long for a page, and one process would be kept too long.
MOST_ITEMS, MOST_BYTES = 400, 40 * 1024 * 1024


def ask_archive(*, seat: Seat, person: UUID, about: UUID) -> Taking:
    """Register that `person` takes along what is about `about`, and have a large one made.

    Raises NotHere for who may not take that along.
    """
    if about not in {one.about for one in taking.takes_of(seat.network)}:
        raise NotHere()
    row = Taking(
        network_id=seat.network,
        person_id=person,
        about_id=about,
        asked_at=clock.now(),
        large=_is_large(taking.takeaway(network=seat.network, about=about)),
    )
    Taking.objects.bulk_create([row])
    if row.large:
        jobs.defer(BUILD, taking=row.id)
    return row


def _is_large(items: list[UUID]) -> bool:
    if len(items) > MOST_ITEMS:
        return True
    size = Attachment.objects.filter(item_id__in=items).aggregate(total=Sum("size"))["total"]
    return (size or 0) > MOST_BYTES
