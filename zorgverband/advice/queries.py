"""Reading advice: what holds now, and what held before. The lock decides what comes."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere

from .models import Advice

PAGE = 50
AT_MOST = 200
Rows = list[dict[str, Any]]
FIELDS = (
    "item_id", "about_id", "topic", "what", "code", "direction", "low", "high", "unit",
    "by_member_id", "by_name", "source_id", "starts_on", "ends_on", "ended_at", "instead_of_id",
    "item__subject", "item__author_id",
)  # fmt: skip


def advice_now(*, network: UUID, about: UUID) -> Rows:
    """What holds, or will hold, for one client and their household: by topic, at most 200."""
    rows = _rows(network, about).filter(ended_at__isnull=True).exclude(_past())
    return list(rows.order_by("topic", "-item_id").values(*FIELDS)[:AT_MOST])


def advice_before(*, network: UUID, about: UUID, after: UUID | None = None) -> Rows:
    """What was ended, replaced or ran out, last written first: `PAGE` + 1."""
    rows = _rows(network, about).filter(Q(ended_at__isnull=False) | _past())
    if after is not None:
        rows = rows.filter(item_id__lt=after)
    return list(rows.order_by("-item_id").values(*FIELDS)[: PAGE + 1])


def one_advice(*, network: UUID, item: UUID) -> dict[str, Any]:
    """One advice; raises NotHere, the same for not there and not for you."""
    row = Advice.objects.filter(network_id=network, item_id=item).values(*FIELDS).first()
    if row is None:
        raise NotHere()
    return dict(row)


def _rows(network: UUID, about: UUID) -> QuerySet[Advice]:
    return Advice.objects.filter(network_id=network, about_id__in=[about, network])


def _past() -> Q:
    return Q(ends_on__isnull=False, ends_on__lt=clock.today())
