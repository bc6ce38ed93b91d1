"""Keeping what was taken over suggests: none twice, and none back that people put aside."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.viewer import Seat

from ..models import Suggestion


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Something an item suggests; `key` is the same when the same resource comes again."""

    item: UUID
    kind: str
    key: str
    what: str
    who: str = ""
    moment: str = ""
    function: str = ""
    due_on: date | None = None
    repeat: str = "once"
    weekdays: tuple[int, ...] = ()
    goal: UUID | None = None


_Name = tuple[UUID, str, str]
_NOTHING: Mapping[UUID, UUID] = {}


def take_in_suggestions(
    *,
    seat: Seat,
    items: Collection[UUID],
    wanted: Sequence[Wanted],
    older: Mapping[UUID, UUID] = _NOTHING,
) -> list[Suggestion]:
    """Keep all that these items suggest now; answers those that are new and open.

    What an item does not suggest any more ends. `older` gives for an item whose place was taken
    the newer one: what was agreed on or put aside there counts here too.
    """
    rows = Suggestion.objects.filter(network_id=seat.network, item_id__in=[*items, *older])
    found: dict[_Name, Suggestion] = {(one.item_id, one.kind, one.key): one for one in rows}
    before = {
        (older[one.item_id], one.kind, one.key): one
        for one in found.values()
        if one.item_id in older
    }
    new = []
    for place, one in enumerate(wanted):
        known = found.pop(_name(one), None)
        if known is not None:
            _renew(known, one, place)
        else:
            new.append(_row(seat, one, before.get(_name(one)), place))
    _end([one.id for one in found.values() if one.ended_at is None])
    Suggestion.objects.bulk_create(new)
    return [one for one in new if one.agreement_id is None and one.closed_at is None]


def _name(one: Wanted) -> _Name:
    return (one.item, one.kind, one.key)


def _row(seat: Seat, one: Wanted, before: Suggestion | None, place: int) -> Suggestion:
    row = Suggestion(
        network_id=seat.network, item_id=one.item, kind=one.kind, key=one.key, what=one.what,
        who=one.who, moment=one.moment, function=one.function, due_on=one.due_on,
        repeat=one.repeat, weekdays=list(one.weekdays), goal_id=one.goal, place=place,
    )  # fmt: skip
    if before is not None:
        row.agreement_id, row.closed_at = before.agreement_id, before.closed_at
        row.closed_by_id = before.closed_by_id
    return row


def _renew(known: Suggestion, one: Wanted, place: int) -> None:
    told = replace(one, goal=one.goal or known.goal_id)
    Suggestion.objects.filter(id=known.id).update(
        what=told.what, who=told.who, moment=told.moment, function=told.function,
        due_on=told.due_on, repeat=told.repeat, weekdays=list(told.weekdays), goal_id=told.goal,
        ended_at=None, place=place,
    )  # fmt: skip


def _end(ids: Sequence[UUID]) -> None:
    if ids:
        Suggestion.objects.filter(id__in=ids).update(ended_at=clock.now())
