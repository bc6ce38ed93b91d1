"""A series that was stopped, on its own page: that it was, how it goes on, and taking it up again."""

from datetime import time, timedelta
from importlib import import_module
from typing import Any

from django.urls import reverse

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agenda.actions import move_series, stop_visits
from zorgverband.agenda.models import Visit
from zorgverband.base import clock

from .test_moved_turns import act
from .visits import daily, page, planned, post

DAY = timedelta(days=1)
AGAIN = "Toch weer laten doorgaan"


def test_what_was_stopped_after_a_while_says_so_and_can_go_on(cast: Cast, client_of: Any) -> None:
    visit, today = planned(cast, cast.marijke, rule=daily()), clock.today()
    Visit.objects.using("owner").filter(item_id=visit).update(first_on=today - 30 * DAY)
    marijke = client_of(cast.marijke)
    stopped = post(marijke, page("cancel_visit", cast, visit, today), which="series",
                   reason="Het is niet meer nodig")  # fmt: skip
    assert stopped.headers["Location"] == page("visit_next", cast, visit)
    shown = text(marijke.get(page("visit_next", cast, visit)))
    for words in ("Gestopt vanaf", "Het is niet meer nodig", AGAIN):
        assert words in shown, words
    assert post(marijke, page("resume_visits", cast, visit)).status_code == 302
    assert AGAIN not in text(marijke.get(page("visit_next", cast, visit)))


def test_what_goes_on_at_another_time_is_not_taken_up_twice(cast: Cast, client_of: Any) -> None:
    visit, today = planned(cast, cast.marijke, rule=daily()), clock.today()
    Visit.objects.using("owner").filter(item_id=visit).update(first_on=today - 30 * DAY)
    later = act(cast, cast.marijke, move_series, visit=visit, on_date=today, to=today,
                starts=time(23, 30))  # fmt: skip
    marijke = client_of(cast.marijke)
    # That it goes on so is a fact, not guessed by what both share: words can change.
    edit = reverse("edit", kwargs={"network_id": cast.network, "item_id": visit})
    assert post(marijke, edit, title="Bezoek", body="Koffie", version="1").status_code == 302
    shown = text(marijke.get(page("visit_next", cast, visit)))
    assert f'data-item="{later}"' in shown
    assert "23.30" in shown
    again = post(marijke, page("resume_visits", cast, visit))
    assert again.status_code == 409
    assert Visit.objects.using("owner").get(item_id=visit).stopped_from == today
    # The control: the later half itself is stopped, and taken up again.
    post(marijke, page("cancel_visit", cast, later, today + DAY), which="series")
    assert post(marijke, page("resume_visits", cast, later)).status_code == 302
    assert Visit.objects.using("owner").get(item_id=later).stopped_from is None


def test_series_cut_before_that_was_kept_are_known_by_what_both_halves_share(
    cast: Cast, owner: Any
) -> None:
    today = clock.today()
    cut, ended = (planned(cast, cast.marijke, rule=daily(), starts=time(8 + n)) for n in range(2))
    Visit.objects.using("owner").filter(item_id=cut).update(first_on=today - 30 * DAY)
    later = act(cast, cast.marijke, move_series, visit=cut, on_date=today, to=today,
                starts=time(23, 30))  # fmt: skip
    act(cast, cast.marijke, stop_visits, visit=ended, from_date=today + DAY)
    rows = Visit.objects.using("owner").filter(network_id=cast.network)
    rows.update(goes_on_as=None)
    owner.execute(import_module("zorgverband.agenda.migrations.0005_later_halves").LATER_HALVES)
    assert dict(rows.values_list("item_id", "goes_on_as_id")) == {
        cut: later, later: None, ended: None,
    }  # fmt: skip
