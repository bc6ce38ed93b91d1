"""The first page of the record: the newest of everything, in one statement."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple, cast
from uuid import UUID

from django.db.models import CharField, DateField, F, Q, QuerySet, Value
from django.db.models.functions import Cast

from zorgverband.base import clock
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ..models import Allergy, Examination, Problem
from .lines import in_use

SHOWN = 6


class Row(NamedTuple):
    """One line of the overview, of whatever list."""

    section: str
    item: UUID
    title: str
    happened_at: datetime
    detail: str
    more: str
    on: date | None
    status: str
    code: str
    system: str


def overview_rows(*, network: UUID, about: UUID) -> dict[str, list[Row]]:
    """Per list the first `SHOWN` + 1 lines; one more tells that there are more."""
    parts = [_medical(name, rows) for name, rows in _tables(network, about)]
    items = Item.objects.filter(network_id=network, about_id=about)
    parts.append(_plain("document", items.filter(kind="document")))
    parts.append(_plain("advice", _advice_now(items)))
    parts.append(_plain("story", items.filter(subject=Subject.STORY)))
    found: dict[str, list[Row]] = {}
    first, *others = parts
    for row in first.union(*others, all=True):
        line = Row(*cast(Iterable[Any], row))
        found.setdefault(line.section, []).append(line)
    return found


def _advice_now(items: QuerySet[Item]) -> QuerySet[Item]:
    over = Q(advice__ended_at__isnull=False) | Q(advice__ends_on__lt=clock.today())
    return items.filter(kind="advice").exclude(over)


def _tables(network: UUID, about: UUID) -> list[tuple[str, QuerySet[Any]]]:
    there = {"network_id": network, "about_id": about, "replaced_at__isnull": True}
    empty = Value("", output_field=CharField())
    return [
        (
            "medication",
            in_use(network, about).annotate(
                detail=F("dose"), more=F("route"), on=F("starts_on"), now=F("status")
            ),
        ),
        (
            "allergy",
            Allergy.objects.filter(**there, status__in=["active", "none_known"]).annotate(
                detail=F("reaction"), more=F("criticality"), on=_no_day(), now=F("status")
            ),
        ),
        (
            "problem",
            Problem.objects.filter(**there, status=Problem.Status.ACTIVE).annotate(
                detail=empty, more=empty, on=F("since"), now=F("status")
            ),
        ),
        (
            "examination",
            Examination.objects.filter(**there)
            .annotate(detail=F("by"), more=empty, on=F("on_date"), now=F("state"))
            .order_by("-on_date", "-item_id"),
        ),
    ]


def _no_day() -> Cast:
    return Cast(Value(None), DateField(null=True))


def _medical(name: str, rows: QuerySet[Any]) -> QuerySet[Any]:
    rows = rows if rows.ordered else rows.order_by("-item_id")
    lines: QuerySet[Any] = rows.annotate(section=Value(name)).values_list(
        "section", "item_id", "item__title", "item__happened_at", "detail", "more", "on", "now",
        "code", "code_system",
    )  # fmt: skip
    return lines[: SHOWN + 1]


def _plain(name: str, rows: QuerySet[Item]) -> QuerySet[Any]:
    empty = Value("", output_field=CharField())
    marked = rows.annotate(
        section=Value(name), more=empty, on=_no_day(), now=empty, code=empty, system=empty
    )
    return marked.order_by("-happened_at", "-id").values_list(
        "section", "id", "title", "happened_at", "body", "more", "on", "now", "code", "system"
    )[: SHOWN + 1]
