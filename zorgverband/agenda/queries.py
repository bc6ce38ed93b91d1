"""Reading the agenda: the occurrences of visits between two days, as far as the viewer may know."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere

from .models import Feed, TurnAsked, Visit, VisitChange, VisitTurn
from .occurrences import Occurrence, Series
from .rows import CHANGE, VISIT, Known, in_order, occurrence_of, purposes_of, series_of, with_turns


def visits_between(
    network: UUID, first: date, last: date, *, as_taken: bool = False
) -> list[Occurrence]:
    """Who comes from `first` up to and including `last`, in order of time; cancelled occurrences
    too. With `as_taken` also that a time is taken of which one sees what for, as others read it.
    Three statements, however many visits there are."""
    changes = list(
        VisitChange.objects.filter(network_id=network)
        .filter(Q(on_date__range=(first, last)) | Q(moved_on__range=(first, last)))
        .values(*CHANGE)
    )
    rows = Visit.objects.filter(network_id=network).filter(
        Q(first_on__lte=last, last_on__gte=first)
        | Q(item_id__in={change["item_id"] for change in changes})
    )
    days = Q(on_date__range=(first, last)) | Q(on_date__in={one["on_date"] for one in changes})
    return in_order(with_turns(rows, days), changes, first, last, as_taken=as_taken)


def mine_between(
    members: Collection[UUID], first: date, last: date, *, others: bool = False
) -> list[Occurrence]:
    """What these seats of one person do from `first` up to and including `last`, over all networks
    that were entered; with `others` what everybody does there. Three statements."""
    mine = list(members)
    changes = list(
        VisitChange.objects.filter(
            Q(on_date__range=(first, last)) | Q(moved_on__range=(first, last))
        ).values(*CHANGE)
    )
    own = Q(who_id__in=mine) | Q(along_id__in=mine) | Q(driver_id__in=mine) | Q(rota__overlap=mine)
    days = Q(on_date__range=(first, last)) | Q(on_date__in={one["on_date"] for one in changes})
    taken = VisitTurn.objects.filter(days, member_id__in=mine, ended_at=None).values("item_id")
    rows = Visit.objects.filter(Q() if others else own | Q(item_id__in=taken)).filter(
        Q(first_on__lte=last, last_on__gte=first)
        | Q(item_id__in={change["item_id"] for change in changes})
    )
    found = in_order(with_turns(rows, days), changes, first, last)
    return [one for one in found if others or not one.done_by.isdisjoint(mine)]


def visit(*, network: UUID, id: UUID) -> Series:
    """One visit or series; raises NotHere, the same for not there and not for you."""
    row = Visit.objects.filter(network_id=network, item_id=id).values(*VISIT).first()
    if row is None:
        raise NotHere()
    return series_of(row)


def occurrence(*, network: UUID, id: UUID, on_date: date) -> Occurrence:
    """One occurrence of a visit; raises NotHere for a day on which the visit does not fall."""
    found = with_turns(Visit.objects.filter(network_id=network, item_id=id), Q(on_date=on_date))
    if not found:
        raise NotHere()
    row = found[0]
    series = series_of(row)
    if not series.falls_on(on_date) or (series.stopped_from and on_date >= series.stopped_from):
        raise NotHere()
    rows = VisitChange.objects.filter(network_id=network, item_id=id, on_date=on_date)
    known = Known(
        changed={(row["item_id"], row["on_date"]): row for row in rows.values(*CHANGE)},
        purposes=purposes_of([id]),
        turns={id: (row["turns"], row["asks"])},
    )
    return occurrence_of({id: series}, (id, on_date), known)


def next_day(series: Series, *, after: date) -> date | None:
    """The first day of the series on or after this day, within a year, before it was stopped."""
    return next(iter(series.days(after, after + timedelta(days=366))), None)


def later_half(series: Series) -> UUID | None:
    """Under which visit a stopped series goes on, when it was cut in two to be at another time or to
    pass to somebody else; None when it just stopped, or for who may not read the later half."""
    if series.stopped_from is None or series.goes_on_as is None:
        return None
    there = Visit.objects.filter(item_id=series.goes_on_as).exists()
    return series.goes_on_as if there else None


def asked_turns(network: Any, member: UUID) -> QuerySet[Any]:
    """The turns to come that this member is asked to take over, as facts for one row of a network;
    not of a time that was called off."""
    today = clock.today()
    change = VisitChange.objects.filter(
        network_id=OuterRef("network_id"), item_id=OuterRef("item_id"), on_date=OuterRef("on_date")
    )
    stopped = Visit.objects.filter(
        item_id=OuterRef("item_id"), stopped_from__lte=OuterRef("on_date")
    )
    rows = TurnAsked.objects.filter(
        Q(on_date__gte=today) | Q(Exists(change.filter(moved_on__gte=today))),
        ~Exists(change.filter(cancelled=True)), ~Exists(stopped),
        network_id=network, to_member_id=member, accepted=None,
    )  # fmt: skip
    fact = JSONObject(item="item_id", on="on_date", by="from_member_id")
    return rows.order_by("on_date", "id").values(row=fact)


def feeds_of(*, network: UUID, person: UUID) -> list[Feed]:
    """The addresses at which calendar programs read this network for them, newest first."""
    rows = Feed.objects.filter(network_id=network, person_id=person, ended_at=None)
    return list(rows.order_by("-made_at", "-id"))
