"""Bottlenecks as their readers meet them. The lock decides which; nothing is left out here but what
is over or put aside."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from zorgverband.base import clock
from zorgverband.base.composed import composed
from zorgverband.base.refusals import NotHere
from zorgverband.networks.models import Network
from zorgverband.networks.substitutes import (
    Standing,
    standing_of,
    standing_rows,
    stood_in_by,
    substitutes_of_row,
)
from zorgverband.plan.kinds import CYCLE
from zorgverband.plan.models import PlanPart
from zorgverband.sharing.models import Item

from .models import Bottleneck, Measure

# What somebody sees of one network at a time: the most serious first, the rest when these are done.
HANDFUL = 5
FIELDS = (
    "id", "network_id", "kind", "about_id", "subject", "facts", "members", "who_id", "since",
    "detail", "seriousness", "opened_at", "owner_id", "step", "dismissed_at", "snoozed_until",
    "substitutes",
)  # fmt: skip
_IDS = ("id", "network_id", "about_id", "who_id", "owner_id")
Row = dict[str, Any]


class _OneOf(Func):
    """Whether a value stands in a column of many; an index finds it."""

    template, arg_joiner = "%(expressions)s)", " = ANY ("
    output_field = BooleanField()


def _standing_for(members: Sequence[UUID]) -> Q:
    """Theirs to look at: they own it, it asks something of them, or they substitute for who owns it."""
    owned = Q(owner_id__in=members) | Q(owner_id__in=stood_in_by(members).values("id"))
    return owned | Q(who_id__in=members)


def waiting() -> QuerySet[Bottleneck]:
    """What is open and not put aside, in the networks entered; most serious first."""
    return _with_substitutes(_put_forward())


def _put_forward() -> QuerySet[Bottleneck]:
    rows = Bottleneck.objects.filter(resolved_at=None, dismissed_at=None)
    rows = rows.filter(Q(snoozed_until=None) | Q(snoozed_until__lte=clock.now()))
    return rows.order_by("-seriousness", "since", "id")


def _with_substitutes(rows: QuerySet[Bottleneck]) -> QuerySet[Bottleneck]:
    return rows.annotate(substitutes=substitutes_of_row())


def handful(network: UUID, *, at_most: int = HANDFUL) -> list[Row]:
    """The most serious bottlenecks of an entered network that the viewer may meet. One statement."""
    return list(waiting().filter(network_id=network).values(*FIELDS)[:at_most])


def handful_with_titles(network: UUID, *, at_most: int = HANDFUL) -> list[Row]:
    """The same, with the titles of their facts. One statement."""
    rows = waiting().filter(network_id=network).annotate(found=_titles())
    return [_with_titles(row) for row in rows.values(*FIELDS, "found")[:at_most]]


def handful_to_discuss(network: UUID, *, at_most: int) -> list[Row]:
    """The same with titles, and `lens`; without what rests on something in a safety compartment. One
    statement."""
    inside = Item.objects.filter(_OneOf(F("id"), OuterRef("facts"))).exclude(compartment_id=None)
    rows = waiting().filter(~Exists(inside), network_id=network).annotate(found=_titles())
    return [_with_titles(row) for row in rows.values(*FIELDS, "lens", "found")[:at_most]]


def standing(networks: Sequence[UUID]) -> list[tuple[UUID, UUID, str]]:
    """(network, id, kind) of all that waits in these entered networks, most serious first. One
    statement."""
    return _standing(networks)


@composed
def _standing(networks: Sequence[UUID]) -> QuerySet[Any, Any]:
    rows = _put_forward().filter(network_id__in=networks)
    return rows.values_list("network_id", "id", "kind")


def these(ids: Sequence[UUID]) -> list[Row]:
    """These of entered networks, as far as they wait still, with the titles of their facts. One
    statement."""
    return [_with_titles(row) for row in _these(ids)]


@composed
def _these(ids: Sequence[UUID]) -> QuerySet[Any, Any]:
    rows: QuerySet[Any, Any] = waiting().filter(id__in=ids).annotate(found=_titles())
    return rows.values(*FIELDS, "found")


def theirs_as_facts(network: OuterRef, *members: UUID) -> ArraySubquery:
    """What waits in a network for these seats of the viewer: they look at it, or it asks something of
    them. With the titles of its facts; inside the statement of a page, `from_facts` reads it."""
    rows = waiting().filter(_standing_for(members), network_id=network).annotate(found=_titles())
    return ArraySubquery(rows.values(row=JSONObject(**{name: name for name in (*FIELDS, "found")})))


def from_facts(facts: Mapping[str, Any]) -> Row:
    """A row out of JSON."""
    row = dict(facts)
    row |= {name: [UUID(one) for one in facts[name]] for name in ("facts", "substitutes")}
    row |= {name: UUID(facts[name]) for name in _IDS if facts[name]}
    row |= {name: datetime.fromisoformat(facts[name]) for name in ("since", "opened_at")}
    return _with_titles(row)


def resting_on(network: UUID, items: Collection[UUID]) -> list[Row]:
    """What waits in an entered network and rests on one of these items, in the same way."""
    rows = waiting().filter(network_id=network, facts__overlap=list(items))
    return [_with_titles(row) for row in rows.annotate(found=_titles()).values(*FIELDS, "found")]


def _titles() -> ArraySubquery:
    facts = Item.objects.filter(_OneOf(F("id"), OuterRef("facts"))).order_by()
    return ArraySubquery(facts.values(row=JSONObject(id="id", title="title")))


def _with_titles(row: Mapping[str, Any]) -> Row:
    titles = {UUID(one["id"]): one["title"] or "" for one in row["found"]}
    return {**row, "titles": titles}


@dataclass(frozen=True)
class Glance:
    """One network at a glance: when the newest thing happened that the viewer may read, the first day
    on which a plan is looked back upon, and who looks after it for its coordinator."""

    last: datetime | None
    review: date | None
    standing: list[Standing]


def at_a_glance(networks: Sequence[UUID]) -> dict[UUID, Glance]:
    """Each of these entered networks at a glance. One statement."""
    return {
        id: Glance(last, review, [standing_of(facts) for facts in standing])
        for id, last, review, standing in _at_a_glance(networks)
    }


@composed
def _at_a_glance(networks: Sequence[UUID]) -> QuerySet[Any, Any]:
    here = OuterRef("id")
    newest = Item.objects.filter(network_id=here, in_news=True).order_by("-happened_at")
    cycles = PlanPart.objects.filter(network_id=here, kind=CYCLE, ended_at=None)
    cycles = cycles.exclude(review_on=None).order_by("review_on")
    return Network.objects.filter(id__in=networks).values_list(
        "id", Subquery(newest.values("happened_at")[:1]),
        Subquery(cycles.values("review_on")[:1]), standing_rows(here),
    )  # fmt: skip


def bottleneck(*, network: UUID, id: UUID) -> Row:
    """One that is open; raises NotHere for what is over, or not for the viewer."""
    rows = Bottleneck.objects.filter(network_id=network, id=id, resolved_at=None)
    row: Row | None = _with_substitutes(rows).values(*FIELDS).first()
    if row is None:
        raise NotHere()
    return row


def measures(ids: Sequence[UUID]) -> list[Row]:
    """What was done about these, oldest first. One statement."""
    rows = Measure.objects.filter(bottleneck_id__in=ids).order_by("at", "id")
    found = rows.values("bottleneck_id", "what", "words", "until", "person_id", "at")
    return [dict(row) for row in found]
