"""Moving, calling off and ticking off one occurrence of a visit, alone and by two people at once."""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agenda.actions import cancel_visit
from zorgverband.agenda.actions.changing import ChangedMeanwhile
from zorgverband.agenda.models import VisitChange
from zorgverband.agenda.occurrences import Occurrence
from zorgverband.agenda.queries import visits_between
from zorgverband.base import clock
from zorgverband.journal.models import Event

from .visits import daily, only_reads, page, planned, post

DAY = timedelta(days=1)


def seen_by(entered: Any, cast: Cast, who: Any, first: date, last: date) -> list[Occurrence]:
    with entered(who):
        return visits_between(cast.network, first, last)


def verbs(cast: Cast, item: UUID) -> list[str]:
    events = Event.objects.using("owner").filter(network_id=cast.network, item_id=item)
    return list(events.order_by("at").values_list("verb", flat=True))


def test_one_occurrence_moves_and_the_others_stay(cast: Cast, client_of: Any, entered: Any) -> None:
    today = clock.today()
    visit = planned(cast, cast.marijke, rule=daily())
    to = (today + 9 * DAY).isoformat()
    answer = post(
        client_of(cast.fatima), page("move_visit", cast, visit, today + DAY),
        date=to, starts="14:00", ends="", reason="Dokter", version="0",
    )  # fmt: skip
    assert answer.status_code == 302
    found = seen_by(entered, cast, cast.jannie, today, today + 2 * DAY)
    assert [one.on_date for one in found] == [today, today + 2 * DAY]
    there = seen_by(entered, cast, cast.jannie, today + 9 * DAY, today + 9 * DAY)
    assert [(one.starts_at.hour, one.moved) for one in there] == [(9, False), (14, True)]
    assert verbs(cast, visit) == ["visit_planned", "visit_moved"]
    assert "Was eerst op" in text(client_of(cast.ria).get(page("visit", cast, visit, today + DAY)))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            {"date": "2020-01-01", "starts": "14:00"},
            "Deze datum is voorbij. Kies vandaag of later.",
        ),
        ({"date": "", "starts": "14:00"}, "Kies een datum."),
        ({"date": "2199-01-01", "starts": "14:00", "ends": "13:00"}, "De eindtijd is voor"),
        ({"date": "2199-01-01", "starts": "laat"}, "Vul in hoe laat"),
    ],
)
def test_a_move_to_nowhere_is_refused_in_words(
    cast: Cast, client_of: Any, typed: dict[str, str], sentence: str
) -> None:
    visit = planned(cast, cast.marijke)
    at = page("move_visit", cast, visit, clock.today() + DAY)
    answer = post(client_of(cast.marijke), at, **typed)
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert not VisitChange.objects.using("owner").filter(network=cast.network).exists()


def test_a_cancelled_visit_stays_to_be_seen_and_can_go_on_after_all(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    tomorrow = clock.today() + DAY
    visit = planned(cast, cast.marijke)
    client = client_of(cast.marijke)
    answer = post(client, page("cancel_visit", cast, visit, tomorrow), reason="Ik ben ziek")
    assert answer.status_code == 302
    shown = text(client_of(cast.ria).get(page("agenda", cast)))
    assert "gaat niet door" in shown
    assert "Ik ben ziek" in shown
    post(client, page("restore_visit", cast, visit, tomorrow))
    assert not seen_by(entered, cast, cast.ria, tomorrow, tomorrow)[0].cancelled
    assert verbs(cast, visit) == ["visit_planned", "visit_cancelled", "visit_restored"]


def test_a_series_stops_from_a_day_on_and_can_be_taken_up_again(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    today = clock.today()
    visit = planned(cast, cast.marijke, rule=daily())
    client = client_of(cast.fatima)
    at = page("cancel_visit", cast, visit, today + 3 * DAY)
    assert "Deze keer en alle keren daarna" in text(client.get(at))
    assert post(client, at, which="series").status_code == 302
    assert len(seen_by(entered, cast, cast.jannie, today, today + 30 * DAY)) == 3
    assert client.get(page("visit", cast, visit, today + 3 * DAY)).status_code == 404
    assert post(client, page("resume_visits", cast, visit)).status_code == 302
    assert len(seen_by(entered, cast, cast.jannie, today, today + 30 * DAY)) == 31


def test_who_only_reads_changes_nothing(cast: Cast, client_of: Any) -> None:
    tomorrow = clock.today() + DAY
    visit = planned(cast, cast.marijke, rule=daily())
    only_reads(cast, cast.ria)
    client = client_of(cast.ria)
    for name, typed in (
        ("move_visit", {"date": "2199-01-01", "starts": "14:00"}),
        ("cancel_visit", {}),
        ("restore_visit", {}),
        ("mark_been", {}),
    ):
        at = page(name, cast, visit, tomorrow)
        assert post(client, at, **typed).status_code == 403, name
    assert post(client, page("resume_visits", cast, visit)).status_code == 403
    assert not VisitChange.objects.using("owner").filter(network=cast.network).exists()


def test_who_comes_may_call_off_one_time_but_not_the_series(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    today = clock.today()
    visit = planned(cast, cast.marijke, who=cast.ria, rule=daily())
    only_reads(cast, cast.ria)
    client = client_of(cast.ria)
    assert "alle keren daarna" not in text(client.get(page("cancel_visit", cast, visit, today)))
    assert post(client, page("cancel_visit", cast, visit, today)).status_code == 302
    refused = post(client, page("cancel_visit", cast, visit, today + DAY), which="series")
    assert refused.status_code == 403
    found = seen_by(entered, cast, cast.jannie, today, today + DAY)
    assert [one.cancelled for one in found] == [True, False]


def test_of_two_people_who_change_the_same_visit_the_second_hears_of_the_first(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    tomorrow = clock.today() + DAY
    visit = planned(cast, cast.marijke)
    at = page("move_visit", cast, visit, tomorrow)
    there = {"date": tomorrow.isoformat(), "starts": "11:00", "ends": "", "version": "0"}
    assert post(client_of(cast.marijke), at, **there).status_code == 302
    second = post(client_of(cast.fatima), at, **there | {"starts": "15:00"})
    assert second.status_code == 409
    assert "Dit bezoek is net veranderd." in text(second)
    assert "11.00 uur" in text(second)
    assert seen_by(entered, cast, cast.ria, tomorrow, tomorrow)[0].starts_at.hour == 11
    # Having seen how it is now, the same person may change it.
    assert post(client_of(cast.fatima), at, **there | {"version": "1"}).status_code == 302


def test_a_change_made_from_an_older_state_is_refused_by_the_action_too(
    cast: Cast, entered: Any
) -> None:
    tomorrow = clock.today() + DAY
    visit = planned(cast, cast.marijke)
    with entered(cast.marijke) as viewer:
        mine = {"seat": viewer.seat(cast.network), "person": cast.marijke.person}
        cancel_visit(**mine, visit=visit, on_date=tomorrow, version=0)
    with entered(cast.marijke) as viewer, pytest.raises(ChangedMeanwhile):
        cancel_visit(**mine, visit=visit, on_date=tomorrow, version=0)


def test_the_nurse_has_been_and_everybody_sees_by_whom(cast: Cast, client_of: Any) -> None:
    today = clock.today()
    visit = planned(cast, cast.marijke, who=cast.fatima, rule=daily(), starts=time(0, 1), ends=None)
    at = page("mark_been", cast, visit, today)
    assert post(client_of(cast.fatima), at).status_code == 302
    shown = text(client_of(cast.jannie).get(page("today", cast)))
    assert "is geweest" in shown
    assert "Fatima El Amrani" in shown
    second = post(client_of(cast.sanne), at)
    assert second.status_code == 409
    assert "Was al genoteerd door Fatima El Amrani" in text(second)


def test_nobody_has_been_before_the_day_or_where_it_was_called_off(
    cast: Cast, client_of: Any
) -> None:
    today = clock.today()
    visit = planned(cast, cast.marijke, rule=daily())
    client = client_of(cast.marijke)
    early = post(client, page("mark_been", cast, visit, today + DAY))
    assert early.status_code == 422
    assert "nog niet begonnen" in text(early)
    post(client, page("cancel_visit", cast, visit, today))
    late = post(client, page("mark_been", cast, visit, today))
    assert late.status_code == 422
    assert "gaat niet door" in text(late)


@pytest.mark.parametrize("name", ["visit", "move_visit", "cancel_visit"])
def test_looking_changes_nothing(cast: Cast, client_of: Any, name: str) -> None:
    visit = planned(cast, cast.marijke, rule=daily())
    answer = client_of(cast.marijke).get(
        page(name, cast, visit, clock.today()), {"which": "series", "reason": "Zomaar"}
    )
    assert answer.status_code == 200
    assert not VisitChange.objects.using("owner").filter(network=cast.network).exists()
    assert verbs(cast, visit) == ["visit_planned"]


@pytest.mark.parametrize("name", ["mark_been", "restore_visit"])
def test_what_changes_something_is_not_done_by_a_link(
    cast: Cast, client_of: Any, name: str
) -> None:
    visit = planned(cast, cast.marijke, rule=daily())
    answer = client_of(cast.marijke).get(page(name, cast, visit, clock.today()))
    assert answer.status_code == 405
