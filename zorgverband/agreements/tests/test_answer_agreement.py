"""Answering what was asked: only by who does it, once, and the second hears who was first."""

import threading
from typing import Any

import pytest
from django.db import connection

from tests.cast import Cast
from tests.visitor import inside, text
from zorgverband.agreements.actions import mark_done
from zorgverband.agreements.actions.answering import AlreadyMarked
from zorgverband.agreements.models import Agreement
from zorgverband.journal.models import Event

from .asking import WHAT, asked, page, post, state


@pytest.mark.parametrize(
    ("verb", "becomes"),
    [("accept_agreement", "accepted"), ("decline_agreement", "declined"), ("mark_done", "done")],
)
def test_only_who_does_it_answers(cast: Cast, client_of: Any, verb: str, becomes: str) -> None:
    agreement = asked(cast, cast.fatima, cast.marijke)
    at = page(verb, cast, agreement)
    for other in (cast.peter, cast.jannie, cast.fatima, cast.hanneke):
        refused = post(client_of(other), at, reason="Niet nodig")
        assert refused.status_code == 403, other.name
        assert "niet aan u gevraagd" in text(refused)
        assert state(agreement) == "asked"
    assert post(client_of(cast.ria), at, reason="Niet nodig").status_code == 404
    assert post(client_of(cast.marijke), at, reason="Ik ben weg").status_code == 302
    assert state(agreement) == becomes
    verbs = Event.objects.using("owner").filter(item_id=agreement).order_by("at")
    expected = {"accepted": "agreement_accepted", "declined": "agreement_declined"}
    assert [event.verb for event in verbs][1:] == [expected.get(becomes, "agreement_done")]


def test_no_needs_a_reason_which_who_asked_reads(cast: Cast, client_of: Any) -> None:
    agreement = asked(cast, cast.fatima, cast.marijke)
    client = client_of(cast.marijke)
    empty = post(client, page("decline_agreement", cast, agreement), reason=" ")
    assert empty.status_code == 422
    assert "Schrijf waarom het niet kan." in text(empty)
    assert state(agreement) == "asked"
    post(client, page("decline_agreement", cast, agreement), reason="Ik ben op vakantie")
    shown = text(client_of(cast.fatima).get(page("agreement", cast, agreement)))
    assert "Ik ben op vakantie" in shown
    assert "Kan niet" in shown


def test_anybody_of_the_team_ticks_it_off_and_the_second_hears_who_was_first(
    cast: Cast, client_of: Any
) -> None:
    agreement = asked(cast, cast.marijke, cast.fatima)
    at = page("mark_done", cast, agreement)
    assert post(client_of(cast.fatima), at).status_code == 302
    second = post(client_of(cast.sanne), at)
    assert second.status_code == 409
    assert "Was al gedaan door Fatima El Amrani, " in text(second)
    # The same person twice is no different.
    assert post(client_of(cast.fatima), at).status_code == 409
    row = Agreement.objects.using("owner").get(item_id=agreement)
    assert row.state_by_id == cast.fatima.person
    done = Event.objects.using("owner").filter(item_id=agreement, verb="agreement_done")
    assert done.count() == 1


def test_of_two_at_the_same_moment_one_counts(cast: Cast) -> None:
    agreement = asked(cast, cast.marijke, cast.fatima)
    ready, answers = threading.Barrier(2), []

    def tick(who: Any) -> None:
        try:
            with inside(who.person, (cast.network,)) as viewer:
                ready.wait(10)
                seat = viewer.seat(cast.network)
                mark_done(seat=seat, person=who.person, agreement=agreement)
            answers.append((who.name, "done"))
        except AlreadyMarked as refusal:
            answers.append((who.name, str(refusal.values["name"])))
        finally:
            connection.close()

    threads = [threading.Thread(target=tick, args=[who]) for who in (cast.fatima, cast.sanne)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    first = next(name for name, answer in answers if answer == "done")
    assert sorted(answer for _name, answer in answers) == sorted(["done", first])
    assert Event.objects.using("owner").filter(item_id=agreement).count() == 2


def test_an_ended_agreement_takes_no_other_answer(cast: Cast, client_of: Any) -> None:
    agreement = asked(cast, cast.marijke, cast.peter)
    post(client_of(cast.marijke), page("cancel_agreement", cast, agreement))
    for verb in ("accept_agreement", "decline_agreement", "mark_done"):
        answer = post(client_of(cast.peter), page(verb, cast, agreement), reason="Toch niet")
        assert answer.status_code == 409
        assert "Hier is al op geantwoord." in text(answer)
    assert state(agreement) == "cancelled"


def test_who_asked_or_is_in_control_calls_it_off_and_nobody_else(
    cast: Cast, client_of: Any
) -> None:
    for who, may in ((cast.peter, False), (cast.marijke, True), (cast.jannie, True)):
        agreement = asked(cast, cast.marijke, cast.hanneke)
        answer = post(client_of(who), page("cancel_agreement", cast, agreement))
        assert answer.status_code == (302 if may else 403), who.name
        assert state(agreement) == ("cancelled" if may else "asked")


@pytest.mark.parametrize(
    "verb", ["accept_agreement", "decline_agreement", "mark_done", "cancel_agreement"]
)
def test_a_link_answers_nothing(cast: Cast, client_of: Any, verb: str) -> None:
    agreement = asked(cast, cast.marijke, cast.peter)
    client = client_of(cast.peter)
    assert client.get(page(verb, cast, agreement), {"reason": "Nee"}).status_code == 405
    assert client.get(page("agreement", cast, agreement)).status_code == 200
    assert state(agreement) == "asked"


def test_two_taps_from_the_first_page_and_back_there(cast: Cast, client_of: Any) -> None:
    agreement = asked(cast, cast.marijke, cast.peter)
    client = client_of(cast.peter)
    answer = post(client, page("accept_agreement", cast, agreement), back="today")
    assert answer.headers["Location"] == page("today", cast)
    shown = text(client.get(page("today", cast)))
    assert WHAT in shown
    assert "Gedaan" in shown
    post(client, page("mark_done", cast, agreement), back="today")
    assert WHAT not in text(client.get(page("today", cast)))
