"""Reading agreements: what is asked of somebody, what is open in a network, how one stands."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, F, OuterRef, Q, QuerySet, When

from zorgverband.base import clock
from zorgverband.base.composed import composed
from zorgverband.base.handed import handed_days
from zorgverband.base.refusals import NotHere
from zorgverband.base.repeating import Repeat, Rule

from .agreed import LOOKS_BACK, Agreed
from .models import OPEN, Agreement, AgreementChange, AgreementTick, State
from .moves import PROPOSED

_IDS = (
    "item_id", "network_id", "executor_id", "asked_of_id", "instead_of_id", "goal_id", "state_by_id",
    "item__about_id", "item__author_id", "item__author_member_id",
)  # fmt: skip
_DAYS = ("due_on", "first_on", "reminded_on")
_FIELDS = (
    "item_id", "network_id", "executor_id", "asked_of_id", "instead_of_id", "goal_id", "checked_by",
    "due_on", "first_on", "last_on", "repeat", "weekdays", "remind_days", "remind_at",
    "reminded_on", "state", "state_by_id", "state_at", "answer",
    "item__title", "item__body", "item__about_id", "item__author_id", "item__author_member_id",
    "item__subject", "item__created_at", "item__circle", "item__version",
)  # fmt: skip


def agreement(*, network: UUID, id: UUID) -> Agreed:
    """One agreement; raises NotHere, the same for not there and not for you."""
    found = _read(Agreement.objects.filter(network_id=network, item_id=id))
    if not found:
        raise NotHere()
    return found[0]


def asked_of(network: UUID, member: UUID) -> list[Agreed]:
    """What waits for this member in one network: an answer or a deed, first what is due first."""
    return _read(Agreement.objects.filter(_waits_for([member]), network_id=network))


def asked_of_all(members: Collection[UUID]) -> list[Agreed]:
    """The same for somebody's seats in all entered networks, in one statement."""
    return [_one(row) for row in _asked_rows(members, clock.today() - LOOKS_BACK)]


@composed
def _asked_rows(members: Collection[UUID], since: date) -> QuerySet[Any, Any]:
    return _rows(_by_day(Agreement.objects.filter(_waits_for(members))), since)


def asked_or_late(network: UUID, member: UUID) -> list[Agreed]:
    """What waits for this member, and what anybody may not have done in time; for today's page."""
    late = _waits_for([member]) | Q(due_on__lt=clock.today()) | ~Q(repeat=Repeat.ONCE)
    return _read(Agreement.objects.filter(late, network_id=network, state__in=OPEN))


def open_agreements(network: UUID, *, of: Collection[UUID] | None = None) -> list[Agreed]:
    """What was asked or accepted in this network and is not done, first what is due first. With
    `of`: no more than these."""
    rows = Agreement.objects.filter(network_id=network, state__in=OPEN)
    return _read(rows if of is None else rows.filter(item_id__in=of))


def these_agreements(network: UUID, ids: Collection[UUID]) -> list[Agreed]:
    """Those of these agreements that the viewer may read, open or not."""
    return _read(Agreement.objects.filter(network_id=network, item_id__in=ids))


def agreements_for(network: UUID, goal: UUID) -> list[Agreed]:
    """Everything that was agreed for this goal, what is due first first."""
    return _read(Agreement.objects.filter(network_id=network, goal_id=goal))


def done_by(network: UUID, member: UUID) -> list[Agreed]:
    """What this member does in this network, asked or accepted and not done."""
    rows = Agreement.objects.filter(network_id=network, executor_id=member, state__in=OPEN)
    return _read(rows)


def ended_agreements(network: UUID, count: int = 20) -> list[Agreed]:
    """The last agreements that were done, declined or called off, newest first."""
    rows = Agreement.objects.filter(network_id=network).exclude(state__in=OPEN)
    return _agreed(rows.order_by("-state_at", "-item_id")[:count])


def all_agreements(network: UUID) -> list[Agreed]:
    """Everything that was ever asked in this network, what is due first first."""
    return _read(Agreement.objects.filter(network_id=network))


def states_through_time(network: UUID) -> dict[UUID, list[tuple[datetime, str]]]:
    """By agreement how it stood, each from a moment on, the first first."""
    found: dict[UUID, list[tuple[datetime, str]]] = {}
    rows = AgreementChange.objects.filter(network_id=network).order_by("at", "id")
    for item, at, became in rows.values_list("item_id", "at", "became"):
        found.setdefault(item, []).append((at, became))
    return found


def changes_of(agreement: UUID) -> list[dict[str, Any]]:
    """How one agreement came to stand as it does, newest first."""
    rows: Any = (
        AgreementChange.objects.filter(item_id=agreement)
        .order_by("-at", "-id")
        .values("was", "became", "person_id", "at", "words")
    )
    return list(rows)


def ticks_of(agreement: UUID, count: int = 14) -> list[dict[str, Any]]:
    """On which days a repeating agreement was done last, newest first."""
    rows: Any = (
        AgreementTick.objects.filter(item_id=agreement)
        .order_by("-on_date")
        .values("on_date", "person_id", "at")[:count]
    )
    return list(rows)


def _waits_for(members: Collection[UUID]) -> Q:
    """An answer is waited for from whom it was asked, a deed from who does it."""
    proposed = Q(state__in=PROPOSED)
    answers = Q(asked_of_id__in=members) | Q(asked_of=None, executor_id__in=members)
    does = Q(state__in=[state for state in OPEN if state not in PROPOSED])
    return proposed & answers | does & Q(executor_id__in=members)


def _read(rows: QuerySet[Agreement]) -> list[Agreed]:
    return _agreed(_by_day(rows))


def _by_day(rows: QuerySet[Agreement]) -> QuerySet[Agreement]:
    return rows.order_by(F("due_on").asc(nulls_last=True), "item_id")


def _agreed(rows: QuerySet[Agreement]) -> list[Agreed]:
    return [_one(row) for row in _rows(rows, clock.today() - LOOKS_BACK)]


def _rows(rows: QuerySet[Agreement], since: date) -> QuerySet[Any, Any]:
    ticks = AgreementTick.objects.filter(
        network_id=OuterRef("network_id"), item_id=OuterRef("item_id"), on_date__gte=since
    ).values("on_date")  # fmt: skip
    handed = Case(
        When(repeat=Repeat.ONCE, then=None), default=handed_days(F("network_id"), F("item_id"))
    )
    ticked: QuerySet[Any, Any] = rows.annotate(ticks=ArraySubquery(ticks), handed=handed)
    return ticked.values(*_FIELDS, "ticks", "handed")


def from_columns(columns: Sequence[Any]) -> Agreed:
    """An agreement out of what `base.planning` reads: the same columns, as JSON holds them."""
    row = dict(zip((*_FIELDS, "ticks", "handed"), columns, strict=True))
    for name in _IDS:
        row[name] = row[name] and UUID(row[name])
    for name in _DAYS:
        row[name] = row[name] and date.fromisoformat(row[name])
    row["last_on"] = date.fromisoformat(row["last_on"])
    row["remind_at"] = time.fromisoformat(row["remind_at"])
    for name in ("state_at", "item__created_at"):
        row[name] = datetime.fromisoformat(row[name])
    for name in ("ticks", "handed"):
        row[name] = [date.fromisoformat(day) for day in row[name] or ()]
    return _one(row)


def _one(row: dict[str, Any]) -> Agreed:
    return Agreed(
        id=row["item_id"],
        network=row["network_id"],
        executor=row["executor_id"],
        asked_of=row["asked_of_id"],
        instead_of=row["instead_of_id"],
        goal=row["goal_id"],
        checked_by=row["checked_by"],
        what=row["item__title"],
        more=row["item__body"],
        about=row["item__about_id"],
        subject=row["item__subject"],
        circle=row["item__circle"],
        version=row["item__version"],
        author=row["item__author_id"],
        author_member=row["item__author_member_id"],
        asked_at=row["item__created_at"],
        due_on=row["due_on"],
        rule=Rule(
            first_on=row["first_on"] or row["due_on"] or clock.today(),
            last_on=row["last_on"],
            repeat=Repeat(row["repeat"]),
            weekdays=tuple(row["weekdays"]),
        ),
        ticks=frozenset(row["ticks"]),
        remind_days=row["remind_days"],
        remind_at=row["remind_at"],
        reminded_on=row["reminded_on"],
        state=State(row["state"]),
        state_by=row["state_by_id"],
        state_at=row["state_at"],
        answer=row["answer"],
        handed=frozenset(row["handed"] or ()),
    )
