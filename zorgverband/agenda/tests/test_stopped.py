"""A series that was stopped, on its own page: that it was, how it goes on, and taking it up again."""

from datetime import time, timedelta
from typing import Any

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agenda.actions import move_series
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
