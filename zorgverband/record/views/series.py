"""One kind of measurement: its line chart, and every number in a table."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from zorgverband.base.refusals import NotHere
from zorgverband.base.typed import moment_of
from zorgverband.sharing.doors import Here, network_door
from zorgverband.ui.dates import clock as clock_words
from zorgverband.ui.dates import full_date

from ..queries import measurements as queries
from ..queries.measurements import PAGE, Rows
from ..shown import (
    code_words,
    href_of,
    measurement_name,
    normal_words,
    outside_normal,
    value_words,
)
from .about import Whose, record_page
from .course import course_of
from .measurements import adds, opened


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


@require_safe
@network_door
def measurement_series(here: Here, series: UUID) -> HttpResponse:
    """All measurements of one kind: a chart, and the numbers in a table."""
    found = opened(here)
    key = {"network": here.network, "about": found.member, "series": series}
    before = _before(here)
    rows = queries.series_rows(**key, before=before)
    if not rows:
        raise NotHere()
    parts = queries.parts_of([row["item_id"] for row in rows[:PAGE]])
    newest = rows[0]
    return record_page(
        here,
        found,
        "record/series.html",
        name=measurement_name(newest),
        code=code_words(here.seat, newest),
        course=None if before else course_of(here, found, rows=rows, parts=parts, key=key),
        normal=normal_words(newest),
        rows=[_line(here, row, parts.get(row["item_id"], [])) for row in rows[:PAGE]],
        older=_older(found, rows),
        adds=adds(here, found, newest["code"]),
    )


def _before(here: Here) -> tuple[datetime, UUID] | None:
    asked = here.request.GET
    try:
        moment = moment_of(asked.get("at"))
        return (moment, UUID(asked["after"])) if moment else None
    except (KeyError, ValueError):
        return None


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
