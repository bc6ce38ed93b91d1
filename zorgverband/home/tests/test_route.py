"""'Mijn route': the doors of a day in order, what changed and what to watch as each may know it, one
tap for 'is geweest', at a constant cost."""

import re
from contextlib import AbstractContextManager
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import Cast, Somebody, gather
from tests.visitor import inside, signed_in
from zorgverband.agenda.actions import cancel_visit, mark_been, move_visit
from zorgverband.agenda.tests.visits import daily, page, planned
from zorgverband.base import clock
from zorgverband.base.repeating import Rule
from zorgverband.record.actions import record_allergy, record_medication
from zorgverband.sharing.subjects import Subject

ROUTE = reverse("my_route")
A_DAY = timedelta(days=1)
AROUND = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


def at(hour: int, *, days: int = 0) -> AbstractContextManager[None]:
    """Within this block it is that hour, so many days from today."""
    day = clock.today() + timedelta(days=days)
    return clock.at(datetime.combine(day, time(hour), tzinfo=clock.HOME))


def act(cast: Cast, by: Somebody, verb: Any, **what: Any) -> Any:
    with inside(by.person, (cast.network,)) as viewer:
        return verb(seat=viewer.seat(cast.network), person=by.person, **what)


def words(client: Any, **asked: str) -> str:
    """What the page says, as one line."""
    answer = client.get(ROUTE, asked)
    assert answer.status_code == 200
    main = str(answer.content.decode()).partition("<main")[2].partition("</main")[0]
    return re.sub(r"\s+([.,:])", r"\1", " ".join(re.sub(r"<[^>]+>", " ", main).split()))


def known_at_the_door(cast: Cast) -> UUID:
    """Fatima was there yesterday; since then a medicine, a message, and there is an allergy."""
    with at(7, days=-1):
        visit = planned(cast, cast.fatima, who=cast.fatima, rule=daily(), purpose="Wond verzorgen",
                        place="Kerkstraat 1")  # fmt: skip
        act(cast, cast.anouk, record_allergy, about=cast.jannie.member, substance="Penicilline",
            criticality="high")  # fmt: skip
    with at(10, days=-1):
        act(cast, cast.fatima, mark_been, visit=visit, on_date=clock.today())
    with at(12, days=-1):
        act(cast, cast.anouk, record_medication, about=cast.jannie.member, name="Furosemide")
        cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, at=clock.now())
    return visit


def test_the_route_says_when_where_what_changed_since_the_last_visit_and_what_to_watch(
    cast: Cast, client_of: Any
) -> None:
    known_at_the_door(cast)
    with at(8):
        said = words(client_of(cast.fatima))
        colleague = words(client_of(cast.sanne))
    for part in ("9.00 tot 10.00 uur", "Jannie de Wit", "Kerkstraat 1", "Wond verzorgen",
                 "Let op: Ernstige allergie: Penicilline", "Sinds u er was, gisteren:",
                 "Nieuw medicijn: Furosemide. 1 bericht", "Nog 1 bezoek."):  # fmt: skip
        assert part in said, (part, said)
    assert "Sinds uw team er was, gisteren: Nieuw medicijn: Furosemide" in colleague


def test_who_may_not_read_about_health_sees_the_visit_and_nothing_of_why(
    cast: Cast, client_of: Any
) -> None:
    known_at_the_door(cast)
    for who in (cast.ria, cast.linda):
        planned(cast, cast.marijke, who=who, rule=daily(), purpose="Wond bekijken")
        said = words(client_of(who))
        assert "Jannie de Wit" in said
        assert not re.search("Furosemide|Penicilline|Wond|medicijn|Let op", said)
    # The control: with the right to read it, the same visit says so.
    cast.permit(cast.ria, Subject.HEALTH, about=cast.jannie, read=True, past=True)
    assert "Let op: Ernstige allergie: Penicilline" in words(client_of(cast.ria))


def test_one_tap_says_that_somebody_has_been_and_leads_back_to_the_route(
    cast: Cast, client_of: Any
) -> None:
    visit = planned(cast, cast.fatima, who=cast.fatima, rule=daily())
    nurse, today = client_of(cast.fatima), clock.today()
    address = page("mark_been", cast, visit, today)
    assert address in nurse.get(ROUTE).content.decode()
    for key in ("een", "een"):
        answer = nurse.post(address, {"key": key, "back": "route"})
        assert answer.status_code == 302
        assert answer.headers["Location"] == ROUTE
    said = words(nurse)
    assert "Fatima was er om" in said
    assert "U bent overal geweest." in said
    assert address not in nurse.get(ROUTE).content.decode()


def test_another_day_shows_what_was_moved_to_it_and_not_what_stopped(
    cast: Cast, client_of: Any
) -> None:
    today = clock.today()
    moved = planned(cast, cast.fatima, who=cast.fatima, rule=Rule(today + A_DAY), place="Tuin")
    act(cast, cast.fatima, move_visit, visit=moved, on_date=today + A_DAY, to=today + 2 * A_DAY,
        starts=time(16))  # fmt: skip
    gone = planned(cast, cast.fatima, who=cast.fatima, rule=Rule(today + 2 * A_DAY), place="Zolder")
    act(cast, cast.fatima, cancel_visit, visit=gone, on_date=today + 2 * A_DAY, reason="Weg")
    nurse = client_of(cast.fatima)
    assert "Vandaag staan er geen bezoeken voor u in de agenda." in words(nurse)
    assert "Tuin" not in words(nurse, day=str(today + A_DAY))
    said = words(nurse, day=str(today + 2 * A_DAY))
    assert "16.00 uur" in said
    assert said.index("gaat niet door") < said.index("16.00 uur")
    assert "Is geweest" not in said
    for nonsense in ("gisteren", "9999-12-31", "0001-01-01"):
        assert "Vandaag staan er geen" in words(nurse, day=nonsense)


@pytest.mark.slow
def test_a_route_of_twelve_clients_takes_as_many_statements_as_one_of_two(
    owner: Any, db: None
) -> None:
    first = gather(owner)
    everybody = [first]
    nurse = signed_in(first.fatima.person)
    counted = []
    for clients in (2, 12):
        while len(everybody) < clients:
            cast = gather(owner)
            team = "UPDATE networks_member SET team_id = %s WHERE id = %s"
            owner.execute(team, [first.fatima.team, cast.fatima.member])
            everybody.append(cast)
        for cast in everybody[-(clients if clients == 2 else clients - 2) :]:
            planned(cast, cast.hanneke, who=cast.fatima, rule=daily(), purpose="Wassen")
            cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
        nurse.get(ROUTE)
        with CaptureQueriesContext(connection) as asked:
            assert words(nurse).count("Jannie de Wit") == clients
        counted.append([one["sql"] for one in asked if not one["sql"].startswith(AROUND)])
    assert len(counted[0]) == len(counted[1]) <= 12, "\n".join(sql[:120] for sql in counted[1])


def test_the_first_page_is_the_route_for_who_has_visits_today_and_several_clients(
    owner: Any, db: None
) -> None:
    first, second = gather(owner), gather(owner)
    owner.execute("UPDATE networks_member SET team_id = %s WHERE id = %s",
                  [first.fatima.team, second.fatima.member])  # fmt: skip
    nurse = signed_in(first.fatima.person)
    assert nurse.get("/").headers["Location"] == reverse("for_me")
    assert b'data-key="my_route"' not in nurse.get(reverse("for_me")).content
    planned(first, first.fatima, who=first.fatima, rule=daily())
    assert nurse.get("/").headers["Location"] == ROUTE
    assert b'data-key="my_route"' in nurse.get(reverse("for_me")).content
