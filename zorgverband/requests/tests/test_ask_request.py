"""Asking: who may, who must answer, who reads it, and within which term."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import inside
from zorgverband.base.clock import today
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import NotHere
from zorgverband.requests.actions.ask_request import (
    AskedAlready,
    NobodyAnswers,
    NotAboutYou,
    SayWhat,
)
from zorgverband.requests.models import Act, Request
from zorgverband.requests.terms import months_later
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .asking import ask, readers, stands

ClientOf = Callable[..., Any]


@pytest.fixture
def item(cast: Cast) -> UUID:
    return cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk)


def test_a_client_asks_and_the_author_must_answer_within_a_month(cast: Cast, item: UUID) -> None:
    row = stands(ask(cast.jannie, item, Act.CORRECT))
    assert row.answerer_id == cast.anouk.member
    assert row.due_on == months_later(today(), 1)
    assert row.state == "open"


def test_a_request_is_read_by_who_asked_and_who_answers_alone(cast: Cast, item: UUID) -> None:
    assert {"marijke", "fatima", "hanneke"} <= readers(cast, item)
    request = ask(cast.jannie, item, Act.REMOVE)
    assert readers(cast, request) == {"jannie", "anouk"}
    for who in (cast.marijke, cast.hanneke, cast.linda):
        with inside(who.person, [cast.network]):
            assert not Request.objects.exists()


def test_who_writes_without_reading_answers_about_their_own_words(cast: Cast) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.ria)
    request = ask(cast.jannie, item, Act.CORRECT)
    assert stands(request).answerer_id == cast.ria.member
    assert readers(cast, request) == {"jannie", "ria"}


def test_when_the_author_left_a_colleague_or_the_coordinator_who_reads_it_answers(
    cast: Cast,
) -> None:
    by_nurse = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima)
    by_gp = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.anouk)
    cast.owner.execute(
        "UPDATE people_teamperson SET ends_at = now() WHERE person_id = %s", [cast.fatima.person]
    )
    cast.end(cast.anouk)
    assert stands(ask(cast.jannie, by_nurse, Act.REMOVE)).answerer_id == cast.sanne.member
    assert stands(ask(cast.jannie, by_gp, Act.REMOVE)).answerer_id == cast.hanneke.member


def test_nobody_who_may_not_read_it_is_ever_asked(cast: Cast) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk,
                     audience=[cast.marijke.member])  # fmt: skip
    cast.end(cast.anouk)
    with pytest.raises(NobodyAnswers):
        ask(cast.jannie, item, Act.REMOVE)


def test_who_it_is_not_about_cannot_ask(cast: Cast, item: UUID) -> None:
    with pytest.raises(NotAboutYou):
        ask(cast.marijke, item, Act.CORRECT)
    with pytest.raises(NotHere):
        ask(cast.linda, item, Act.CORRECT)
    cast.owner.execute(
        "INSERT INTO networks_representation (id, network_id, client_id, representative_id, ground,"
        " document, subjects, starts_at) VALUES (%s, %s, %s, %s, 'authorisation', '', %s, now())",
        [new_id(), cast.network, cast.jannie.member, cast.marijke.member, [Subject.HEALTH.value]],
    )
    request = ask(cast.marijke, item, Act.CORRECT)
    assert readers(cast, request) == {"jannie", "marijke", "anouk"}


def test_a_client_who_may_not_write_may_still_ask(cast: Cast, item: UUID) -> None:
    cast.owner.execute(
        "INSERT INTO networks_control (id, network_id, client_id, state, ground, starts_at) "
        "VALUES (%s, %s, %s, 'represented', '', now())",
        [new_id(), cast.network, cast.jannie.member],
    )
    cast.owner.execute("DELETE FROM sharing_permission WHERE member_id = %s", [cast.jannie.member])
    assert stands(ask(cast.jannie, item, Act.RESTRICT)).restricted


def test_the_same_is_asked_once_and_a_correction_needs_words(cast: Cast, item: UUID) -> None:
    with pytest.raises(SayWhat):
        ask(cast.jannie, item, Act.CORRECT, " ")
    ask(cast.jannie, item, Act.CORRECT)
    with pytest.raises(AskedAlready):
        ask(cast.jannie, item, Act.CORRECT)
    ask(cast.jannie, item, Act.REMOVE)


def test_a_restricted_item_is_read_by_author_client_and_who_answers_alone(
    cast: Cast, client_of: ClientOf
) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima,
                     allowed=[cast.ria.member])  # fmt: skip
    before = readers(cast, item)
    assert {"marijke", "ria", "anouk"} <= before
    at = reverse("ask_request", args=[cast.network, item])
    browser = client_of(cast.jannie)
    page = browser.get(at).content.decode()
    assert "lezen dit niet meer" in page
    assert readers(cast, item) == before
    seen = page.split('name="seen" value="')[1].split('"')[0]
    words = {"act": "restrict", "seen": "changed meanwhile", "key": "one"}
    assert browser.post(at, words).status_code == 409
    assert browser.post(at, words | {"seen": seen, "key": "two"}).status_code == 302
    assert readers(cast, item) == {"jannie", "fatima"}


def test_the_lock_refuses_a_request_that_was_sent_to_another_than_must_answer(
    cast: Cast, item: UUID
) -> None:
    request = ask(cast.jannie, item, Act.CORRECT)
    with inside(cast.jannie.person, [cast.network]):
        header = Item.objects.get(id=request)
        row = Request.objects.get(item_id=request)
    header.id, row.act = new_id(), Act.REMOVE
    header.audience = header.allowed = [cast.marijke.member]
    row.item_id, row.answerer_id = header.id, cast.marijke.member

    def send() -> None:
        with inside(cast.jannie.person, [cast.network]):
            Item.objects.bulk_create([header])
            Request.objects.bulk_create([row])

    with pytest.raises(DatabaseError, match="row-level security"):
        send()
    row.answerer_id = cast.anouk.member
    header.audience = header.allowed = [cast.anouk.member]
    send()


def test_terms_end_on_the_last_day_of_a_shorter_month() -> None:
    assert months_later(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_later(date(2026, 12, 15), 2) == date(2027, 2, 15)
    assert months_later(date(2026, 11, 30), 1) == date(2026, 12, 30)


def test_who_asked_it_reads_that_they_did(cast: Cast, item: UUID, client_of: ClientOf) -> None:
    ask(cast.jannie, item, Act.CORRECT)
    at = reverse("requests", kwargs={"network_id": cast.network})
    jannie, anouk = (client_of(who).get(at).content.decode() for who in (cast.jannie, cast.anouk))
    assert "U vroeg dit zelf op" in jannie
    assert f"Gevraagd door {cast.jannie.name}" not in jannie
    assert f"Gevraagd door {cast.jannie.name} op" in anouk
