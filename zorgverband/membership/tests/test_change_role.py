"""Another function: what it gives takes the place of what the old one gave; another side ends all."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection

from tests.cast import Cast
from zorgverband.sharing.models import Change, Item
from zorgverband.sharing.subjects import Subject

from .doing import at, confirm, events, make_coordinator, send, words

Entered = Callable[..., Any]
DAY, HEALTH, HOME = Subject.DAY, Subject.HEALTH, Subject.HOME


def reads(cast: Cast, entered: Entered, who: str) -> set[int]:
    with entered(cast.people[who], cast.network):
        return set(Item.objects.values_list("subject", flat=True))


def written(cast: Cast) -> None:
    for subject in (DAY, HEALTH, HOME, Subject.MONEY):
        cast.item(about=cast.jannie, subject=subject, author=cast.anouk)


def test_what_the_new_function_gives_is_shown_and_then_so(
    cast: Cast, client_of: Any, entered: Entered
) -> None:
    client, address = client_of(cast.jannie), at("change_role", cast, member_id=cast.ria.member)
    shown = words(client.get(address, {"function": "daughter"}))
    assert "Ria Bos gaat lezen over: Gezondheid" in shown
    assert confirm(client, address, function="daughter").status_code == 302
    written(cast)
    assert reads(cast, entered, "ria") == {DAY, HEALTH, HOME}
    assert events(cast, "role_changed") == [(cast.jannie.person, cast.ria.member, None)]
    with entered(cast.jannie, cast.network):
        grounds = set(Change.objects.values_list("ground", flat=True))
    assert grounds == {"role"}


def test_what_who_decides_chose_stays_and_so_does_an_objection(
    cast: Cast, client_of: Any, entered: Entered
) -> None:
    which = "WHERE member_id = %s AND about_id = %s AND subject = %s"
    for subject, ground, can in ((Subject.MONEY, "consent", True), (HEALTH, "objection", False)):
        cast.permit(cast.ria, subject, about=cast.jannie, read=can)
        cast.owner.execute(
            f"UPDATE sharing_permission SET ground = %s {which}",
            [ground, cast.ria.member, cast.jannie.member, subject.value],
        )
    address = at("change_role", cast, member_id=cast.ria.member)
    confirm(client_of(cast.jannie), address, function="daughter")
    written(cast)
    assert reads(cast, entered, "ria") == {DAY, HOME, Subject.MONEY}


def test_another_side_ends_all_keys_of_the_old_one(
    cast: Cast, client_of: Any, entered: Entered
) -> None:
    written(cast)
    assert HEALTH in reads(cast, entered, "marijke")
    client, address = client_of(cast.jannie), at("change_role", cast, member_id=cast.marijke.member)
    shown = words(client.get(address, {"function": "employer"}))
    assert "hoort dan bij een andere groep" in shown
    assert "Marijke de Wit leest niet meer over:" in shown
    assert confirm(client, address, function="employer").status_code == 302
    assert HEALTH not in reads(cast, entered, "marijke")
    assert DAY not in reads(cast, entered, "marijke")


@pytest.mark.parametrize("who", ["ria", "fatima", "marijke", "linda"])
def test_others_change_nobodys_function(who: str, cast: Cast, client_of: Any) -> None:
    address = at("change_role", cast, member_id=cast.anouk.member)
    client = client_of(cast.people[who])
    assert client.get(address).status_code == 403
    assert send(client, address, function="friend", seen="x").status_code == 403
    assert events(cast, "role_changed") == []


def test_nobody_changes_their_own_function_or_makes_a_client_something_else(
    cast: Cast, client_of: Any
) -> None:
    client = client_of(cast.hanneke)
    assert client.get(at("change_role", cast, member_id=cast.hanneke.member)).status_code == 403
    answer = client.get(at("change_role", cast, member_id=cast.jannie.member))
    assert answer.status_code == 422


def test_the_social_side_makes_nobody_care_not_even_straight_at_the_database(
    cast: Cast, client_of: Any, entered: Entered
) -> None:
    make_coordinator(cast, cast.linda)
    address = at("change_role", cast, member_id=cast.ria.member)
    page = client_of(cast.linda).get(address, {"function": "gp"})
    assert "Iemand van de zorg laat u niet toe" in words(page)
    facts = (
        f'{{"network": "{cast.network}", "member": "{cast.ria.member}", "side": "care", '
        '"function": "gp", "known": true, "permissions": []}'
    )
    with entered(cast.linda, cast.network), pytest.raises(DatabaseError):
        connection.cursor().execute("SELECT * FROM privacy.change_role(%s::jsonb)", [facts])
