"""Reading what was passed on. The lock on the items decides which."""

from typing import Any
from uuid import UUID

from django.db.models import Case, IntegerField, Q, When
from django.db.models.functions import Now

from zorgverband.base import clock

from .models import Report, ReportLink

MOST = 60
FIELDS = (
    "item_id", "noticed", "since", "read_at", "read_as", "link_id", "item__about_id",
    "item__subject", "item__author_id", "item__author_member_id", "item__created_at", "item__title",
    "item__body",
)  # fmt: skip


def reports(network: UUID) -> list[dict[str, Any]]:
    """What one may read: what nobody said to have read first, then the newest."""
    unread_first = Case(When(read_at=None, then=0), default=1, output_field=IntegerField())
    rows: Any = (
        Report.objects.filter(network_id=network)
        .order_by(unread_first, "-item__created_at", "-item_id")
        .values(*FIELDS)[:MOST]
    )
    return list(rows)


def report_links(network: UUID) -> list[dict[str, Any]]:
    """The links that still work, as far as one may know of them, newest first."""
    rows: Any = (
        ReportLink.objects.filter(
            Q(member__left_at=None) | Q(member__left_at__gt=Now()),
            network_id=network,
            ended_at=None,
            expires_at__gt=clock.now(),
        )
        .order_by("-made_at", "-id")
        .values("id", "member_id", "made_by_id", "expires_at")
    )
    return list(rows)
