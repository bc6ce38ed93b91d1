"""Measurements: the newest of each series, one series page by page, and the points of its chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    ExpressionWrapper,
    F,
    FloatField,
    Func,
    Q,
    QuerySet,
    UUIDField,
    Value,
    Window,
)
from django.db.models.functions import Extract, Floor, RowNumber

from zorgverband.networks.models import Network

from ..models import Measurement, MeasurementPart

PAGE = 50
POINTS = 200
Rows = list[dict[str, Any]]
_ROW = (
    "item_id", "name", "code_system", "code", "series", "value", "comparator", "unit", "text",
    "low", "high", "taken_at",
)  # fmt: skip
_PART = ("item_id", "position", "name", "code", "value", "comparator", "unit", "text")


@dataclass(frozen=True)
class Point:
    """One number in a chart; `position` tells the parts of one measurement apart."""

    position: int
    at: datetime
    value: Decimal


def latest(*, network: UUID, about: UUID) -> Rows:
    """The newest measurement of every series, newest first. Two statements."""
    ids = Func(
        Value(network, output_field=UUIDField()),
        Value(about, output_field=UUIDField()),
        function="privacy.latest_measurements",
        output_field=ArrayField(UUIDField()),
    )
    found = Network.objects.filter(id=network).values_list(ids).first()
    rows = Measurement.objects.filter(network_id=network, item_id__in=found[0] if found else [])
    return list(rows.order_by("-taken_at", "name").values(*_ROW))


def series_rows(
    *, network: UUID, about: UUID, series: UUID, before: tuple[datetime, UUID] | None
) -> Rows:
    """One series, newest first, `PAGE` + 1 of them."""
    rows = _series(network, about, series)
    if before is not None:
        at, id = before
        rows = rows.filter(taken_at__lte=at).filter(Q(taken_at__lt=at) | Q(item_id__lt=id))
    return list(rows.order_by("-taken_at", "-item_id").values(*_ROW)[: PAGE + 1])


def parts_of(ids: Sequence[UUID]) -> dict[UUID, Rows]:
    """The parts of these measurements, in order."""
    found: dict[UUID, Rows] = {}
    rows = MeasurementPart.objects.filter(item_id__in=ids).order_by("position").values(*_PART)
    for row in rows:
        found.setdefault(row["item_id"], []).append(row)
    return found


def oldest(*, network: UUID, about: UUID, series: UUID) -> datetime | None:
    """When the first of a series was taken."""
    rows = _series(network, about, series).order_by("taken_at")
    return rows.values_list("taken_at", flat=True).first()


def chart_points(
    *, network: UUID, about: UUID, series: UUID, start: datetime, end: datetime, parts: bool
) -> list[Point]:
    """The points of a chart between two moments, oldest first, at most `POINTS` of each part.

    Of every stretch of time the lowest and the highest number are kept, so that thinning never
    hides an outlier. One statement.
    """
    step = max((end - start).total_seconds() / (POINTS // 2), 1.0)
    within = {"taken_at__gte": start, "taken_at__lte": end}
    rows: QuerySet[Any]
    if parts:
        rows = MeasurementPart.objects.filter(
            network_id=network,
            item__network_id=network,
            item__about_id=about,
            item__series=series,
            item__replaced_at__isnull=True,
            **{f"item__{name}": value for name, value in within.items()},
        ).annotate(at=F("item__taken_at"), place=F("position"))
    else:
        rows = _series(network, about, series).filter(**within)
        rows = rows.annotate(at=F("taken_at"), place=Value(0))
    thin = _extremes(rows.filter(value__isnull=False), start=start, step=step)
    return [Point(*row) for row in thin.order_by("at").values_list("place", "at", "value")]


def _extremes(rows: QuerySet[Any], *, start: datetime, step: float) -> QuerySet[Any]:
    since = ExpressionWrapper(
        Extract(F("at"), "epoch") - Value(start.timestamp()), output_field=FloatField()
    )
    rows = rows.annotate(stretch=Floor(since / Value(step * 1.000001)))
    for name, order in (("lowest", F("value").asc()), ("highest", F("value").desc())):
        window = Window(
            RowNumber(), partition_by=[F("place"), F("stretch")], order_by=[order, F("at").desc()]
        )
        rows = rows.annotate(**{name: window})
    return rows.filter(Q(lowest=1) | Q(highest=1))


def _series(network: UUID, about: UUID, series: UUID) -> QuerySet[Measurement]:
    return Measurement.objects.filter(
        network_id=network, about_id=about, series=series, replaced_at__isnull=True
    )
