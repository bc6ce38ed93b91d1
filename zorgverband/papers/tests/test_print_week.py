"""The week on paper: for on the wall only what is everybody's, and always one page."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.cast import Cast
from tests.paper import pages_of, words_on
from tests.visitor import text
from zorgverband.agenda.actions.details import Details
from zorgverband.agenda.tests.visits import daily, page, planned, with_purpose
from zorgverband.agenda.weeks import monday_of
from zorgverband.agreements.models import Agreement
from zorgverband.agreements.tests.asking import WHAT, asked
from zorgverband.base import clock
from zorgverband.base.repeating import Rule
from zorgverband.journal.models import Look
from zorgverband.sharing.subjects import Subject

MONDAY = monday_of(clock.today()) + timedelta(days=7)
WEEK = f"?week={MONDAY.isoformat()}"


def noted(cast: Cast, who: Any) -> set[UUID]:
    looks = Look.objects.using("owner").filter(
        network_id=cast.network, person_id=who.person, door="week_on_paper", action="E"
    )
    return {item for look in looks for item in look.items}


def test_on_the_wall_hangs_who_comes_and_never_what_for(cast: Cast, client_of: Any) -> None:
    care = planned(cast, cast.fatima, who=cast.fatima, rule=daily(MONDAY))
    purpose = with_purpose(cast, care)
    family = planned(cast, cast.marijke, circle="family", rule=Rule(MONDAY))
    client = client_of(cast.jannie)
    answer = client.get(page("week_on_paper", cast) + WEEK)
    assert answer.headers["Content-Disposition"].startswith('inline; filename="week-')
    assert answer.headers["Cache-Control"] == "private, no-store"
    wall = words_on(answer.content)
    assert wall.startswith("Mijn week")
    assert wall.count("Thuiszorg De Brug") >= 7
    assert "Wond" not in wall
    assert "Tante Wil" not in wall
    for words in ("Bellen", "Levensgevaar 112", "Gemaakt op", "Klopt er iets niet? Bel"):
        assert words in wall
    assert noted(cast, cast.jannie) == {care}
    everything = words_on(client.get(page("week_on_paper", cast) + WEEK + "&everything=1").content)
    assert "Wond verzorgen" in everything
    assert "Tante Wil" in everything
    assert "Dit blad is voor Jannie de Wit. Hang het niet op" in everything
    assert noted(cast, cast.jannie) == {care, purpose, family}


def test_the_wall_says_of_what_some_may_know_that_the_time_is_taken_whoever_prints_it(
    cast: Cast, client_of: Any
) -> None:
    planned(cast, cast.marijke, audience=[cast.marijke.member, cast.jannie.member],
            circle="own", rule=Rule(MONDAY), details=Details(busy=True))  # fmt: skip
    address = page("week_on_paper", cast) + WEEK
    for who in (cast.jannie, cast.fatima):
        wall = words_on(client_of(who).get(address).content)
        assert wall.count("Bezet") == 1, who.name
        assert "Tante Wil" not in wall
    own = words_on(client_of(cast.jannie).get(address + "&everything=1").content)
    assert "Tante Wil" in own
    assert "Bezet" not in own


def bound(agreement: UUID) -> UUID:
    rows = Agreement.objects.using("owner").filter(item_id=agreement)
    assert rows.update(state="accepted", due_on=MONDAY + timedelta(days=2)) == 1
    return agreement


def test_of_what_was_agreed_the_wall_shows_what_everybody_may_read(
    cast: Cast, client_of: Any
) -> None:
    open_to_all = bound(asked(cast, cast.marijke, cast.peter))
    bound(asked(cast, cast.hanneke, cast.fatima, subject=Subject.TREATMENT))
    asked(cast, cast.marijke, cast.peter)
    wall = words_on(client_of(cast.jannie).get(page("week_on_paper", cast) + WEEK).content)
    assert wall.count(WHAT) == 1
    assert f"wo {(MONDAY + timedelta(days=2)).day} : Peter de Wit: {WHAT}" in wall
    assert noted(cast, cast.jannie) == {open_to_all}


def test_on_the_wall_nobody_learns_what_only_some_may_know_of_who_comes(
    cast: Cast, client_of: Any, owner: Any
) -> None:
    planned(cast, cast.fatima, who=cast.joost, rule=Rule(MONDAY))
    owner.execute(
        "UPDATE networks_role SET phone = '06 12345678' WHERE member_id = %s", [cast.joost.member]
    )
    client = client_of(cast.jannie)
    for name in ("week_on_paper", "phones_on_paper"):
        wall = words_on(client.get(page(name, cast) + WEEK).content)
        assert "fysiotherapeut" not in wall, name
        assert "12345678" not in wall.replace(" ", ""), name
    assert "Joost van Dam" in words_on(client.get(page("week_on_paper", cast) + WEEK).content)
    own = words_on(client.get(page("phones_on_paper", cast) + "?everything=1").content)
    assert "Joost van Dam , fysiotherapeut, Fysiotherapie Aan Zee Over bewegen" in own
    assert "Dit blad is voor Jannie de Wit." in own


def test_a_busy_week_is_still_one_page(cast: Cast, client_of: Any) -> None:
    for _times in range(4):
        planned(cast, cast.fatima, who=cast.fatima, rule=daily(MONDAY))
    answer = client_of(cast.marijke).get(page("week_on_paper", cast) + WEEK)
    assert pages_of(answer.content) == 1
    assert words_on(answer.content).startswith("De week van Jannie de Wit")


def test_what_is_medical_is_no_difference_on_the_paper_of_the_social_side(
    cast: Cast, client_of: Any
) -> None:
    care = planned(cast, cast.fatima, who=cast.fatima, rule=daily(MONDAY))
    client = client_of(cast.linda)
    address = page("week_on_paper", cast) + WEEK + "&everything=1"
    moment = clock.now()
    with clock.at(moment):
        before = client.get(address).content
    with_purpose(cast, care)
    with clock.at(moment):
        assert client.get(address).content == before
    assert "Om op te hangen" in text(client.get(page("print_week", cast) + WEEK))
