"""Reading the agenda: the occurrences of visits between two days, as far as the viewer may know."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from zorgverband.base.refusals import NotHere
from zorgverband.base.repeating import Repeat, Rule, moment_of
from zorgverband.sharing.circles import EVERYONE

from .models import Visit, VisitChange, VisitPurpose
from .occurrences import Occurrence, Purpose, Series

_VISIT = (
    "item_id", "who_id", "who_name", "place", "first_on", "last_on", "starts", "ends", "repeat",
    "weekdays", "stopped_from", "stopped_reason", "stopped_by_id", "item__body",
    "item__about_id", "item__author_id",
)  # fmt: skip
_CHANGE = (
    "item_id", "on_date", "moved_on", "starts", "ends", "cancelled", "reason", "changed_by_id",
    "changed_at", "been_at", "been_by_id", "been_member_id", "version",
)  # fmt: skip
_UNCHANGED: dict[str, Any] = dict.fromkeys(_CHANGE) | {
    "cancelled": False,
    "reason": "",
    "version": 0,
}


def visits_between(network: UUID, first: date, last: date) -> list[Occurrence]:
    """Who comes from `first` up to and including `last`, in order of time; cancelled occurrences
    too. Three statements, however many visits there are."""
    changes = list(
        VisitChange.objects.filter(network_id=network)
        .filter(Q(on_date__range=(first, last)) | Q(moved_on__range=(first, last)))
        .values(*_CHANGE)
    )
    rows = Visit.objects.filter(network_id=network).filter(
        Q(first_on__lte=last, last_on__gte=first)
        | Q(item_id__in={change["item_id"] for change in changes})
    )
    series = {row["item_id"]: _series(row) for row in rows.values(*_VISIT)}
    purposes = _purposes(series)
    changed = {(row["item_id"], row["on_date"]): row for row in changes}
    found = [
        occurrence
        for key in _keys(series, changed, first, last)
        if first <= (occurrence := _occurrence(series, key, changed, purposes)).day <= last
    ]
    return sorted(found, key=lambda one: (one.starts_at, one.series.id))


def for_everyone(network: UUID, visits: Iterable[UUID]) -> set[UUID]:
    """Which of these visits were entered for everybody in the network, and so may hang on a wall."""
    rows = Visit.objects.filter(
        network_id=network, item_id__in=list(visits), item__circle=EVERYONE, item__denied=[],
        item__compartment_id=None,
    )  # fmt: skip
    return set(rows.values_list("item_id", flat=True))


def visit(*, network: UUID, id: UUID) -> Series:
    """One visit or series; raises NotHere, the same for not there and not for you."""
    row = Visit.objects.filter(network_id=network, item_id=id).values(*_VISIT).first()
    if row is None:
        raise NotHere()
    return _series(row)


def occurrence(*, network: UUID, id: UUID, on_date: date) -> Occurrence:
    """One occurrence of a visit; raises NotHere for a day on which the visit does not fall."""
    series = visit(network=network, id=id)
    if not series.falls_on(on_date) or (series.stopped_from and on_date >= series.stopped_from):
        raise NotHere()
    rows = VisitChange.objects.filter(network_id=network, item_id=id, on_date=on_date)
    changed = {(row["item_id"], row["on_date"]): row for row in rows.values(*_CHANGE)}
    return _occurrence({id: series}, (id, on_date), changed, _purposes([id]))


def next_day(series: Series, *, after: date) -> date | None:
    """The first day of the series on or after this day, within a year, before it was stopped."""
    last = after + timedelta(days=366)
    if series.stopped_from:
        last = min(last, series.stopped_from - timedelta(days=1))
    return next(iter(series.rule.days(after, last)), None)


def _keys(
    series: dict[UUID, Series], changed: dict[tuple[UUID, date], Any], first: date, last: date
) -> Iterable[tuple[UUID, date]]:
    found = {(id, day) for id, one in series.items() for day in one.rule.days(first, last)}
    found |= {key for key in changed if key[0] in series and series[key[0]].falls_on(key[1])}
    for id, day in found:
        stopped = series[id].stopped_from
        if stopped is None or day < stopped:
            yield id, day


def _series(row: dict[str, Any]) -> Series:
    return Series(
        id=row["item_id"],
        about=row["item__about_id"],
        author=row["item__author_id"],
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
    )


def _occurrence(
    series: dict[UUID, Series],
    key: tuple[UUID, date],
    changed: dict[tuple[UUID, date], Any],
    purposes: dict[UUID, tuple[Purpose, ...]],
) -> Occurrence:
    id, on_date = key
    one, change = series[id], changed.get(key, _UNCHANGED)
    moved = change["moved_on"] is not None
    day = change["moved_on"] if moved else on_date
    starts, ends = (change["starts"], change["ends"]) if moved else (one.starts, one.ends)
    return Occurrence(
        series=one,
        on_date=on_date,
        starts_at=moment_of(day, starts),
        ends_at=moment_of(day, ends) if ends else None,
        moved=moved,
        cancelled=change["cancelled"],
        reason=change["reason"],
        changed_by=change["changed_by_id"],
        changed_at=change["changed_at"],
        been_at=change["been_at"],
        been_by=change["been_by_id"],
        been_member=change["been_member_id"],
        version=change["version"],
        purposes=purposes.get(id, ()),
    )


def _purposes(visits: Iterable[UUID]) -> dict[UUID, tuple[Purpose, ...]]:
    rows = (
        VisitPurpose.objects.filter(visit_id__in=list(visits))
        .order_by("item_id")
        .values_list("visit_id", "item_id", "item__body")
    )
    found: dict[UUID, tuple[Purpose, ...]] = {}
    for visit_id, item, words in rows:
        found[visit_id] = (*found.get(visit_id, ()), Purpose(item, words))
    return found
