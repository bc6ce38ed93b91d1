"""Stepping up: who proved themselves long ago does so again, and goes on where they were."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.hashers import make_password
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import signed_in
from zorgverband.people.models import Account

WORDS, LONG_AGO = "kopje thee bij het raam", 601.0


@pytest.fixture(autouse=True)
def _addresses(settings: Any) -> None:
    settings.ROOT_URLCONF = "zorgverband.sharing.tests.step_up_urls"


def long_ago(who: Somebody, *, by: str = "password") -> Client:
    rows = Account.objects.using("owner").filter(pk=who.account)
    password = make_password(WORDS) if by == "password" else make_password(None)
    assert rows.update(password=password) == 1
    return signed_in(who.person, by=by, proven=LONG_AGO)


def at(cast: Cast) -> str:
    return f"/n/{cast.network}/proef/"


def test_who_just_signed_in_is_asked_nothing(cast: Cast) -> None:
    answer = signed_in(cast.jannie.person, proven=590).get(at(cast))
    assert answer.content == b"binnen"


def test_after_ten_minutes_the_page_asks_and_then_goes_on_to_where_one_was(cast: Cast) -> None:
    client = long_ago(cast.jannie)
    asked = client.get(at(cast))
    assert asked.status_code == 302
    page = client.get(asked["Location"])
    assert "Bent u het zelf?" in page.content.decode()
    wrong = client.post(reverse("step_up"), {"proof_password": "nee", "next": at(cast)})
    assert wrong.status_code == 422
    assert "Dit wachtwoord klopt niet" in wrong.content.decode()
    assert client.get(at(cast)).status_code == 302
    right = client.post(reverse("step_up"), {"proof_password": WORDS, "next": at(cast)})
    assert right["Location"] == at(cast)
    assert client.get(at(cast)).content == b"binnen"


def test_a_form_that_was_sent_too_late_goes_on_with_its_own_words(cast: Cast) -> None:
    client = long_ago(cast.jannie)
    form = {"words": "alles meenemen", "key": "k1"}
    asked = client.post(at(cast), form)
    assert asked.status_code == 403
    assert 'name="words" value="alles meenemen"' in asked.content.decode()
    wrong = client.post(at(cast), form | {"proof_password": "nee"})
    assert wrong.status_code == 403
    right = client.post(at(cast), form | {"proof_password": WORDS})
    assert (right.status_code, right.content) == (202, b"gedaan: alles meenemen")
    again = client.post(at(cast), form | {"words": "nog iets"})
    assert again.status_code == 202, "proven a moment ago"


def test_a_demo_person_steps_up_with_one_click_and_nobody_else_does(cast: Cast) -> None:
    demo = long_ago(cast.jannie, by="demo")
    assert "Ja, ik ben het" in demo.get(reverse("step_up")).content.decode()
    assert demo.post(reverse("step_up"), {"proof_click": "1"}).status_code == 302
    other = long_ago(cast.marijke)
    assert "Ja, ik ben het" not in other.get(reverse("step_up")).content.decode()
    assert other.post(reverse("step_up"), {"proof_click": "1"}).status_code == 422
    assert other.get(at(cast)).status_code == 302


def test_the_page_leads_to_no_other_site(cast: Cast) -> None:
    client = long_ago(cast.jannie)
    form = {"proof_password": WORDS, "next": "https://voorbeeld.test/"}
    assert client.post(reverse("step_up"), form)["Location"] == "/"


def test_guessing_stops_after_ten_tries(cast: Cast) -> None:
    client = long_ago(cast.jannie)
    for _try in range(10):
        client.post(reverse("step_up"), {"proof_password": "raden"})
    late = client.post(reverse("step_up"), {"proof_password": WORDS})
    assert late.status_code == 422
    assert "te vaak" in late.content.decode()


@pytest.mark.slow
def test_guessing_stops_also_when_many_others_are_counted(cast: Cast) -> None:
    client = long_ago(cast.jannie)
    for _try in range(10):
        client.post(reverse("step_up"), {"proof_password": "raden"})
    others = [f"somebody-{uuid4().hex}" for _ in range(800)]
    for other in others:
        cache.set(other, [0.0], timeout=60)
    late = client.post(reverse("step_up"), {"proof_password": WORDS})
    cache.delete_many(others)
    assert late.status_code == 422
