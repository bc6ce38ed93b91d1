"""Measurements: the newest of each kind, and one kind with its line chart and table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import clock as clock_words
from zorgverband.ui.dates import full_date

from .. import chart
from ..kinds import KINDS
from ..numbers import figure_words
from ..queries import measurements as queries
from ..queries.measurements import PAGE, Point, Rows
from ..shown import (
    code_words,
    href_of,
    measurement_name,
    normal_words,
    outside_normal,
    part_name,
    value_words,
)
from .about import Whose, exists_for, not_shared, reads, record_page, whose
from .lists import Add, Group
from .overview import measurement_line

YEAR = timedelta(days=366)
# A line needs at least this many points to say something.
FEW = 3


@require_GET
@network_door
def measurements(here: Here) -> HttpResponse:
    """The newest measurement of each kind."""
    found = _opened(here)
    rows = queries.latest(network=here.network, about=found.member)
    parts = queries.parts_of([row["item_id"] for row in rows if row["value"] is None])
    held = reads(here, found.member, Subject.RESULTS)
    lines = [measurement_line(here, row, parts.get(row["item_id"], [])) for row in rows]
    return record_page(
        here,
        found,
        "record/lines.html",
        title=_("Metingen"),
        groups=[Group("", lines)] if lines else [],
        instead=_("Hier staat nog niets.") if held else not_shared(here, found),
        older="",
        may_act=False,
        adds=_adds(here, found),
    )


def _opened(here: Here) -> Whose:
    found = whose(here)
    if not exists_for(here, found.member, Subject.RESULTS):
        raise NotHere()
    return found


def _adds(here: Here, found: Whose, code: str = "") -> list[Add]:
    if not here.seat.may_write(about=found.member, subject=Subject.RESULTS):
        return []
    about = {"about": found.member} if found.several else {}
    kind = next((kind.key for kind in KINDS.values() if kind.code == code and code), "")
    query = urlencode(about | ({"kind": kind} if kind else {}))
    address = reverse("record_measurement", kwargs={"network_id": here.network})
    return [Add(_("Meting toevoegen"), f"{address}?{query}" if query else address)]


@dataclass(frozen=True)
class Line:
    """One row of the table under a chart."""

    id: UUID
    href: str
    day: str
    time: str
    value: str
    judged: str
    normal: str


@require_GET
@network_door
def measurement_series(here: Here, series: UUID) -> HttpResponse:
    """All measurements of one kind: a chart, and the numbers in a table."""
    found = _opened(here)
    key = {"network": here.network, "about": found.member, "series": series}
    before = _before(here)
    rows = queries.series_rows(**key, before=before)
    if not rows:
        raise NotHere()
    parts = queries.parts_of([row["item_id"] for row in rows[:PAGE]])
    period, start, end = _period(here, rows, key)
    points = []
    if before is None:
        points = queries.chart_points(**key, start=start, end=end, parts=bool(parts))
    lines = _chart_lines(points, next(iter(parts.values()), []))
    newest = rows[0]
    return record_page(
        here,
        found,
        "record/series.html",
        name=measurement_name(newest),
        code=code_words(here.seat, newest),
        drawing=_drawing(newest, lines, start, end) if not before else "",
        summary=_summary(newest, parts.get(newest["item_id"], []), lines),
        normal=normal_words(newest),
        period=_("Vanaf %(day)s") % {"day": full_date(start)},
        periods=_periods(found, period),
        rows=[_line(here, row, parts.get(row["item_id"], [])) for row in rows[:PAGE]],
        older=_older(found, rows),
        adds=_adds(here, found, newest["code"]),
        first=before is None,
    )


def _before(here: Here) -> tuple[datetime, UUID] | None:
    asked = here.request.GET
    try:
        moment = datetime.fromisoformat(asked["at"])
        return (moment, UUID(asked["after"])) if moment.tzinfo else None
    except (KeyError, ValueError):
        return None


def _period(here: Here, rows: Rows, key: dict[str, UUID]) -> tuple[str, datetime, datetime]:
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


def _line(here: Here, row: dict[str, Any], parts: Rows) -> Line:
    return Line(
        id=row["item_id"],
        href=href_of(here.network, row["item_id"]),
        day=full_date(row["taken_at"]),
        time=clock_words(row["taken_at"]),
        value=value_words(row, parts),
        judged=outside_normal(row),
        normal=normal_words(row),
    )


def _older(found: Whose, rows: Rows) -> str:
    if len(rows) <= PAGE:
        return ""
    last = rows[PAGE - 1]
    words = {"after": last["item_id"], "at": last["taken_at"].isoformat()}
    return "?" + urlencode(words | ({"about": found.member} if found.several else {}))
