"""Who has been, has been: an older page neither calls it off nor moves it, and a stop keeps it."""

from datetime import time, timedelta
from typing import Any
from uuid import UUID

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agenda.actions import mark_been
from zorgverband.agenda.models import Visit, VisitChange
from zorgverband.agenda.queries import occurrence
from zorgverband.base import clock

from .test_moved_turns import act
from .visits import daily, page, planned, post

DAY = timedelta(days=1)


def been_today(cast: Cast) -> UUID:
    """A visit each day, of which somebody has been there today."""
    visit = planned(cast, cast.marijke, who=cast.fatima, rule=daily(), starts=time(0, 1), ends=None)
    act(cast, cast.fatima, mark_been, visit=visit, on_date=clock.today())
    return visit


def test_what_was_done_is_not_called_off_or_moved_from_an_older_page(
    cast: Cast, client_of: Any
) -> None:
    today, visit = clock.today(), been_today(cast)
    marijke = client_of(cast.marijke)
    tomorrow = {"date": (today + DAY).isoformat(), "starts": "11:00", "ends": ""}
    for name, typed in (
        ("cancel_visit", {"version": "0"}),
        ("move_visit", {"version": "0"} | tomorrow),
        ("move_visit", {"which": "series"} | tomorrow),
    ):
        answer = post(marijke, page(name, cast, visit, today), **typed)
        assert answer.status_code == 409, typed
        assert "Dit bezoek is net veranderd." in text(answer)
    row = VisitChange.objects.using("owner").get(item_id=visit)
    assert (row.cancelled, row.moved_on, row.been_by_id) == (False, None, cast.fatima.person)
    # The control: of another day it is done.
    assert post(marijke, page("cancel_visit", cast, visit, today + DAY)).status_code == 302


def test_a_series_that_stops_today_keeps_that_somebody_was_there_today(
    cast: Cast, client_of: Any
) -> None:
    today, visit = clock.today(), been_today(cast)
    at = page("cancel_visit", cast, visit, today)
    assert post(client_of(cast.marijke), at, which="series").status_code == 302
    assert Visit.objects.using("owner").get(item_id=visit).stopped_from == today + DAY
    found = act(cast, cast.jannie, lambda **_who: occurrence(
        network=cast.network, id=visit, on_date=today))  # fmt: skip
    assert found.been_by == cast.fatima.person
