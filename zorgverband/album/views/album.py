"""'Foto's': the photos of all news somebody may read, by month."""

from datetime import datetime
from itertools import groupby
from typing import Any

from django.http import HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from zorgverband.base.typed import id_of, moment_of
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.sharing.queries import Cursor
from zorgverband.sharing.shown import show
from zorgverband.ui.dates import local_day, month_heading

from ..forms import photographed
from ..queries import PAGE, with_photos


@require_safe
@network_door
def album(here: Here) -> HttpResponse:
    """One page of it; older photos on the next."""
    people, names = faces(here.network), names_of_people(here.network)
    after = _cursor(here.request.GET)
    rows = with_photos(here.network, after=after)
    shown = show(
        rows[:PAGE], network=here.network, person=here.person, people=people, names=names
    )  # fmt: skip
    months = [
        (month_heading(month), list(items))
        for month, items in groupby(
            shown, key=lambda one: local_day(one.happened_at).replace(day=1)
        )
    ]
    return page(
        here, "album/album.html", current="news", people=people, months=months,
        first=after is None, older=_older(rows[PAGE - 1]) if len(rows) > PAGE else "",
        writes=bool(photographed(here.seat, people)),
    )  # fmt: skip


def _cursor(asked: QueryDict) -> Cursor | None:
    moment, id = moment_of(asked.get("before")), id_of(asked.get("id"))
    return Cursor(happened_at=moment, id=id) if moment and id else None


def _older(last: dict[str, Any]) -> str:
    query = QueryDict(mutable=True)
    happened: datetime = last["happened_at"]
    query.update({"before": happened.isoformat(), "id": str(last["id"])})
    return "?" + query.urlencode()
