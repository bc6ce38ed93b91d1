"""From rows to visits: the columns that are asked, and the occurrences that follow from them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from zorgverband.base.repeating import Repeat, Rule, moment_of
from zorgverband.sharing.subjects import Subject

from .models import Kind, Part, Transport, TurnAsked, Visit, VisitPurpose, VisitTurn
from .occurrences import Ask, Occurrence, Purpose, Series, Turn

VISIT = (
    "item_id", "network_id", "who_id", "who_name", "place", "first_on", "last_on", "starts", "ends",
    "repeat",
    "weekdays", "stopped_from", "stopped_reason", "stopped_by_id", "item__body",
    "item__about_id", "item__author_id", "item__subject", "kind", "window", "along_id", "along_name",
    "transport", "driver_id", "rota", "busy_id", "item__created_at",
    "goes_on_as_id",
)  # fmt: skip
CHANGE = (
    "item_id", "on_date", "moved_on", "starts", "ends", "cancelled", "reason", "changed_by_id",
    "changed_at", "been_at", "been_by_id", "been_member_id", "version",
)  # fmt: skip
_UNCHANGED: dict[str, Any] = dict.fromkeys(CHANGE) | {
    "cancelled": False,
    "reason": "",
    "version": 0,
}


def in_order(
    rows: Collection[dict[str, Any]],
    changes: Iterable[dict[str, Any]],
    first: date,
    last: date,
    *,
    as_taken: bool = False,
) -> list[Occurrence]:
    """The occurrences of these visits that are on these days, in order of time. That a time is taken
    is left out for who sees what for, unless `as_taken`."""
    series = {row["item_id"]: series_of(row) for row in rows}
    known = Known(
        changed={(row["item_id"], row["on_date"]): row for row in changes},
        purposes=purposes_of(series),
        turns={row["item_id"]: (row["turns"], row["asks"]) for row in rows},
    )
    found = [
        occurrence
        for key in _keys(series, known.changed, first, last)
        if first <= (occurrence := occurrence_of(series, key, known)).day <= last
    ]
    shown = found if as_taken else without_taken(found)
    return sorted(shown, key=lambda one: (one.starts_at, one.series.id, one.on_date))


def without_taken(found: Sequence[Occurrence]) -> list[Occurrence]:
    """Who sees what a time is taken for, needs not be told that it is taken."""
    taken = {one.series.busy for one in found}
    return [one for one in found if one.series.id not in taken]


def _keys(
    series: dict[UUID, Series], changed: dict[tuple[UUID, date], Any], first: date, last: date
) -> Iterable[tuple[UUID, date]]:
    found = {(id, day) for id, one in series.items() for day in one.rule.days(first, last)}
    found |= {key for key in changed if key[0] in series and series[key[0]].falls_on(key[1])}
    for id, day in found:
        stopped = series[id].stopped_from
        if stopped is None or day < stopped:
            yield id, day


def series_of(row: dict[str, Any]) -> Series:
    """The visit of a row with the columns of VISIT."""
    return Series(
        id=row["item_id"],
        about=row["item__about_id"],
        author=row["item__author_id"],
        subject=Subject(row["item__subject"]),
        who=row["who_id"],
        who_name=row["who_name"],
        what=row["item__body"],
        place=row["place"],
        rule=Rule(row["first_on"], row["last_on"], Repeat(row["repeat"]), tuple(row["weekdays"])),
        starts=row["starts"],
        ends=row["ends"],
        stopped_from=row["stopped_from"],
        stopped_reason=row["stopped_reason"],
        stopped_by=row["stopped_by_id"],
        kind=Kind(row["kind"]),
        window=row["window"],
        along=row["along_id"],
        along_name=row["along_name"],
        transport=Transport(row["transport"]),
        driver=row["driver_id"],
        rota=tuple(row["rota"]),
        busy=row["busy_id"],
        network=row["network_id"],
        entered_at=row["item__created_at"],
        goes_on_as=row["goes_on_as_id"],
    )


@dataclass(frozen=True)
class Known:
    """What is known besides the series: what changed, what it is for, who does which part."""

    changed: dict[tuple[UUID, date], Any]
    purposes: dict[UUID, tuple[Purpose, ...]]
    turns: dict[UUID, tuple[list[Any], list[Any]]]


TURN = JSONObject(on="on_date", part="part", of="member_id")


def turns_on(days: Q) -> QuerySet[VisitTurn]:
    """Inside another statement about visits: the turns that hold on these days."""
    return VisitTurn.objects.filter(days, item_id=OuterRef("item_id"), ended_at=None)


def with_turns(rows: QuerySet[Visit], days: Q) -> list[dict[str, Any]]:
    """The columns of these visits, with who does what on these days. One statement."""
    here = OuterRef("item_id")
    turns = turns_on(days)
    asks = TurnAsked.objects.filter(days, item_id=here, accepted=None)
    found = rows.values(
        *VISIT,
        turns=ArraySubquery(turns.values(row=TURN)),
        asks=ArraySubquery(asks.values(row=JSONObject(
            on="on_date", id="id", by="from_member_id", to="to_member_id", instead="instead_on",
        ))),
    )  # fmt: skip
    return list(found)


def _turn(row: dict[str, Any]) -> Turn:
    return Turn(Part(row["part"]), UUID(row["of"]))


def _ask(row: dict[str, Any]) -> Ask:
    instead = row["instead"]
    return Ask(
        id=UUID(row["id"]),
        from_member=UUID(row["by"]),
        to_member=UUID(row["to"]),
        instead_on=date.fromisoformat(instead) if instead else None,
    )


def occurrence_of(series: dict[UUID, Series], key: tuple[UUID, date], known: Known) -> Occurrence:
    """One occurrence (which visit, which day of the rule), with all that is known of it."""
    id, on_date = key
    one, change = series[id], known.changed.get(key, _UNCHANGED)
    turns, asks = known.turns[id]
    day_of = on_date.isoformat()
    moved = change["moved_on"] is not None
    day = change["moved_on"] if moved else on_date
    starts, ends = (change["starts"], change["ends"]) if moved else (one.starts, one.ends)
    return Occurrence(
        series=one,
        on_date=on_date,
        starts_at=moment_of(day, starts),
        ends_at=moment_of(day, ends) if ends else None,
        # Put back where it was, it is not otherwise than it was planned.
        moved=(day, starts, ends) != (on_date, one.starts, one.ends),
        cancelled=change["cancelled"],
        reason=change["reason"],
        changed_by=change["changed_by_id"],
        changed_at=change["changed_at"],
        been_at=change["been_at"],
        been_by=change["been_by_id"],
        been_member=change["been_member_id"],
        version=change["version"],
        purposes=known.purposes.get(id, ()),
        turns=tuple(_turn(row) for row in turns if row["on"] == day_of),
        ask=next((_ask(row) for row in asks if row["on"] == day_of), None),
    )


def purposes_of(visits: Iterable[UUID]) -> dict[UUID, tuple[Purpose, ...]]:
    """What these visits are for, as far as the viewer may know. One statement."""
    rows = (
        VisitPurpose.objects.filter(visit_id__in=list(visits))
        .order_by("item_id")
        .values_list("visit_id", "item_id", "item__body")
    )
    found: dict[UUID, tuple[Purpose, ...]] = {}
    for visit_id, item, words in rows:
        found[visit_id] = (*found.get(visit_id, ()), Purpose(item, words))
    return found
