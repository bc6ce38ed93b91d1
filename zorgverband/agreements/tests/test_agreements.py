"""Reading agreements: each their own, over several networks at once, at a constant cost."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agreements.queries import asked_of, asked_of_all, open_agreements
from zorgverband.base import clock
from zorgverband.sharing.subjects import Subject

from .asking import WHAT, asked, page, post


def test_what_is_about_health_is_not_there_for_the_municipality(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    agreement = asked(cast, cast.anouk, cast.fatima, Subject.HEALTH)
    with entered(cast.linda):
        assert open_agreements(cast.network) == []
    client = client_of(cast.linda)
    assert client.get(page("agreement", cast, agreement)).status_code == 404
    assert WHAT not in text(client.get(page("agreements", cast)))
    assert WHAT in text(client_of(cast.marijke).get(page("agreements", cast)))


def test_what_is_due_first_comes_first_and_what_has_no_day_last(cast: Cast, entered: Any) -> None:
    today = clock.today()
    never = asked(cast, cast.marijke, cast.peter)
    later = asked(cast, cast.marijke, cast.peter, due_on=today + timedelta(days=3))
    soon = asked(cast, cast.marijke, cast.peter, due_on=today)
    with entered(cast.peter):
        found = asked_of(cast.network, cast.peter.member)
    assert [one.id for one in found] == [soon, later, never]


def test_what_is_asked_in_several_networks_is_one_statement(cast: Cast, entered: Any) -> None:
    agreement = asked(cast, cast.marijke, cast.peter)
    asked(cast, cast.marijke, cast.hanneke)
    seats = [cast.peter.member, cast.hanneke.member]
    with entered(cast.peter), CaptureQueriesContext(connection) as statements:
        found = asked_of_all(seats[:1])
    assert [one.id for one in found] == [agreement]
    assert len(statements) == 1


def test_who_lost_the_right_to_read_loses_the_agreement(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    agreement = asked(cast, cast.marijke, cast.joost)
    with entered(cast.joost):
        assert len(asked_of(cast.network, cast.joost.member)) == 1
    cast.permit(cast.joost, Subject.ARRANGEMENTS, about=cast.jannie)
    with entered(cast.joost):
        assert asked_of(cast.network, cast.joost.member) == []
    client = client_of(cast.joost)
    assert post(client, page("mark_done", cast, agreement)).status_code == 404


def test_what_ended_stands_below_what_is_open(cast: Cast, client_of: Any) -> None:
    agreement = asked(cast, cast.marijke, cast.peter)
    post(client_of(cast.peter), page("mark_done", cast, agreement))
    shown = text(client_of(cast.marijke).get(page("agreements", cast)))
    assert shown.index("Er zijn geen open afspraken.") < shown.index("Klaar of gestopt")
    assert shown.index("Klaar of gestopt") < shown.index(WHAT)
