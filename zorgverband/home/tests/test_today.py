"""'Vandaag': what each sees first, in words and buttons, at a constant cost."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.agenda.actions import cancel_visit, mark_been, plan_visit
from zorgverband.agenda.actions.plan_visit import Planned, Visitor
from zorgverband.agenda.models import VisitChange
from zorgverband.agreements.actions import ask_agreement
from zorgverband.base import clock
from zorgverband.base.clock import HOME
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.sharing.subjects import Subject


@contextmanager
def at_hour(hour: int, minute: int = 0) -> Iterator[date]:
    """Within this block it is tomorrow at this time where the client lives: not today, for whoever
    signs in there when it is long past would be signed out again by now."""
    now = datetime.combine(clock.today() + timedelta(days=1), time(hour, minute), tzinfo=HOME)
    with clock.at(now):
        yield now.date()


def today_page(client: Any, cast: Cast, **headers: str) -> str:
    """What the first page of the network says."""
    address = reverse("today", kwargs={"network_id": cast.network})
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    return str(answer.content.decode())


def visit(
    cast: Cast, by: Somebody, starts: time, *, days: int = 0, who: Somebody | None = None,
    ends: time | None = None, repeat: Repeat = Repeat.ONCE, **rest: Any,
) -> UUID:  # fmt: skip
    """A visit so many days from today."""
    day = clock.today() + timedelta(days=days)
    visitor = Visitor(member=who.member) if who else Visitor(name="Tante Wil")
    with inside(by.person, (cast.network,)) as viewer:
        made = plan_visit(
            seat=viewer.seat(cast.network), person=by.person, about=cast.jannie.member,
            visitor=visitor, planned=Planned(Rule(day, repeat=repeat), starts, ends), **rest,
        )  # fmt: skip
    return UUID(str(made.item_id))


def act(cast: Cast, by: Somebody, verb: Any, **what: Any) -> None:
    with inside(by.person, (cast.network,)) as viewer:
        verb(seat=viewer.seat(cast.network), person=by.person, **what)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("hour", "greeting"),
    [(3, "Goedenacht"), (9, "Goedemorgen"), (14, "Goedemiddag"), (23, "Goedenavond")],
)
def test_everybody_is_greeted_at_their_time_of_day_by_name(
    cast: Cast, client_of: Any, settings: Any, hour: int, greeting: str
) -> None:
    # Signed in at three at night, and still so in the afternoon in which this runs.
    settings.SESSION_COOKIE_AGE = 48 * 3600
    sql = "UPDATE people_person SET salutation = 'mevrouw' WHERE id = %s"
    cast.owner.execute(sql, [cast.jannie.person])
    with at_hour(hour):
        assert f"{greeting}, mevrouw De Wit" in today_page(client_of(cast.jannie), cast)
        assert f"{greeting}, Marijke" in today_page(client_of(cast.marijke), cast)
        # Somebody of a team is greeted by their own name.
        assert f"{greeting}, Sanne" in today_page(client_of(cast.sanne), cast)


def test_the_day_is_said_in_full(cast: Cast, client_of: Any) -> None:
    # A day to come: a session begun long ago has ended.
    with clock.at(datetime(2054, 11, 20, 13, tzinfo=UTC)):
        assert "Het is vrijdag 20 november" in today_page(client_of(cast.jannie), cast)


def test_who_has_been_who_is_there_and_who_comes_later(cast: Cast, client_of: Any) -> None:
    with at_hour(12, 30) as today:
        early = visit(cast, cast.fatima, time(8, 30), who=cast.fatima, ends=time(9, 30))
        act(cast, cast.fatima, mark_been, visit=early, on_date=today)
        visit(cast, cast.marijke, time(12), who=cast.ria)
        visit(cast, cast.marijke, time(15), who=cast.joost)
        off = visit(cast, cast.marijke, time(16))
        act(cast, cast.marijke, cancel_visit, visit=off, on_date=today)
        rows = re.findall(
            r'<li class="visit.*?</li>', today_page(client_of(cast.jannie), cast), re.S
        )
    words = ["is geweest", "is er nu", "straks", "gaat niet door"]
    assert [word in row for word, row in zip(words, rows, strict=True)] == [True] * 4
    assert ["visit-next" in row for row in rows] == [False, True, False, False]


def test_when_nobody_is_there_the_next_to_come_is_highlighted(cast: Cast, client_of: Any) -> None:
    with at_hour(10):
        for hour in (8, 11, 14):
            visit(cast, cast.marijke, time(hour), who=cast.ria)
        shown = today_page(client_of(cast.jannie), cast)
    rows = re.findall(r'<li class="visit.*?</li>', shown, re.S)
    assert ["visit-next" in row for row in rows] == [False, True, False]
    # Over, but nobody said so: then the page does not say so either.
    assert "is geweest" not in rows[0]


def test_on_a_day_without_visits_the_next_one_is_named(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.jannie)
    with at_hour(10):
        assert "Vandaag komt er niemand." in today_page(client, cast)
        visit(cast, cast.marijke, time(9), days=3)
        assert "Tante Wil" in today_page(client, cast)
        visit(cast, cast.marijke, time(9), days=1, who=cast.joost)
        sentence = "Vandaag komt er niemand. Morgen om 9.00 uur komt Joost van Dam."
        assert sentence in today_page(client, cast)


def test_who_does_not_read_the_visits_of_care_is_not_told_that_nobody_comes(
    cast: Cast, client_of: Any
) -> None:
    with at_hour(10):
        shown = today_page(client_of(cast.linda), cast)
        assert "U ziet vandaag geen bezoek." in shown
        assert "komt er niemand" not in shown


def test_who_has_one_network_keeps_its_menu_at_what_is_their_own(
    cast: Cast, client_of: Any
) -> None:
    client = client_of(cast.jannie)
    own = client.get(reverse("notification_settings")).content.decode()
    assert 'data-key="today"' in own
    assert 'data-key="networks"' not in own
    # The control: what is new over all networks keeps the words over all networks.
    assert 'data-key="networks"' in client.get(reverse("for_me")).content.decode()


def test_what_one_alone_reads_says_so(cast: Cast, client_of: Any) -> None:
    cast.item(
        about=cast.jannie, subject=Subject.HOME, author=cast.jannie, audience=[cast.jannie.member]
    )
    news = reverse("news", kwargs={"network_id": cast.network})
    assert "Alleen u (1)" in client_of(cast.jannie).get(news).content.decode()


def test_the_client_calls_with_one_tap_and_sees_who_looks_along(cast: Cast, client_of: Any) -> None:
    shown = today_page(client_of(cast.jannie), cast)
    for words in ("Marijke bellen", "Thuiszorg bellen", "Nieuws lezen", "Iets vertellen"):
        assert words in shown
    assert shown.count('href="tel:0655501000"') == 2
    assert "8 mensen en groepen lezen iets over u." in shown
    hers = today_page(client_of(cast.marijke), cast)
    assert "Wat wilt u doen?" not in hers
    assert "Wie kijkt er mee?" not in hers


def test_the_daughter_reads_in_one_line_what_happened_since_she_looked(
    cast: Cast, client_of: Any
) -> None:
    client = client_of(cast.marijke)
    assert "Er is nog geen nieuws" in today_page(client, cast)
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima)
    assert "Er is 1 bericht voor u" in today_page(client, cast)
    moment = (clock.now() - timedelta(days=1)).astimezone(HOME)
    client.post(
        reverse("seen", kwargs={"network_id": cast.network}),
        {"key": "seen", "until": moment.isoformat()},
    )
    since = f"gisteren {moment.hour}.{moment.minute:02d} uur"
    assert f"Sinds {since}: 1 bericht" in today_page(client, cast)
    fragment = today_page(client, cast, **{"HX-Request": "true", "HX-Target": "today"})
    assert f"Sinds {since}: 1 bericht" in fragment


def test_asked_by_htmx_only_the_lists_come(cast: Cast, client_of: Any) -> None:
    visit(cast, cast.marijke, time(9))
    fragment = today_page(
        client_of(cast.jannie), cast, **{"HX-Request": "true", "HX-Target": "today"}
    )
    assert "Tante Wil" in fragment
    assert "Marijke bellen" in fragment
    assert "<html" not in fragment


@pytest.mark.slow
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true", "HX-Target": "today"}])
def test_the_page_costs_at_most_twelve_statements_however_much_there_is(
    cast: Cast, client_of: Any, headers: dict[str, str]
) -> None:
    counts: dict[str, list[int]] = {}
    for _round in range(2):
        for number in range(1 + 20 * _round):
            visit(
                cast, cast.fatima, time(number % 24), who=cast.fatima, repeat=Repeat.DAILY,
                purpose="Wond verzorgen",
            )  # fmt: skip
            for executor in (cast.marijke, cast.jannie, cast.fatima):
                act(
                    cast, cast.hanneke, ask_agreement, about=cast.jannie.member,
                    subject=Subject.ARRANGEMENTS, executor=executor.member, what="Iets",
                )  # fmt: skip
        for name in ("jannie", "marijke", "fatima", "linda"):
            client = client_of(cast.people[name])
            today_page(client, cast)
            with CaptureQueriesContext(connection) as statements:
                today_page(client, cast, **headers)
            bounds = ("BEGIN", "COMMIT")
            asked = [one for one in statements if one["sql"] not in bounds]
            counts.setdefault(name, []).append(len(asked))
    assert all(first == second <= 12 for first, second in counts.values()), counts


def test_looking_changes_nothing(cast: Cast, client_of: Any) -> None:
    visit(cast, cast.fatima, time(9), who=cast.fatima)
    today_page(client_of(cast.fatima), cast)
    assert not VisitChange.objects.using("owner").filter(network=cast.network).exists()


@pytest.mark.slow
def test_the_nurse_ticks_off_her_own_visit_from_the_first_page(cast: Cast, client_of: Any) -> None:
    with at_hour(12):
        visit(cast, cast.marijke, time(9), who=cast.fatima)
        assert "Ik ben geweest" in today_page(client_of(cast.fatima), cast)
        assert "Ik ben geweest" not in today_page(client_of(cast.marijke), cast)
        found = re.search(r'action="([^"]+/geweest/)"', today_page(client_of(cast.fatima), cast))
        assert found
        answer = client_of(cast.fatima).post(found[1], {"key": "been", "back": "today"})
        assert answer.headers["Location"] == reverse("today", args=[cast.network])
        assert "is geweest" in today_page(client_of(cast.jannie), cast)
