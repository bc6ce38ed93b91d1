"""The course of one kind of measurement: over which stretch of time, its chart, and in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zorgverband.base import clock
from zorgverband.sharing.doors import Here
from zorgverband.ui.dates import full_date

from .. import chart
from ..numbers import figure_words
from ..queries import measurements as queries
from ..queries.measurements import PAGE, Point, Rows
from ..shown import (
    part_name,
    value_words,
)
from .about import Whose

YEAR = timedelta(days=366)
# A line needs at least this many points to say something.
FEW = 3


Key = dict[str, UUID]


@dataclass(frozen=True)
class Course:
    """What stands above the table of one kind of measurement."""

    title: str
    summary: str
    drawing: str
    periods: list["Choice"]


def course_of(here: Here, found: Whose, *, rows: Rows, parts: dict[UUID, Rows], key: Key) -> Course:
    """The chart that goes with the newest rows of one series, with its choice of periods."""
    newest = rows[0]
    period, start, end = _period(here, rows, key)
    points = queries.chart_points(**key, start=start, end=end, parts=bool(parts))
    lines = _chart_lines(points, next(iter(parts.values()), []))
    return Course(
        title=_("Vanaf %(day)s") % {"day": full_date(start)},
        summary=_summary(newest, parts.get(newest["item_id"], []), lines),
        drawing=_drawing(newest, lines, start, end),
        periods=_periods(found, period),
    )


def _period(here: Here, rows: Rows, key: Key) -> tuple[str, datetime, datetime]:
    """The stretch of time of the chart: what was asked, else the last year in which something was
    measured, or longer when that holds too few points for a line."""
    newest = rows[0]["taken_at"]
    end = max(newest, clock.now()) if newest > clock.now() - YEAR else newest
    asked = here.request.GET.get("period", "")
    if asked not in _LENGTHS:
        asked = next(
            (
                name
                for name, length in _LENGTHS.items()
                if length and sum(row["taken_at"] >= end - length for row in rows) >= FEW
            ),
            "all",
        )
    length = _LENGTHS[asked]
    if length and "period" not in here.request.GET:
        length = min(length, end - newest + _dense(rows))
    start = end - length if length else queries.oldest(**key) or end - YEAR
    return asked, min(start, end - timedelta(days=1)), end


def _dense(rows: Rows) -> timedelta:
    """How far back a chart goes by itself where somebody measures all day: some five thousand
    points are enough to see a line, and cost no more than they show."""
    span = rows[0]["taken_at"] - rows[-1]["taken_at"]
    return max(span * 100, timedelta(days=1)) if len(rows) > PAGE else YEAR


_PERIODS = {
    "year": gettext_lazy("12 maanden"),
    "five": gettext_lazy("5 jaar"),
    "all": gettext_lazy("Alles"),
}
_LENGTHS = {"year": YEAR, "five": 5 * YEAR, "all": None}


@dataclass(frozen=True)
class Choice:
    """One of the periods one can choose."""

    label: str
    href: str
    current: bool
    count: None = None


def _periods(found: Whose, period: str) -> list[Choice]:
    about = {"about": found.member} if found.several else {}
    return [
        Choice(str(label), "?" + urlencode({"period": name} | about), name == period)
        for name, label in _PERIODS.items()
    ]


def _chart_lines(points: Sequence[Point], parts: Rows) -> list[chart.Line]:
    names = {part["position"]: part_name(part) for part in parts}
    return [
        chart.Line(
            names.get(position, ""),
            [(point.at, point.value) for point in points if point.position == position],
        )
        for position in sorted({point.position for point in points})
    ]


def _drawing(
    newest: dict[str, Any], lines: list[chart.Line], start: datetime, end: datetime
) -> str:
    single = len(lines) == 1
    return chart.draw(
        chart.Chart(
            lines,
            start,
            end,
            low=newest["low"] if single else None,
            high=newest["high"] if single else None,
        )
    )


def _summary(newest: dict[str, Any], parts: Rows, lines: Sequence[chart.Line]) -> str:
    """The chart in a sentence: the last value, the lowest and the highest."""
    last = _("Laatste: %(value)s op %(day)s.") % {
        "value": value_words(newest, parts),
        "day": full_date(newest["taken_at"]),
    }
    return " ".join([last, *map(_range, lines)])


def _range(line: chart.Line) -> str:
    values = [value for _at, value in line.points]
    ends = {"low": figure_words(min(values)), "high": figure_words(max(values))}
    if not line.name:
        return _("Laagste %(low)s, hoogste %(high)s.") % ends
    return _("%(name)s: laagste %(low)s, hoogste %(high)s.") % (ends | {"name": line.name})
