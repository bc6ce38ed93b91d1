"""The day after: who is asked, once, what they answer with one tap, and who hears what is missing."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import DatabaseError
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import inside, text
from zorgverband.base import clock
from zorgverband.base.homecoming import arrivals_to_ask
from zorgverband.bottlenecks.looking import look
from zorgverband.bottlenecks.models import Bottleneck
from zorgverband.handovers import jobs
from zorgverband.handovers.actions.move_discharge import move_discharge
from zorgverband.handovers.actions.say_arrived import say_arrived
from zorgverband.handovers.jobs import send_questions
from zorgverband.handovers.models import Arrival, ArrivalAsk, DischargeDate, Needed
from zorgverband.handovers.queries.discharge import asked_now, need
from zorgverband.journal.models import Event

from .going_home import asked, line_of, on, opened, post, says_yes

Client = Callable[..., Any]


@pytest.mark.slow
def test_the_day_after_those_at_home_are_asked_once_and_what_is_missing_is_found(
    cast: Cast, client_of: Client
) -> None:
    item = opened(cast, cast.hanneke, day=on(0))
    need, household = line_of(cast, "medication"), line_of(cast, "household")
    says_yes(cast, cast.anouk, asked(cast, cast.hanneke, need, cast.anouk))
    today = reverse("today", kwargs={"network_id": cast.network})
    jannie = client_of(cast.jannie)
    assert "Is alles er?" not in text(jannie.get(today))
    send_questions()
    asked_at_home = ArrivalAsk.objects.using("owner").filter(item_id=item)
    assert not asked_at_home.exists()
    tomorrow = datetime.combine(on(1), time(9), tzinfo=clock.HOME)
    with clock.at(tomorrow):
        send_questions()
        send_questions()
        assert asked_at_home.count() == 2
        shown = text(jannie.get(today))
        assert "Is alles er?" in shown
        assert str(need) in shown
        for who in (cast.anouk, cast.linda, cast.ria):
            assert "Is alles er?" not in text(client_of(who).get(today))
        saying = reverse("say_arrived", kwargs={"network_id": cast.network, "needed_id": need})
        assert post(jannie, saying, answer="misschien").status_code == 422
        assert post(client_of(cast.anouk), saying, answer="there").status_code == 403
        sent = post(jannie, saying, answer="missing", back="today")
        assert sent["Location"] == today
        assert f"{need}/er/" not in text(jannie.get(today))
        other = saying.replace(str(need), str(household))
        assert post(client_of(cast.marijke), other, answer="there").status_code == 302
        look(networks=[cast.network])
    people = {cast.jannie.person, cast.marijke.person}
    assert set(asked_at_home.values_list("person_id", flat=True)) == people
    missing = Event.objects.using("owner").filter(verb="needed_missing", item_id=need)
    assert set(missing.values_list("to_person_id", flat=True)) == {
        cast.anouk.person, cast.hanneke.person,
    }  # fmt: skip
    open_ = Bottleneck.objects.using("owner").filter(kind="needed_missing", resolved_at=None)
    assert open_.get(network_id=cast.network).facts == [need]


def test_answers_are_kept_in_ones_own_name_and_days_that_were_said_stay(cast: Cast) -> None:
    item = opened(cast, cast.marijke, day=on(1))
    need = line_of(cast, "household")
    with inside(cast.peter.person, [cast.network]) as viewer:
        seat = viewer.seat(cast.network)
        say_arrived(seat=seat, person=cast.peter.person, needed=need, answer="unknown")
    rows = Arrival.objects.filter(item_id=need)
    with inside(cast.marijke.person, [cast.network]):
        assert rows.get().answer == "unknown"
        with pytest.raises(DatabaseError):
            rows.update(answer="there")
    with inside(cast.marijke.person, [cast.network]), pytest.raises(DatabaseError):
        Arrival.objects.bulk_create([Arrival(
            network_id=cast.network, item_id=need, answer="there", at=clock.now(),
            person_id=cast.jannie.person, member_id=cast.jannie.member)])  # fmt: skip
    with inside(cast.marijke.person, [cast.network]), pytest.raises(DatabaseError):
        DischargeDate.objects.filter(item_id=item).update(expected_on=None)
    with inside(cast.marijke.person, [cast.network]), pytest.raises(DatabaseError):
        Needed.objects.filter(item_id=need).update(starts_on=on(1) + timedelta(days=1))
    with inside(cast.ria.person, [cast.network]):
        assert not Needed.objects.filter(item_id=need).exists()
        assert not rows.exists()


def test_who_did_not_come_home_yet_is_asked_anew_after_the_new_day(cast: Cast) -> None:
    item = opened(cast, cast.hanneke, day=on(0), lines=("household",))
    household = line_of(cast, "household")
    tomorrow, later, after = on(1), on(3), on(4)
    told = Event.objects.using("owner").filter(verb="arrival_asked", item_id=item)
    missing = Bottleneck.objects.using("owner").filter(
        network_id=cast.network, kind="needed_missing", resolved_at=None
    )

    def as_marijke(act: Callable[..., Any], **more: Any) -> Any:
        with inside(cast.marijke.person, [cast.network]) as viewer:
            return act(seat=viewer.seat(cast.network), person=cast.marijke.person, **more)

    def asked_and_said() -> tuple[list[Any], str]:
        with inside(cast.marijke.person, [cast.network]):
            open_ones = list(asked_now(cast.network).values_list("item_id", flat=True))
            return open_ones, need(network=cast.network, id=household).arrived

    with clock.at(datetime.combine(tomorrow, time(9), tzinfo=clock.HOME)):
        send_questions()
        assert told.count() == 2
        assert asked_and_said() == ([household], "")
        as_marijke(say_arrived, needed=household, answer="missing")
        assert asked_and_said() == ([], "missing")
        look(networks=[cast.network])
        assert missing.count() == 1
        as_marijke(move_discharge, discharge=item, on=later, words="Nog koorts")
        look(networks=[cast.network])
        assert not missing.exists(), "what was said, was said of another day"
        assert asked_and_said() == ([], "")
        send_questions()
    with clock.at(datetime.combine(after, time(9), tzinfo=clock.HOME)):
        send_questions()
        send_questions()
        assert told.count() == 4
        assert asked_and_said() == ([household], "")


def test_all_are_asked_also_when_they_are_more_than_go_at_once(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = opened(cast, cast.hanneke, day=on(0))

    def one_of_ours(*, today: date, limit: int) -> list[Any]:
        ours = [
            one for one in arrivals_to_ask(today=today, limit=10_000) if one.network == cast.network
        ]
        return ours[:limit]

    monkeypatch.setattr(jobs, "arrivals_to_ask", one_of_ours)
    monkeypatch.setattr(jobs, "AT_ONCE", 1)
    with clock.at(datetime.combine(on(1), time(9), tzinfo=clock.HOME)):
        assert send_questions() == 2
        assert send_questions() == 0
    assert ArrivalAsk.objects.using("owner").filter(item_id=item).count() == 2
