"""Asking somebody to do something: they must be able to read it first."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agreements.models import Agreement
from zorgverband.base import clock
from zorgverband.journal.models import Event
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .asking import WHAT, asked, page, post, state, typed


def test_the_nurse_asks_the_daughter_who_sees_it_on_her_first_page(
    cast: Cast, client_of: Any
) -> None:
    answer = post(client_of(cast.fatima), page("ask_agreement", cast), **typed(cast.marijke))
    assert answer.status_code == 302
    shown = text(client_of(cast.marijke).get(page("today", cast)))
    assert WHAT in shown
    assert "Gevraagd door Fatima El Amrani" in shown
    assert "Ja, dat doe ik" in shown


def test_who_asked_it_reads_that_they_did(cast: Cast, client_of: Any) -> None:
    made = asked(cast, cast.marijke, cast.marijke)
    one = page("agreement", cast, made)
    marijke, peter = (text(client_of(who).get(one)) for who in (cast.marijke, cast.peter))
    said = [one.split("Gevraagd door")[1].split("</dd>")[0] for one in (marijke, peter)]
    assert ["uzelf, " in one for one in said] == [True, False]
    assert [f"{cast.marijke.name}, " in one for one in said] == [False, True]
    listed = text(client_of(cast.marijke).get(page("today", cast)))
    assert "U vroeg dit zelf" in listed
    assert f"Gevraagd door {cast.marijke.name}" not in listed


def test_who_is_asked_is_told_and_nobody_else(cast: Cast, client_of: Any) -> None:
    asked(cast, cast.fatima, cast.marijke)
    told = Event.objects.using("owner").filter(network_id=cast.network)
    assert list(told.values_list("verb", "to_person_id")) == [
        ("agreement_asked", cast.marijke.person)
    ]


def test_what_one_takes_upon_oneself_is_agreed_at_once(cast: Cast) -> None:
    assert state(asked(cast, cast.marijke, cast.marijke)) == "accepted"
    assert state(asked(cast, cast.marijke, cast.peter)) == "asked"


@pytest.mark.parametrize(
    ("who", "fields", "why"),
    [
        ("linda", {"subject": Subject.HEALTH.value}, "gaat nooit naar gemeente"),
        ("ria", {"subject": Subject.DAY.value}, "Krijgt geen nieuws over: dagelijks leven."),
        ("joost", {"circle": "family"}, "U koos andere lezers."),
    ],
)
def test_who_could_not_read_it_is_not_asked_and_the_reason_is_said(
    cast: Cast, client_of: Any, who: str, fields: dict[str, Any], why: str
) -> None:
    somebody = cast.people[who]
    answer = post(client_of(cast.marijke), page("ask_agreement", cast), **typed(somebody, **fields))
    assert answer.status_code == 422
    assert f"{somebody.name} kan deze afspraak niet lezen." in text(answer)
    assert why in text(answer)
    assert WHAT in text(answer)
    assert not Item.objects.using("owner").filter(network_id=cast.network).exists()


def test_the_municipality_can_be_asked_what_it_may_read(cast: Cast, client_of: Any) -> None:
    fields = typed(cast.linda, subject=Subject.HOME.value)
    assert post(client_of(cast.marijke), page("ask_agreement", cast), **fields).status_code == 302
    assert WHAT in text(client_of(cast.linda).get(page("agreements", cast)))


def test_who_left_cannot_be_asked(cast: Cast, client_of: Any) -> None:
    cast.end(cast.joost)
    answer = post(client_of(cast.marijke), page("ask_agreement", cast), **typed(cast.joost))
    assert answer.status_code == 422
    assert "Kies wie dit doet." in text(answer)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"what": " "}, "Vul in wat u wilt afspreken"),
        ({"executor": ""}, "Kies wie dit doet."),
        ({"executor": "iemand"}, "Kies wie dit doet."),
        ({"due_on": "2020-01-01"}, "Deze datum is voorbij. Kies vandaag of later."),
        ({"due_on": "gauw"}, "Dit is geen datum."),
        ({"circle": "own"}, "Kies wie dit mag lezen."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    cast: Cast, client_of: Any, wrong: dict[str, str], sentence: str
) -> None:
    fields = typed(cast.peter, more="Melk en brood") | wrong
    answer = post(client_of(cast.marijke), page("ask_agreement", cast), **fields)
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert "Melk en brood" in text(answer)
    assert not Agreement.objects.using("owner").filter(network=cast.network).exists()


def test_looking_at_the_form_changes_nothing(cast: Cast, client_of: Any) -> None:
    answer = client_of(cast.marijke).get(page("ask_agreement", cast), typed(cast.peter))
    assert answer.status_code == 200
    assert not Item.objects.using("owner").filter(network_id=cast.network).exists()


def test_until_today_is_in_time_and_yesterday_is_late(cast: Cast, client_of: Any) -> None:
    today = clock.today()
    late = asked(cast, cast.marijke, cast.peter, due_on=today)
    assert "Te laat" not in text(client_of(cast.peter).get(page("agreement", cast, late)))
    Agreement.objects.using("owner").filter(item_id=late).update(due_on=today - timedelta(days=1))
    assert "Te laat" in text(client_of(cast.peter).get(page("agreement", cast, late)))
    assert "1 afspraak te laat" in text(client_of(cast.marijke).get(page("today", cast)))


def test_who_decides_is_led_to_what_would_change_if_the_one_named_might_read_it(
    cast: Cast, client_of: Any
) -> None:
    fields = typed(cast.peter, subject=Subject.MIND.value, circle="family_care")
    for who, led in ((cast.jannie, True), (cast.anouk, False)):
        refused = post(client_of(who), page("ask_agreement", cast), **fields)
        assert refused.status_code == 422, who.name
        assert "kan deze afspraak niet lezen" in text(refused)
        assert ("Bekijk wat er verandert als deze persoon het mag lezen" in text(refused)) == led
        address = f"/mensen/{cast.peter.member}/{Subject.MIND.value}/"
        assert (address in text(refused)) == led
        if led:
            at = text(refused).split(address)[0].rsplit('"', 1)[-1] + address
            assert client_of(who).get(at).status_code == 200
