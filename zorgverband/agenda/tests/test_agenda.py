"""Reading the agenda: each their own part, at a constant cost; to the byte for the social side."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agenda.models import VisitPurpose
from zorgverband.agenda.queries import visits_between
from zorgverband.base import clock
from zorgverband.base.clock import HOME
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.journal.models import Look
from zorgverband.sharing.actions import share
from zorgverband.sharing.subjects import Subject

from .visits import daily, page, planned


def test_a_series_is_at_nine_on_both_sides_of_summer_time(cast: Cast, entered: Any) -> None:
    planned(cast, cast.marijke, rule=daily())
    spring = date(clock.today().year + 1, 3, 28)
    with entered(cast.jannie):
        found = visits_between(cast.network, spring - timedelta(days=5), spring + timedelta(days=5))
    assert len(found) == 11
    assert {one.starts_at.astimezone(HOME).time() for one in found} == {time(9)}
    assert len({one.starts_at.utcoffset() for one in found}) == 2


@pytest.mark.slow
def test_the_agenda_costs_the_same_with_one_visit_and_with_thirty(cast: Cast, entered: Any) -> None:
    today = clock.today()
    counts = []
    for _round in range(2):
        for _visit in range(1 + 29 * _round):
            planned(cast, cast.fatima, rule=daily(), purpose="Wond verzorgen")
        with entered(cast.jannie), CaptureQueriesContext(connection) as asked:
            visits_between(cast.network, today, today + timedelta(days=7))
        counts.append(len(asked))
    assert counts == [3, 3]


def test_another_network_sees_nothing_of_it(cast: Cast, entered: Any, client_of: Any) -> None:
    visit = planned(cast, cast.marijke)
    assert cast.other is not None
    tomorrow = clock.today() + timedelta(days=1)
    with entered(cast.other.sofie):
        assert visits_between(cast.network, clock.today(), tomorrow) == []
    stranger = client_of(cast.other.sofie)
    assert stranger.get(page("agenda", cast)).status_code == 404
    assert stranger.get(page("visit", cast, visit, tomorrow)).status_code == 404
    assert client_of(cast.peter).get(page("visit", cast, visit, tomorrow)).status_code == 200


def test_a_visit_on_another_day_or_for_others_is_not_there(cast: Cast, client_of: Any) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    family = planned(
        cast, cast.marijke, audience=[cast.jannie.member, cast.peter.member], circle="own"
    )
    client = client_of(cast.peter)
    assert client.get(page("visit", cast, family, tomorrow)).status_code == 200
    assert client.get(page("visit", cast, family, clock.today())).status_code == 404
    assert client.get(page("visit_next", cast, family) + "gisteren/").status_code == 404
    assert client_of(cast.fatima).get(page("visit", cast, family, tomorrow)).status_code == 404
    assert "Tante Wil" not in text(client_of(cast.fatima).get(page("agenda", cast)))


@pytest.mark.slow
def test_for_the_municipality_every_page_is_the_same_to_the_byte_with_and_without_a_purpose(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    today = clock.today()
    visit = planned(cast, cast.fatima, rule=daily(), what="Helpen met wassen")
    addresses = [page("today", cast), page("agenda", cast), page("visit", cast, visit, today)]

    def pages(client: Any) -> list[str]:
        return [text(client.get(address)) for address in addresses]

    linda, marijke = client_of(cast.linda), client_of(cast.marijke)
    first, hers = pages(linda), pages(marijke)
    with entered(cast.fatima) as viewer:
        item = share(
            seat=viewer.seat(cast.network), person=cast.fatima.person, about=cast.jannie.member,
            subject=Subject.HEALTH, kind="visit_purpose", body="Wond verzorgen", in_news=False,
        )  # fmt: skip
        VisitPurpose.objects.bulk_create(
            [VisitPurpose(item_id=item.id, network_id=cast.network, visit_id=visit)]
        )
    assert "Helpen met wassen" in first[0]
    assert pages(linda) == first
    # The control: who may know, does see a difference.
    assert all("Wond verzorgen" in after for after in pages(marijke))
    assert pages(marijke) != hers


def test_who_looked_at_the_agenda_is_logged_with_what_they_saw(cast: Cast, client_of: Any) -> None:
    visit = planned(cast, cast.fatima, rule=daily(), purpose="Wond verzorgen")
    client_of(cast.ria).get(page("agenda", cast))
    looks = Look.objects.using("owner").filter(network_id=cast.network, door="agenda")
    assert [(look.person_id, look.items) for look in looks] == [(cast.ria.person, [visit])]


def test_a_week_can_be_leafed_through_and_nonsense_shows_this_week(
    cast: Cast, client_of: Any
) -> None:
    rule = Rule(clock.today() + timedelta(days=15), repeat=Repeat.ONCE)
    planned(cast, cast.marijke, rule=rule)
    client = client_of(cast.marijke)
    there = f"{page('agenda', cast)}?week={rule.first_on.isoformat()}"
    assert "Tante Wil" in text(client.get(there))
    for week in ("", "?week=nooit", "?week=0001-01-01", "?week=9999-12-31"):
        answer = client.get(page("agenda", cast) + week)
        assert answer.status_code == 200
        assert "Tante Wil" not in text(answer)
