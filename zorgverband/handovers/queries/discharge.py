"""Reading discharges and what is needed at home. The locks decide what comes; nothing is chosen here."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from zorgverband.agreements.models import AgreementChange, State
from zorgverband.base import clock
from zorgverband.base.refusals import NotHere
from zorgverband.networks.models import Member

from ..covering import Promised
from ..models import Arranged, Arrival, Discharge, DischargeDate, Needed, NeededFor

# So long after the day one is asked whether everything is there.
ASKED_FOR = timedelta(days=7)
Row = dict[str, Any]
_DISCHARGE = (
    "item_id", "about_id", "expected_on", "ward", "call_name", "call_phone", "told_id",
    "called_off", "ended_at", "item__author_id", "item__author_member_id", "item__created_at",
    "item__body",
)  # fmt: skip
_NEEDED = (
    "item_id", "about_id", "line", "starts_on", "weekdays", "closed_at", "closed_because",
    "item__title", "item__body", "item__subject", "item__author_id", "item__audience",
    "item__circle",
)  # fmt: skip


@dataclass(frozen=True)
class Need:
    """Something somebody needs, with what was promised for it and what was said the day after."""

    id: UUID
    about: UUID
    what: str
    more: str
    subject: int
    author: UUID
    line: str
    starts_on: date | None
    weekdays: tuple[int, ...]
    closed: bool
    because: str
    audience: Sequence[UUID] | None
    circle: str
    promised: tuple[Promised, ...] = ()
    arrived: str = ""


def discharges(network: UUID) -> list[Row]:
    """The discharges of a network, what comes first first; over last. One statement."""
    rows = Discharge.objects.filter(network_id=network)
    # An end that is not there comes first.
    found = rows.order_by("-ended_at", "expected_on", "item_id").values(*_DISCHARGE)
    return [dict(row) for row in found]


def discharge(*, network: UUID, id: UUID) -> Row:
    """One discharge; raises NotHere, the same for not there and not for you."""
    row = Discharge.objects.filter(network_id=network, item_id=id).values(*_DISCHARGE).first()
    if row is None:
        raise NotHere()
    return dict(row)


def dates_said(discharge: UUID) -> list[Row]:
    """The days that were said for it, the newest first."""
    rows = DischargeDate.objects.filter(item_id=discharge).order_by("-at", "-id")
    return [dict(row) for row in rows.values("expected_on", "words", "person_id", "at")]


def needs_for(network: UUID, discharge: UUID) -> list[Need]:
    """What is needed for a discharge, with what was promised. Three statements."""
    linked = NeededFor.objects.filter(network_id=network, discharge_id=discharge)
    return _needs(Needed.objects.filter(item_id__in=linked.values("item_id")), network)


def open_needs(network: UUID) -> list[Need]:
    """Everything that is needed in a network and not closed. Three statements."""
    since = clock.today() - timedelta(days=30)
    rows = Needed.objects.filter(network_id=network, closed_at=None)
    return _needs(rows.filter(Q(starts_on=None) | Q(starts_on__gte=since)), network)


def need(*, network: UUID, id: UUID) -> Need:
    """One thing that is needed; raises NotHere."""
    found = _needs(Needed.objects.filter(network_id=network, item_id=id), network)
    if not found:
        raise NotHere()
    return found[0]


def discharge_of(need: UUID) -> UUID | None:
    """For which discharge something is needed, as far as who looks may know."""
    rows = NeededFor.objects.filter(item_id=need).values_list("discharge_id", flat=True)
    found: UUID | None = rows.first()
    return found


def asked_now(network: Any) -> QuerySet[Needed]:
    """What those at home are asked about: its day was yesterday or a few days ago, and nobody said
    since then whether it is there."""
    today = clock.today()
    said = Arrival.objects.filter(network_id=OuterRef("network_id"), item_id=OuterRef("item_id"))
    said = said.filter(_since_its_day(OuterRef("starts_on")))
    rows = Needed.objects.filter(network_id=network, closed_at=None, starts_on__lt=today)
    rows = rows.filter(starts_on__gte=today - ASKED_FOR).exclude(Exists(said))
    return rows.order_by("starts_on", "item_id")


def _needs(rows: QuerySet[Needed], network: UUID) -> list[Need]:
    found = list(rows.order_by("starts_on", "item_id").values(*_NEEDED))
    ids = [row["item_id"] for row in found]
    promised, arrived = promises(network, ids), arrivals(network, ids)
    return [_need(row, promised.get(row["item_id"], ()), arrived) for row in found]


def _need(row: Row, promised: Sequence[Promised], arrived: dict[UUID, str]) -> Need:
    return Need(
        id=row["item_id"], about=row["about_id"], what=row["item__title"], more=row["item__body"],
        subject=row["item__subject"], author=row["item__author_id"], line=row["line"],
        starts_on=row["starts_on"], weekdays=tuple(row["weekdays"]),
        closed=row["closed_at"] is not None, because=row["closed_because"],
        audience=row["item__audience"], circle=row["item__circle"], promised=tuple(promised),
        arrived=arrived.get(row["item_id"], ""),
    )  # fmt: skip


def promises(network: UUID, needs: Collection[UUID]) -> dict[UUID, list[Promised]]:
    """By need the agreements about it, as they were asked. One statement."""
    if not needs:
        return {}
    changed = AgreementChange.objects.filter(item_id=OuterRef("item_id"), became=State.ASKED)
    gone = Member.objects.filter(
        id=OuterRef("item__agreement__executor_id"), left_at__lte=clock.now()
    )
    rows = Arranged.objects.filter(network_id=network, needed_id__in=needs).annotate(
        before=Exists(changed.exclude(was="")), gone=Exists(gone)
    )
    found: dict[UUID, list[Promised]] = {}
    for row in rows.order_by("id").values("needed_id", "before", "gone", *_AGREED):
        found.setdefault(row["needed_id"], []).append(_promised(row))
    return found


_AT = "item__agreement__"
_AGREED = tuple(
    _AT + name
    for name in ("item_id", "executor_id", "state", "answer", "due_on", "first_on", "last_on",
                 "weekdays")
)  # fmt: skip


def _promised(row: Row) -> Promised:
    return Promised(
        id=row[_AT + "item_id"], executor=row[_AT + "executor_id"], state=State(row[_AT + "state"]),
        answer=row[_AT + "answer"], due_on=row[_AT + "due_on"], first_on=row[_AT + "first_on"],
        last_on=row[_AT + "last_on"], weekdays=tuple(row[_AT + "weekdays"]), gone=row["gone"],
        before=row["before"],
    )  # fmt: skip


def _since_its_day(starts_on: Any) -> Q:
    """Of what was said: on its day or later. When that became another day, it is asked anew."""
    return Q(at__date__gte=starts_on)


def arrivals(network: UUID, needs: Iterable[UUID]) -> dict[UUID, str]:
    """What was said last of each of these, since the day on which it is needed. One statement."""
    rows = Arrival.objects.filter(network_id=network, item_id__in=list(needs)).order_by("at", "id")
    rows = rows.filter(_since_its_day(F("item__needed__starts_on")))
    return dict(rows.values_list("item_id", "answer"))


def said_at(network: UUID, need: UUID) -> list[tuple[UUID, str, datetime]]:
    """Who said what of it, the newest first."""
    rows = Arrival.objects.filter(network_id=network, item_id=need).order_by("-at", "-id")
    return list(rows.values_list("person_id", "answer", "at"))
