"""Somebody's round: the visits of one day that some members pay, over all networks entered."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from .models import Part, Visit, VisitChange, VisitPurpose
from .occurrences import Occurrence, Purpose
from .rows import CHANGE, TURN, VISIT, Known, occurrence_of, series_of, turns_on

# What was longer ago than this is no "last visit" that somebody remembers.
REMEMBERED = timedelta(days=31)


@dataclass(frozen=True)
class Stop:
    """One visit of a round, in which network, and by whom the visitor was seen if they have been."""

    network: UUID
    visit: Occurrence
    been_by: str


def round_of(members: Collection[UUID], day: date) -> list[Stop]:
    """Whom these members visit on this day, in order of time; cancelled visits too. One statement."""
    changes = VisitChange.objects.filter(
        Q(on_date=day) | Q(moved_on=day),
        network_id=OuterRef("network_id"), item_id=OuterRef("item_id"),
    )  # fmt: skip
    # A turn is of the day the rule gave, also when that time was moved to this day.
    moved_here = VisitChange.objects.filter(
        moved_on=day, network_id=OuterRef("network_id"), item_id=OuterRef("item_id"),
        on_date=OuterRef("on_date"),
    )  # fmt: skip
    turns = turns_on(Q(on_date=day) | Q(Exists(moved_here)))
    purposes = VisitPurpose.objects.filter(visit_id=OuterRef("item_id")).order_by("item_id")
    rows = Visit.objects.filter(
        Q(first_on__lte=day, last_on__gte=day) | Exists(changes.filter(moved_on=day)),
        Q(who_id__in=members)
        | Q(rota__overlap=list(members))
        | Exists(turns.filter(part=Part.COMES, member_id__in=members)),
    ).annotate(
        changes=ArraySubquery(changes.values(row=JSONObject(**_READ))),
        turns=ArraySubquery(turns.values(row=TURN)),
        why=ArraySubquery(purposes.values(row=JSONObject(item="item_id", words="item__body"))),
    )
    found = [
        stop for row in rows.values("changes", "turns", "why", *VISIT)
        for stop in _stops(row, day) if stop.visit.who in members
    ]  # fmt: skip
    return sorted(found, key=lambda stop: (stop.visit.starts_at, stop.visit.series.id))


_READ = {name: name for name in CHANGE} | {
    "given_name": "been_by__given_name",
}


def last_been(network: OuterRef, *, before: datetime, **by: Any) -> Subquery:
    """Inside another statement: when it was last noted, before a moment, that somebody had been
    there; `by` says who: `been_by_id` or `been_member_id__in`."""
    rows = VisitChange.objects.filter(
        network_id=network, on_date__gte=(before - REMEMBERED).date(), been_at__lt=before, **by
    )
    return Subquery(rows.order_by("-been_at").values("been_at")[:1])


def _stops(row: dict[str, Any], day: date) -> list[Stop]:
    """The occurrences of one visit on this day: by its rule, or moved to it."""
    id, series = row["item_id"], series_of(row)
    changed = {(id, date.fromisoformat(one["on_date"])): _change(one) for one in row["changes"]}
    why = {id: tuple(Purpose(UUID(one["item"]), one["words"]) for one in row["why"])}
    stopped, found = series.stopped_from, []
    for key in {(id, day), *changed}:
        if not series.falls_on(key[1]) or (stopped is not None and key[1] >= stopped):
            continue
        one = occurrence_of({id: series}, key, Known(changed, why, {id: (row["turns"], [])}))
        if one.day == day:
            been_by = str(changed.get(key, {}).get("given_name") or "")
            found.append(Stop(row["network_id"], one, been_by))
    return found


def _change(one: dict[str, Any]) -> dict[str, Any]:
    """A change as JSON holds it, with its moments and ids as they are."""
    read = dict(one)
    for name in ("starts", "ends"):
        read[name] = one[name] and time.fromisoformat(one[name])
    for name in ("changed_at", "been_at"):
        read[name] = one[name] and datetime.fromisoformat(one[name])
    for name in ("item_id", "changed_by_id", "been_by_id", "been_member_id"):
        read[name] = one[name] and UUID(one[name])
    read["moved_on"] = one["moved_on"] and date.fromisoformat(one["moved_on"])
    return read
