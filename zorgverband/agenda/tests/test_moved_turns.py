"""Turns of a time that is on another day than the rule gives: moved once, or with its whole series."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from tests.cast import Cast, Somebody
from tests.visitor import inside, text
from zorgverband.agenda.actions import ask_turn, move_series, move_visit, take_part
from zorgverband.agenda.actions.details import Details
from zorgverband.agenda.models import Kind, Part, Transport, TurnAsked, Visit, VisitTurn
from zorgverband.agenda.queries import mine_between, occurrence, visits_between
from zorgverband.agenda.rounds import round_of
from zorgverband.base import clock
from zorgverband.base.clock import HOME
from zorgverband.base.repeating import Repeat, Rule

from .visits import page, planned

DAY, WEEK = timedelta(days=1), timedelta(days=7)


def act(cast: Cast, who: Somebody, verb: Any, **said: Any) -> Any:
    with inside(who.person, (cast.network,)) as viewer:
        return verb(seat=viewer.seat(cast.network), person=who.person, **said)


def weekly(cast: Cast, *weekdays: int) -> tuple[UUID, date]:
    """Marijke and Peter each other week, on one day from the day after tomorrow, or on these."""
    day = clock.today() + 2 * DAY
    rule = Rule(day, repeat=Repeat.WEEKLY, weekdays=weekdays or (day.weekday(),))
    rota = Details(rota=(cast.marijke.member, cast.peter.member))
    return planned(cast, cast.marijke, who=cast.marijke, rule=rule, details=rota), day


def swapped(cast: Cast, visit: UUID, day: date, who: Somebody) -> None:
    turn = VisitTurn(
        network_id=cast.network, item_id=visit, on_date=day, part=Part.COMES, member_id=who.member,
        set_by_id=who.person, set_at=clock.now(),
    )  # fmt: skip
    turn.save(using="owner")


def on_round(cast: Cast, who: Somebody, day: date) -> int:
    with inside(who.person, (cast.network,)):
        return len(round_of([who.member], day))


def test_who_took_a_turn_over_has_it_on_their_round_when_it_moved(cast: Cast) -> None:
    visit, day = weekly(cast)
    swapped(cast, visit, day, cast.peter)
    assert (on_round(cast, cast.peter, day), on_round(cast, cast.marijke, day)) == (1, 0)
    act(cast, cast.marijke, move_visit, visit=visit, on_date=day, to=day + DAY, starts=time(9))
    assert (on_round(cast, cast.peter, day), on_round(cast, cast.marijke, day)) == (0, 0)
    assert (on_round(cast, cast.peter, day + DAY), on_round(cast, cast.marijke, day + DAY)) == (
        1,
        0,
    )


def test_who_drives_sees_it_in_their_own_agenda_on_the_day_it_moved_to(cast: Cast) -> None:
    day = clock.today() + DAY
    away = Details(kind=Kind.OUT, transport=Transport.NOBODY)
    visit = planned(cast, cast.marijke, place="Kapper", details=away)
    act(cast, cast.ria, take_part, visit=visit, on_date=day, part=Part.DRIVES)
    to = day + 3 * DAY
    act(cast, cast.marijke, move_visit, visit=visit, on_date=day, to=to, starts=time(9))
    for first, last, found in ((to, to, 1), (day, day, 0), (day, to, 1)):
        with inside(cast.ria.person, (cast.network,)):
            assert len(mine_between([cast.ria.member], first, last)) == found, (first, last)


def test_the_detector_finds_what_was_moved_into_these_days_and_not_what_was_moved_away(
    cast: Cast,
) -> None:
    visit, day = weekly(cast)
    act(cast, cast.marijke, move_visit, visit=visit, on_date=day + 2 * WEEK, to=day + DAY,
        starts=time(9))  # fmt: skip
    act(cast, cast.marijke, move_visit, visit=visit, on_date=day, to=day + 3 * WEEK, starts=time(9))
    with cast.owner.cursor() as cursor:
        cursor.execute("SELECT day, who_id FROM privacy.find_visits(%s, %s, %s) ORDER BY day",
                       [[cast.network], day, day + WEEK])  # fmt: skip
        found = cursor.fetchall()
    with inside(cast.jannie.person, (cast.network,)):
        shown = [(one.day, one.who) for one in visits_between(cast.network, day, day + WEEK)]
    assert found == shown == [(day + DAY, cast.marijke.member), (day + WEEK, cast.peter.member)]


def test_who_took_this_turn_still_comes_when_the_series_moves_from_there(cast: Cast) -> None:
    visit, day = weekly(cast)
    swapped(cast, visit, day, cast.peter)
    to = day + DAY
    asked = act(cast, cast.peter, ask_turn, visit=visit, on_date=day + WEEK, to=cast.marijke.member,
                instead_on=day + 2 * WEEK)  # fmt: skip
    later = act(cast, cast.marijke, move_series, visit=visit, on_date=day, to=to, starts=time(15))
    with inside(cast.jannie.person, (cast.network,)):
        coming = [one.who for one in visits_between(cast.network, to, to + WEEK)]
    assert coming == [cast.peter.member, cast.peter.member]
    row = TurnAsked.objects.using("owner").get(id=asked)
    assert (row.item_id, row.on_date, row.instead_on) == (later, to + WEEK, to + 2 * WEEK)


def test_a_series_that_moves_to_an_earlier_day_has_no_day_twice(cast: Cast) -> None:
    today = clock.today()
    visit = planned(cast, cast.marijke, rule=Rule(today, repeat=Repeat.DAILY))
    act(cast, cast.marijke, move_series, visit=visit, on_date=today + 5 * DAY, to=today + 3 * DAY,
        starts=time(15))  # fmt: skip
    with inside(cast.jannie.person, (cast.network,)):
        found = visits_between(cast.network, today, today + 7 * DAY)
    assert [one.day for one in found] == [today + n * DAY for n in range(8)]
    assert [one.starts_at.hour for one in found] == [9, 9, 9, 15, 15, 15, 15, 15]


def test_what_was_put_back_where_it_was_is_not_called_moved(cast: Cast) -> None:
    visit, day = weekly(cast)
    move = {"visit": visit, "on_date": day, "starts": time(9), "ends": time(10)}
    act(cast, cast.marijke, move_visit, to=day + DAY, **move)
    with inside(cast.jannie.person, (cast.network,)):
        assert occurrence(network=cast.network, id=visit, on_date=day).moved
    act(cast, cast.marijke, move_visit, to=day, **move)
    with inside(cast.jannie.person, (cast.network,)):
        assert not occurrence(network=cast.network, id=visit, on_date=day).moved


def test_no_turn_is_said_to_follow_after_the_last(cast: Cast, client_of: Any) -> None:
    visit, day = weekly(cast)
    assert "Daarna" in text(client_of(cast.ria).get(page("visit", cast, visit, day)))
    stopped = Visit.objects.using("owner").filter(item_id=visit)
    stopped.update(stopped_from=day + WEEK, stopped_by_id=cast.marijke.person)
    assert "Daarna" not in text(client_of(cast.ria).get(page("visit", cast, visit, day)))
    form = text(client_of(cast.marijke).get(page("ask_turn", cast, visit, day)))
    assert "Peter de Wit" in form
    assert "In ruil voor" not in form


def test_each_thirty_first_stays_so_when_it_is_moved_in_a_shorter_month(cast: Cast) -> None:
    with clock.at(datetime(2027, 1, 30, 12, tzinfo=HOME)):
        rule = Rule(date(2027, 1, 31), repeat=Repeat.MONTHLY)
        visit = planned(cast, cast.marijke, rule=rule)
        short = date(2027, 2, 28)
        act(cast, cast.marijke, move_series, visit=visit, on_date=short, to=short, starts=time(15),
            reason="Rooster")  # fmt: skip
    with inside(cast.jannie.person, (cast.network,)):
        found = visits_between(cast.network, date(2027, 1, 1), date(2027, 5, 31))
    assert [(one.day.month, one.day.day, one.starts_at.hour) for one in found] == [
        (1, 31, 9), (2, 28, 15), (3, 31, 15), (4, 30, 15), (5, 31, 15),
    ]  # fmt: skip
    assert found[1].reason == "Rooster"
