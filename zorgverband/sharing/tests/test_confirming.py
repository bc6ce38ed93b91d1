"""Before an act that changes who reads what stands what it means and what changes; that happens."""

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast, Somebody
from zorgverband.sharing.models import Change, ChangeWords, Item
from zorgverband.sharing.subjects import Subject

ClientOf = Callable[..., Client]
Entered = Callable[..., Any]
DAY, HEALTH = Subject.DAY, Subject.HEALTH


def at(name: str, cast: Cast, **parts: object) -> str:
    return reverse(name, kwargs={"network_id": cast.network, **parts})


def words(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def digest(answer: Any) -> str:
    found = re.search(r'name="seen" value="(\w+)"', answer.content.decode())
    return found[1] if found else ""


def send(client: Client, address: str, **fields: str) -> Any:
    return client.post(address, {"key": uuid4().hex, **fields})


def for_ria(cast: Cast) -> str:
    parts = {"about_id": cast.jannie.member, "member_id": cast.ria.member}
    return at("change_permission", cast, **parts, subject=DAY.value)


def read(cast: Cast, entered: Entered, who: Somebody, item: UUID) -> bool:
    with entered(who, cast.network):
        return Item.objects.filter(id=item).exists()


@pytest.mark.slow
def test_the_neighbour_is_let_into_the_past_after_its_effect_was_shown(
    cast: Cast, client_of: ClientOf, entered: Entered
) -> None:
    items = [cast.item(about=cast.jannie, subject=DAY, author=cast.marijke) for _ in range(14)]
    client, address = client_of(cast.jannie), for_ria(cast)
    choice = {"read": "past", "write": "1"}
    shown = client.get(address, choice)
    assert "Ria Bos gaat lezen over: Dagelijks leven." in words(shown)
    assert "14 eerdere berichten worden zichtbaar voor Ria Bos." in words(shown)
    assert not read(cast, entered, cast.ria, items[0])
    assert send(client, address, **choice, seen=digest(shown)).status_code == 302
    assert read(cast, entered, cast.ria, items[0])
    with entered(cast.jannie, cast.network):
        kept = ChangeWords.objects.get(change__member_id=cast.ria.member).words
    assert "14 eerdere berichten worden zichtbaar voor Ria Bos." in kept


def test_what_was_not_shown_does_not_happen_and_is_shown_anew(
    cast: Cast, client_of: ClientOf, entered: Entered
) -> None:
    item = cast.item(about=cast.jannie, subject=DAY, author=cast.marijke)
    client, address, choice = client_of(cast.jannie), for_ria(cast), {"read": "past"}
    seen = digest(client.get(address, choice))
    cast.item(about=cast.jannie, subject=DAY, author=cast.peter)
    answer = send(client, address, **choice, seen=seen)
    assert answer.status_code == 409
    assert "Er is intussen iets veranderd" in words(answer)
    assert "2 eerdere berichten worden zichtbaar" in words(answer)
    assert not read(cast, entered, cast.ria, item)
    assert send(client, address, **choice, seen=digest(answer)).status_code == 302


def test_an_objection_tells_first_what_it_may_mean_and_asks_no_reason(
    cast: Cast, client_of: ClientOf, entered: Entered
) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.RESULTS, author=cast.anouk)
    client = client_of(cast.jannie)
    address = at("object_to", cast, item_id=item, member_id=cast.fatima.member)
    shown = client.get(address)
    text = words(shown)
    told = text.index("leest dan niet meer wat er gemeten is, zoals de bloeddruk")
    assert told < text.index("U hoeft niet te zeggen waarom") < text.index("Dit verandert er")
    assert "2 mensen lezen dit niet meer: Fatima El Amrani en Sanne Mulder." in text
    assert "<textarea" not in shown.content.decode()
    send(client, address, seen=digest(shown))
    assert not read(cast, entered, cast.fatima, item)
    back = at("withdraw_objection", cast, item_id=item, member_id=cast.fatima.member)
    assert back in client.get(at("readers", cast, item_id=item)).content.decode()
    send(client, back, seen=digest(client.get(back)))
    assert read(cast, entered, cast.fatima, item)


def test_an_objection_to_a_person_closes_all_they_read_by_permission(
    cast: Cast, client_of: ClientOf, entered: Entered
) -> None:
    item = cast.item(about=cast.jannie, subject=HEALTH, author=cast.fatima)
    own = cast.item(about=cast.jannie, subject=HEALTH, author=cast.anouk)
    client = client_of(cast.jannie)
    whom = {"about_id": cast.jannie.member, "member_id": cast.anouk.member}
    address = at("object_to_person", cast, **whom)
    shown = client.get(address)
    assert "Bij nood kan een zorgverlener toch kijken" in words(shown)
    send(client, address, seen=digest(shown))
    assert not read(cast, entered, cast.anouk, item)
    assert read(cast, entered, cast.anouk, own)
    back = at("withdraw_objection_to_person", cast, **whom)
    send(client, back, seen=digest(client.get(back)))
    assert read(cast, entered, cast.anouk, item)


def test_the_history_is_for_who_decides_and_for_whom_it_was(
    cast: Cast, client_of: ClientOf
) -> None:
    client, address, choice = client_of(cast.jannie), for_ria(cast), {"read": "new"}
    send(client, address, **choice, seen=digest(client.get(address, choice)))
    page = at("what_changed", cast)
    assert "Ria Bos: Lezen over: Dagelijks leven." in words(client.get(page))
    assert "Ria Bos gaat lezen over" in words(client.get(page))
    assert "Ria Bos: Lezen over: Dagelijks leven." in words(client_of(cast.ria).get(page))
    assert "Ria Bos gaat lezen over" not in words(client_of(cast.ria).get(page))
    for who in (cast.marijke, cast.hanneke, cast.linda):
        assert "Er is nog niets veranderd." in words(client_of(who).get(page))


def test_changes_of_medical_items_are_not_there_for_the_social_side(
    cast: Cast, client_of: ClientOf, entered: Entered
) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.HOME, author=cast.linda)
    linda, page = client_of(cast.linda), at("what_changed", cast)
    before = linda.get(page).content
    client, address = client_of(cast.jannie), at("move_item", cast, item_id=item)
    choice = {"subject": str(HEALTH.value)}
    shown = client.get(address, choice)
    assert "1 persoon leest dit niet meer: Linda Kok." in words(shown)
    assert send(client, address, **choice, seen=digest(shown)).status_code == 302
    assert not read(cast, entered, cast.linda, item)
    assert linda.get(page).content == before
    with entered(cast.jannie, cast.network):
        assert Change.objects.count() == 1


def test_an_author_sees_that_others_may_not_be_added(cast: Cast, client_of: ClientOf) -> None:
    item = cast.item(about=cast.jannie, subject=DAY, author=cast.marijke,
                     audience=[cast.jannie.member], circle="own")  # fmt: skip
    client, address = client_of(cast.marijke), at("choose_readers", cast, item_id=item)
    assert "Iemand erbij laten lezen doet wie beslist" in words(client.get(address))
    assert "U kunt hier zelf alleen mensen weghalen" in words(
        client.get(address, {"circle": "everyone"})
    )
    shown = client_of(cast.jannie).get(address, {"circle": "everyone"})
    assert "gaan dit lezen" in words(shown)


def test_the_strip_says_who_really_reads(cast: Cast, client_of: ClientOf) -> None:
    # Chosen for everyone; the neighbour and the municipality read nothing of this subject.
    item = cast.item(about=cast.jannie, subject=DAY, author=cast.marijke, circle="everyone")
    client = client_of(cast.jannie)
    text = words(client.get(at("item", cast, item_id=item)))
    assert "Familie en zorg (" in text
    assert "Iedereen (" not in text
    for who in (cast.ria, cast.linda):
        cast.permit(who, DAY, about=cast.jannie, read=True, past=True)
    assert "Iedereen (" in words(client.get(at("item", cast, item_id=item)))
