"""What a visitor wants to know before the door opens: since when, what changed, what to watch. Each
fact is read under the lock of its own room, and carries the items it rests on."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, JSONObject

from zorgverband.advice.models import Advice, Direction
from zorgverband.agenda.rounds import last_been
from zorgverband.agreements.models import Agreement, State
from zorgverband.base import clock
from zorgverband.bottlenecks.queries import waiting
from zorgverband.networks.models import Network
from zorgverband.record.models import Allergy, Measurement
from zorgverband.sharing.models import Item

# Who was never there reads what changed this week; what is written down may have happened earlier.
A_WEEK = timedelta(days=7)
MESSAGES, LINES = 99, 3
BINDING = (State.ACCEPTED, State.RUNNING)
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Known:
    """The facts of one network for who goes there: `mine`, when they were last there themselves,
    `ours`, when somebody of the same seat was. Every row has an id, and words where it has any."""

    mine: datetime | None
    ours: datetime | None
    messages: Rows
    late: Rows
    outside: Rows
    attention: Rows
    allergies: Rows
    not_to_do: Rows


def known_of(
    networks: Collection[UUID], *, members: Sequence[UUID], person: UUID, day: date
) -> dict[UUID, Known]:
    """The facts of these entered networks, as they matter on this day. One statement."""
    morning = datetime.combine(day, time(), tzinfo=clock.HOME)
    here = OuterRef("pk")
    rows = Network.objects.filter(pk__in=networks).annotate(
        mine=last_been(here, before=morning, been_by_id=person),
        ours=last_been(here, before=morning, been_member_id__in=members),
    )
    rows = rows.annotate(since=Coalesce("mine", "ours", Value(morning - A_WEEK)))
    parts = [ArraySubquery(one) for one in _facts(person, day)]
    found = rows.values_list("pk", "mine", "ours", *parts)
    return {network: Known(*facts) for network, *facts in found}


def _facts(person: UUID, day: date) -> Iterator[QuerySet[Any]]:
    """In the order of `Known`: each row of a network as one value of JSON."""
    here, since = OuterRef("pk"), OuterRef("since")
    told = Item.objects.filter(network_id=here, in_news=True, created_at__gt=since)
    told = told.filter(happened_at__gt=since - Value(A_WEEK)).exclude(author_id=person)
    told = told.order_by("-happened_at", "-id")
    yield told.values(row=JSONObject(id="id", kind="kind", words="title"))[:MESSAGES]
    late = Agreement.objects.filter(network_id=here, state__in=BINDING, due_on__lt=day)
    yield late.order_by("due_on", "item_id").values(row=_titled())[:LINES]
    outside = Measurement.objects.filter(
        Q(value__lt=F("low")) | Q(value__gt=F("high")),
        network_id=here, taken_at__gt=since, replaced_at=None,
    )  # fmt: skip
    yield outside.order_by("-taken_at", "-item_id").values(row=_titled())[:LINES]
    pressing = waiting().filter(network_id=here)
    yield pressing.values(row=JSONObject(id="id", kind="kind", facts="facts", at="opened_at"))[
        :LINES
    ]
    allergies = Allergy.objects.filter(
        network_id=here, status=Allergy.Status.ACTIVE, replaced_at=None
    ).order_by("-criticality", "-item_id")
    yield allergies.values(row=JSONObject(id="item_id", words="name", how="criticality"))[:LINES]
    holds = Q(starts_on=None) | Q(starts_on__lte=day)
    holds &= Q(ends_on=None) | Q(ends_on__gte=day)
    against = Advice.objects.filter(
        holds, network_id=here, ended_at=None, direction=Direction.DO_NOT
    )
    yield against.order_by("-item_id").values(row=_titled())[:LINES]


def _titled() -> JSONObject:
    return JSONObject(id="item_id", words="item__title")
