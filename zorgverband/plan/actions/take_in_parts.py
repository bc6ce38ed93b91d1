"""Putting items that were taken over from another system in the plan, and what belongs to what."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.viewer import Seat

from ..models import Belonging, Goal, PlanPart
from .add_part import NO_AIM, Aim

NOW, CLOSED, OVER = "now", "closed", "over"


@dataclass(frozen=True, kw_only=True)
class TakenPart:
    """An item that is a part of the plan. `state`: in it now, a goal that was closed (`attained`
    from -2 to 2, None when nobody says), or over."""

    item: UUID
    kind: str
    state: str = NOW
    said_by: UUID | None = None
    since: date | None = None
    aim: Aim = NO_AIM
    attained: int | None = None


def take_in_parts(
    *, seat: Seat, person: UUID, parts: Sequence[TakenPart], older: Collection[UUID] = ()
) -> None:
    """Put these items of one's own in the plan, or bring them up to date. What people here closed
    or took out stays so. Of `older` items a newer one took the place: they leave the plan."""
    now = clock.now()
    known = PlanPart.objects.filter(item_id__in=[one.item for one in parts])
    there = set(known.values_list("item_id", flat=True))
    new = [one for one in parts if one.item not in there]
    PlanPart.objects.bulk_create([_part(one, seat, person, now) for one in new])
    goals = [_goal(one, seat, person, now) for one in new if one.kind == "goal"]
    Goal.objects.bulk_create(goals)
    for one in parts:
        if one.item in there:
            _renew(one, person, now)
    _leave([*older, *(one.item for one in parts if one.state == OVER)], person, now)


def _part(one: TakenPart, seat: Seat, person: UUID, now: datetime) -> PlanPart:
    over = one.state == OVER
    return PlanPart(
        item_id=one.item, network_id=seat.network, kind=one.kind, said_by_id=one.said_by,
        since=one.since, ended_at=now if over else None, ended_by_id=person if over else None,
    )  # fmt: skip


def _goal(one: TakenPart, seat: Seat, person: UUID, now: datetime) -> Goal:
    closed = one.state == CLOSED
    return Goal(
        item_id=one.item, network_id=seat.network, measure=one.aim.measure, unit=one.aim.unit,
        target=one.aim.target, due_on=one.aim.due_on, attained=one.attained if closed else None,
        closed_at=now if closed else None, closed_by_id=person if closed else None,
    )  # fmt: skip


def _renew(one: TakenPart, person: UUID, now: datetime) -> None:
    """A goal as the source has it now."""
    rows = Goal.objects.filter(item_id=one.item)
    rows.update(
        measure=one.aim.measure, unit=one.aim.unit, target=one.aim.target, due_on=one.aim.due_on
    )
    if one.state == CLOSED:
        still = rows.filter(closed_at=None)
        still.update(attained=one.attained, closed_at=now, closed_by_id=person)


def _leave(items: Sequence[UUID], person: UUID, now: datetime) -> None:
    if items:
        rows = PlanPart.objects.filter(item_id__in=items, ended_at=None)
        rows.update(ended_at=now, ended_by_id=person)


def take_in_belonging(*, seat: Seat, pairs: Collection[tuple[UUID, UUID]]) -> None:
    """Note that the first item of each pair belongs to the second; what was noted stays once."""
    if not pairs:
        return
    there = set(
        Belonging.objects.filter(
            network_id=seat.network, item_id__in={item for item, _whole in pairs}
        ).values_list("item_id", "whole_id")
    )
    Belonging.objects.bulk_create(
        Belonging(network_id=seat.network, item_id=item, whole_id=whole)
        for item, whole in sorted(set(pairs) - there)
        if item != whole
    )
