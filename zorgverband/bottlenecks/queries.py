"""Bottlenecks as their readers meet them. The lock decides which; nothing is left out here but what
is over or put aside."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere

from .models import Bottleneck, Measure

# What somebody sees of one network at a time: the most serious first, the rest when these are done.
HANDFUL = 5
FIELDS = (
    "id", "network_id", "kind", "about_id", "subject", "facts", "members", "who_id", "since",
    "detail", "seriousness", "opened_at", "owner_id", "step", "dismissed_at", "snoozed_until",
)  # fmt: skip
Row = dict[str, Any]


def waiting() -> QuerySet[Bottleneck]:
    """What is open and not put aside, in the networks entered; most serious first."""
    moment = clock.now()
    rows = Bottleneck.objects.filter(resolved_at=None, dismissed_at=None)
    rows = rows.filter(Q(snoozed_until=None) | Q(snoozed_until__lte=moment))
    return rows.order_by("-seriousness", "since", "id")


def handful(network: UUID, *, at_most: int = HANDFUL) -> list[Row]:
    """The most serious bottlenecks of an entered network that the viewer may meet. One statement."""
    return list(waiting().filter(network_id=network).values(*FIELDS)[:at_most])


def bottleneck(*, network: UUID, id: UUID) -> Row:
    """One that is open; raises NotHere for what is over, or not for the viewer."""
    rows = Bottleneck.objects.filter(network_id=network, id=id, resolved_at=None)
    row: Row | None = rows.values(*FIELDS).first()
    if row is None:
        raise NotHere()
    return row


def measures(ids: Sequence[UUID]) -> list[Row]:
    """What was done about these, oldest first. One statement."""
    rows = Measure.objects.filter(bottleneck_id__in=ids).order_by("at", "id")
    found = rows.values("bottleneck_id", "what", "words", "until", "person_id", "at")
    return [dict(row) for row in found]
