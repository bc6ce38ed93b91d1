"""Bottlenecks as their readers meet them. The lock decides which; nothing is left out here but what
is over or put aside."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Min, OuterRef, Q, QuerySet, Subquery

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere
from zorgverband.networks.models import Network
from zorgverband.plan.kinds import CYCLE
from zorgverband.plan.models import PlanPart
from zorgverband.sharing.models import Item

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


def standing(networks: Sequence[UUID]) -> list[Row]:
    """All that waits in these entered networks, most serious first. One statement."""
    return [dict(row) for row in waiting().filter(network_id__in=networks).values(*FIELDS)]


def last_news(networks: Sequence[UUID]) -> dict[UUID, datetime]:
    """When the newest thing happened that the viewer may read in each of these. One statement."""
    newest = Item.objects.filter(network_id=OuterRef("id"), in_news=True).order_by("-happened_at")
    rows = Network.objects.filter(id__in=networks)
    moments = rows.annotate(last=Subquery(newest.values("happened_at")[:1]))
    return {id: last for id, last in moments.values_list("id", "last") if last}


def next_reviews(networks: Sequence[UUID]) -> dict[UUID, date]:
    """The first day on which a plan of each of these is looked back upon. One statement."""
    rows = PlanPart.objects.filter(network_id__in=networks, kind=CYCLE, ended_at=None)
    days = rows.exclude(review_on=None).values_list("network_id").annotate(first=Min("review_on"))
    return dict(days.order_by())


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
