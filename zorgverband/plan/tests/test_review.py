"""Looking back: everybody's answers as one may read them, and the next cycle."""

from datetime import timedelta
from typing import Any

from tests.cast import Cast
from tests.visitor import text
from zorgverband.base import clock

from .planning import act, added, at, post

LATER = (clock.today() + timedelta(days=90)).isoformat()


def answer(cast: Cast, client: Any, **said: str) -> Any:
    return post(client, at("answer_review", cast), about=str(cast.jannie.member), **said)


def test_everybody_answers_and_reads_the_answers_that_are_theirs(
    cast: Cast, client_of: Any
) -> None:
    goal = added(cast, cast.marijke, "goal", "Elke week de post doen")
    assert answer(cast, client_of(cast.linda), went_well="De post is open").status_code == 302
    assert answer(cast, client_of(cast.anouk), went_less="De wond blijft open", domain="body",
                  next="Vaker verzorgen").status_code == 302  # fmt: skip
    care, social = (
        text(client_of(who).get(at("review_plan", cast))) for who in (cast.anouk, cast.linda)
    )
    for shown in (care, social):
        assert "De post is open" in shown
        assert "Elke week de post doen" in shown
        assert str(goal) in shown
    assert "De wond blijft open" in care
    for words in ("De wond blijft open", "Vaker verzorgen", "Wat niet goed ging"):
        assert words not in social


def test_an_empty_answer_is_refused(cast: Cast, client_of: Any) -> None:
    refused = answer(cast, client_of(cast.marijke), went_well=" ")
    assert refused.status_code == 422
    assert "Vul ten minste één antwoord in." in text(refused)


def test_the_next_cycle_begins_with_a_clean_page_and_open_goals(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.hanneke)
    added(cast, cast.marijke, "goal", "Elke week de post doen")
    answer(cast, client, went_well="De post is open")
    where, about = at("next_cycle", cast), str(cast.jannie.member)
    assert post(client, where, about=about, review_on="").status_code == 422
    assert post(client, where, about=about, review_on="2020-01-01").status_code == 422
    assert post(client, where, about=about, review_on=LATER).status_code == 302
    assert "De post is open" not in text(client.get(at("review_plan", cast)))
    shown = text(client.get(at("plan", cast)))
    assert "Elke week de post doen" in shown
    assert "Terugkijken op" in shown
    assert post(client_of(cast.ria), where, about=about, review_on=LATER).status_code == 403


def test_what_was_said_before_stays_to_be_read_by_who_may_and_a_full_plan_is_looked_at_sooner(
    cast: Cast, client_of: Any
) -> None:
    client, about = client_of(cast.hanneke), str(cast.jannie.member)
    page, when = at("review_plan", cast), "Wanneer kijkt u weer terug?"
    quarter, half = (
        (clock.today() + timedelta(weeks=weeks)).isoformat() for weeks in (13, 26)
    )  # fmt: skip
    assert half in text(client.get(at("start_plan", cast)))
    goal = added(cast, cast.marijke, "goal", "Elke week de post doen")
    shown = text(client.get(page))
    assert half in shown[shown.index(when) :]
    added(cast, cast.marijke, "occasion", "Ik ben gevallen")
    shown = text(client.get(page))
    assert quarter in shown[shown.index(when) :]
    post(client, at("next_cycle", cast), about=about, review_on=LATER)
    answer(cast, client_of(cast.linda), went_well="De post is open")
    answer(cast, client_of(cast.anouk), went_less="De wond blijft open", domain="body")
    act(cast, cast.marijke, "close_goal", goal=goal, attained=2)
    earlier = at("earlier_reviews", cast)
    assert "Dit is de eerste ronde van het plan." in text(client.get(earlier))
    post(client, at("next_cycle", cast), about=about, review_on=LATER)
    for who, reads in ((cast.anouk, True), (cast.linda, False)):
        kept = text(client_of(who).get(earlier))
        for words in ("De post is open", "Elke week de post doen", "veel beter dan gehoopt"):
            assert words in kept, words
        assert ("De wond blijft open" in kept) == reads
        assert ("Wat niet goed ging" in kept) == reads
