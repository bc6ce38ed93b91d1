"""Reading what carers say about themselves, as far as they chose the viewer to read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject

from zorgverband.base import clock

from .models import CarerCheck, CarerOffer, CarerTask

SHOWN = 6
AT_MOST = 120
# Asked once a month: after so many days it is time again.
EVERY = timedelta(days=30)


@dataclass(frozen=True)
class Offer:
    """What one carer offers now; fields as in `models.CarerOffer`."""

    item: UUID
    about: UUID
    hours: Decimal | None
    weekdays: tuple[int, ...]
    until_on: date | None
    respite_weeks: int | None
    limits: str
    readers: tuple[UUID, ...]
    tasks: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Check:
    """How it went with one carer on one day; fields as in `models.CarerCheck`."""

    item: UUID
    about: UUID
    on_date: date
    holds: int
    rested_on: date | None
    answers: tuple[int, ...]
    words: str
    readers: tuple[UUID, ...]


def offers_now(network: UUID) -> dict[UUID, Offer]:
    """What each carer offers now, by their membership. Two statements."""
    rows: Any = CarerOffer.objects.filter(network_id=network, replaced_at__isnull=True).values(
        "item_id", "about_id", "hours", "weekdays", "until_on", "respite_weeks", "item__body",
        "item__allowed",
    )  # fmt: skip
    found = list(rows)
    tasks: dict[UUID, dict[str, str]] = {}
    told = CarerTask.objects.filter(item_id__in=[row["item_id"] for row in found])
    for item, task, stance in told.values_list("item_id", "task", "stance"):
        tasks.setdefault(item, {})[task] = stance
    return {
        row["about_id"]: Offer(
            item=row["item_id"], about=row["about_id"], hours=row["hours"],
            weekdays=tuple(row["weekdays"]), until_on=row["until_on"],
            respite_weeks=row["respite_weeks"], limits=row["item__body"],
            readers=tuple(row["item__allowed"]), tasks=tasks.get(row["item_id"], {}),
        )
        for row in found
    }  # fmt: skip


def offer_rows(network: Any) -> QuerySet[Any, Any]:
    """Inside the statement of a page: what each carer offers now, as `row`."""
    told = CarerTask.objects.filter(item_id=OuterRef("item_id"))
    tasks = ArraySubquery(told.values(one=JSONObject(task="task", stance="stance")))
    rows = CarerOffer.objects.filter(network_id=network, replaced_at__isnull=True)
    fields = JSONObject(
        item="item_id", about="about_id", hours="hours", weekdays="weekdays", until_on="until_on",
        respite_weeks="respite_weeks", limits="item__body", readers="item__allowed", tasks="tasks",
    )  # fmt: skip
    return rows.annotate(tasks=tasks).annotate(row=fields).values("row")


def offer_of(row: Mapping[str, Any]) -> Offer:
    """What `offer_rows` read, out of JSON."""
    hours, until = row["hours"], row["until_on"]
    return Offer(
        item=UUID(row["item"]), about=UUID(row["about"]),
        hours=None if hours is None else Decimal(str(hours)), weekdays=tuple(row["weekdays"]),
        until_on=until and date.fromisoformat(until), respite_weeks=row["respite_weeks"],
        limits=row["limits"], readers=tuple(UUID(one) for one in row["readers"] or ()),
        tasks={one["task"]: one["stance"] for one in row["tasks"]},
    )  # fmt: skip


def checks(network: UUID) -> dict[UUID, list[Check]]:
    """The last self-checks of each carer, newest first, by their membership. One statement."""
    rows: Any = (
        CarerCheck.objects.filter(network_id=network)
        .order_by("-on_date", "-item_id")
        .values("item_id", "about_id", "on_date", "holds", "rested_on", "answers", "item__body",
                "item__allowed")[:AT_MOST]
    )  # fmt: skip
    found: dict[UUID, list[Check]] = {}
    for row in rows:
        found.setdefault(row["about_id"], []).append(
            Check(
                item=row["item_id"],
                about=row["about_id"],
                on_date=row["on_date"],
                holds=row["holds"],
                rested_on=row["rested_on"],
                answers=tuple(row["answers"]),
                words=row["item__body"],
                readers=tuple(row["item__allowed"]),
            )
        )
    return {about: mine[:SHOWN] for about, mine in found.items()}


def asked_again(member: UUID) -> Combinable:
    """Inside the statement of a page: whether this carer once said what they offer or how it goes, and
    that is a month ago."""
    since = clock.today() - EVERY
    said = CarerCheck.objects.filter(about_id=member)
    offered = CarerOffer.objects.filter(about_id=member)
    before = Q(Exists(said)) | Q(Exists(offered.filter(item__created_at__date__lte=since)))
    recent = Q(Exists(said.filter(on_date__gt=since)))
    return Case(When(before & ~recent, then=Value(value=True)), default=Value(value=False))


def check_due(network: UUID, member: UUID) -> bool:
    """Whether it is a month ago that this carer said how it goes, or they never did."""
    since = clock.today() - EVERY
    rows = CarerCheck.objects.filter(network_id=network, about_id=member, on_date__gt=since)
    return not rows.exists()
