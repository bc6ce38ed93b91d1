"""Reading the album: news with photos, newest first. The locks decide which; what is medical is left out
because a photo of a wound does not belong between those of a birthday."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from zorgverband.sharing.models import Attachment, Item
from zorgverband.sharing.queries import FIELDS, Cursor
from zorgverband.sharing.subjects import LAST_MEDICAL

PAGE = 12


def with_photos(network: UUID, *, after: Cursor | None = None) -> list[dict[str, Any]]:
    """One more than a page of items of the news that hold a photo, none medical, none of a safety
    compartment, newest first. One statement."""
    photos = Attachment.objects.filter(item_id=OuterRef("id")).exclude(thumbnail="")
    rows = Item.objects.filter(
        Exists(photos), network_id=network, in_news=True, subject__gt=LAST_MEDICAL,
        compartment_id=None,
    )  # fmt: skip
    if after is not None:
        rows = rows.filter(
            Q(happened_at__lt=after.happened_at) | Q(happened_at=after.happened_at, id__lt=after.id)
        )
    return list(rows.order_by("-happened_at", "-id").values(*FIELDS)[: PAGE + 1])
