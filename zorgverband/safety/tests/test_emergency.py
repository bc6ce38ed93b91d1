"""Looking in need: who may, what it opens and for how long, who hears of it, who judges it."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import text
from zorgverband.base.locked import second_persons
from zorgverband.journal.models import Event, Look
from zorgverband.sharing.models import Emergency, Item
from zorgverband.sharing.subjects import Subject

REASON = "Mevrouw is gevallen en niet aanspreekbaar."
Client = Callable[..., Any]


def at(cast: Cast, name: str, **parts: Any) -> str:
    return reverse(name, kwargs={"network_id": cast.network, **parts})


def key(page: Any) -> dict[str, str]:
    return {"key": re.findall(r'name="key" value="(\w+)"', page.content.decode())[-1]}


def opened(cast: Cast, client_of: Client, who: Somebody, reason: str = REASON) -> tuple[Any, Any]:
    """Their browser, and the answer to the form."""
    browser = client_of(who)
    form = at(cast, "open_emergency", about_id=cast.jannie.member)
    return browser, browser.post(form, {"reason": reason, "key": "k1"})


@pytest.fixture
def hidden(cast: Cast) -> Any:
    """Something about the mind, which the physiotherapist does not read."""
    return cast.item(about=cast.jannie, subject=Subject.MIND, author=cast.fatima, body="Verward.")


def the_one(cast: Cast) -> Emergency:
    return Emergency.objects.using("owner").get(network_id=cast.network)


def test_a_care_member_reads_at_once_what_was_not_shared_and_the_log_says_in_need(
    cast: Cast, client_of: Client, hidden: Any
) -> None:
    joost = client_of(cast.joost)
    assert joost.get(at(cast, "item", item_id=hidden)).status_code == 404
    joost, answer = opened(cast, client_of, cast.joost)
    assert answer.status_code == 302
    page = joost.get(at(cast, "item", item_id=hidden))
    assert page.status_code == 200
    assert "Verward." in page.content.decode()
    looks = Look.objects.using("owner").filter(items__contains=[hidden])
    assert {(look.person_id, look.ground) for look in looks} == {(cast.joost.person, "emergency")}
    one = the_one(cast)
    assert (one.ends_at - one.starts_at).total_seconds() == 3600


def test_nothing_that_is_not_medical_opens_nor_what_somebody_objected_to(
    cast: Cast, client_of: Client, hidden: Any
) -> None:
    money = cast.item(about=cast.jannie, subject=Subject.MONEY, author=cast.linda)
    denied = cast.item(about=cast.jannie, subject=Subject.MIND, author=cast.fatima,
                       denied=[cast.joost.member])  # fmt: skip
    joost, _answer = opened(cast, client_of, cast.joost)
    assert joost.get(at(cast, "item", item_id=hidden)).status_code == 200
    assert joost.get(at(cast, "item", item_id=money)).status_code == 404
    assert joost.get(at(cast, "item", item_id=denied)).status_code == 404


@pytest.mark.parametrize("reason", ["", "nood", "even kijken", "... !!! ---"])
def test_without_a_reason_in_words_nothing_opens(
    cast: Cast, client_of: Client, hidden: Any, reason: str
) -> None:
    joost, answer = opened(cast, client_of, cast.joost, reason)
    assert answer.status_code == 422
    assert "Schrijf in een paar woorden" in answer.content.decode()
    assert joost.get(at(cast, "item", item_id=hidden)).status_code == 404


@pytest.mark.parametrize(("who", "status"), [("marijke", 403), ("ria", 403), ("linda", 404)])
def test_only_care_opens_it(cast: Cast, client_of: Client, who: str, status: int) -> None:
    _browser, answer = opened(cast, client_of, cast.people[who])
    assert answer.status_code == status
    assert not Emergency.objects.using("owner").filter(network_id=cast.network).exists()


@pytest.mark.slow
def test_every_page_of_the_network_says_so_until_it_is_stopped(
    cast: Cast, client_of: Client, hidden: Any
) -> None:
    joost, _answer = opened(cast, client_of, cast.joost)
    for name in ("today", "news", "record", "people", "more", "write", "agenda"):
        assert "U kijkt met noodtoegang" in joost.get(at(cast, name)).content.decode(), name
    fatima = client_of(cast.fatima)
    assert "U kijkt met noodtoegang" not in fatima.get(at(cast, "today")).content.decode()
    stop = at(cast, "end_emergency", emergency_id=the_one(cast).id)
    assert fatima.post(stop, {"key": "k2"}).status_code == 404
    assert joost.post(stop, {"key": "k3"}).status_code == 302
    assert "U kijkt met noodtoegang" not in joost.get(at(cast, "today")).content.decode()
    assert joost.get(at(cast, "item", item_id=hidden)).status_code == 404
    assert joost.post(stop, {"key": "k4"}).status_code == 409


@pytest.mark.slow
def test_it_stops_by_itself(cast: Cast, client_of: Client, owner: Any, hidden: Any) -> None:
    joost, _answer = opened(cast, client_of, cast.joost)
    owner.execute("UPDATE sharing_emergency SET starts_at = now() - interval '60 minutes',"
                  " ends_at = now() WHERE network_id = %s", [cast.network])  # fmt: skip
    assert joost.get(at(cast, "item", item_id=hidden)).status_code == 404
    assert "U kijkt met noodtoegang" not in joost.get(at(cast, "today")).content.decode()


def told(cast: Cast, verb: str) -> set[Any]:
    events = Event.objects.using("owner").filter(network_id=cast.network, verb=verb)
    return set(events.values_list("to_person_id", flat=True))


def test_the_client_who_decides_and_the_coordinator_of_care_hear_of_it_and_nobody_else(
    cast: Cast, client_of: Client
) -> None:
    opened(cast, client_of, cast.joost)
    assert told(cast, "emergency_opened") == {cast.jannie.person, cast.hanneke.person}


def test_a_coordinator_on_the_social_side_does_not_hear_of_it(
    cast: Cast, client_of: Client, owner: Any
) -> None:
    owner.execute("UPDATE networks_member SET coordinator = id = %s WHERE network_id = %s",
                  [cast.linda.member, cast.network])  # fmt: skip
    opened(cast, client_of, cast.joost)
    assert told(cast, "emergency_opened") == {cast.jannie.person}
    linda = client_of(cast.linda)
    assert linda.get(at(cast, "emergencies")).status_code == 404
    assert linda.get(at(cast, "emergency", emergency_id=the_one(cast).id)).status_code == 404
    for name in ("today", "news", "more"):
        assert "nood" not in text(linda.get(at(cast, name))).lower()


@pytest.mark.slow
def test_the_first_pages_tell_the_client_and_the_coordinator_and_nobody_else(
    cast: Cast, client_of: Client
) -> None:
    opened(cast, client_of, cast.joost)
    for who, tells in (("jannie", True), ("hanneke", True), ("ria", False), ("marijke", False),
                       ("fatima", False), ("linda", False)):  # fmt: skip
        browser = client_of(cast.people[who])
        for name in ("today", "news"):
            text = browser.get(at(cast, name)).content.decode()
            assert (REASON in text) is tells, (who, name)
    text = client_of(cast.jannie).get(at(cast, "today")).content.decode()
    assert "Joost van Dam (fysiotherapeut) heeft in nood in uw dossier gekeken." in text


def test_a_second_person_judges_it_and_that_closes_it(cast: Cast, client_of: Client) -> None:
    joost, _answer = opened(cast, client_of, cast.joost)
    one = the_one(cast)
    form = at(cast, "review_emergency", emergency_id=one.id)
    for who, status in (("joost", 403), ("ria", 404), ("fatima", 404), ("linda", 404)):
        words = {"judgement": "right", "key": f"k-{who}"}
        assert client_of(cast.people[who]).post(form, words).status_code == status, who
    jannie = client_of(cast.jannie)
    assert jannie.post(form, {"judgement": "", "key": "k5"}).status_code == 422
    assert jannie.post(form, {"judgement": "asked", "key": "k6"}).status_code == 422
    words = {"judgement": "wrong", "remark": "Ik was er zelf bij.", "key": "k7"}
    assert jannie.post(form, words).status_code == 302
    again = client_of(cast.hanneke).post(form, {"judgement": "right", "key": "k8"})
    assert again.status_code == 409
    assert "Ik was er zelf bij." in joost.get(at(cast, "emergencies")).content.decode()
    assert told(cast, "emergency_judged") == {cast.joost.person, cast.hanneke.person}
    assert the_one(cast).judgement == "wrong"


def test_who_of_the_same_team_is_no_second_person(
    cast: Cast, client_of: Client, owner: Any
) -> None:
    opened(cast, client_of, cast.fatima)
    one = the_one(cast)
    assert set(second_persons(one.id)) == {cast.jannie.person, cast.hanneke.person}
    form = at(cast, "review_emergency", emergency_id=one.id)
    answer = client_of(cast.sanne).post(form, {"judgement": "right", "key": "k9"})
    assert answer.status_code == 403


def test_the_client_reads_what_was_read(cast: Cast, client_of: Client, hidden: Any) -> None:
    joost, _answer = opened(cast, client_of, cast.joost)
    page = at(cast, "emergency", emergency_id=the_one(cast).id)
    assert "Gelezen met noodtoegang" not in client_of(cast.jannie).get(page).content.decode()
    joost.get(at(cast, "item", item_id=hidden))
    assert "Psychische gezondheid." in client_of(cast.jannie).get(page).content.decode()


def test_where_something_is_not_shared_care_finds_the_way_and_family_does_not(
    cast: Cast, client_of: Client
) -> None:
    way = at(cast, "open_emergency", about_id=cast.jannie.member)
    page = at(cast, "record_subject", subject=Subject.MIND.value)
    assert way in client_of(cast.joost).get(page).content.decode()
    assert way not in client_of(cast.ria).get(page).content.decode()
    assert way not in client_of(cast.anouk).get(page).content.decode()


def test_under_the_lock_it_is_never_made_longer_backdated_or_opened_for_another(
    cast: Cast, client_of: Client, entered: Any
) -> None:
    from django.db import Error

    opened(cast, client_of, cast.joost)
    one = the_one(cast)
    columns = {
        "network_id": cast.network, "client_id": cast.jannie.member, "reason": "Zomaar wat.",
        "starts_at": one.starts_at, "ends_at": one.ends_at,
    }  # fmt: skip
    tries: list[tuple[Somebody, Any]] = [
        (cast.joost, lambda: Emergency.objects.filter(id=one.id).update(
            ends_at=one.ends_at.replace(year=2199))),
        (cast.joost, lambda: Emergency.objects.filter(id=one.id).update(
            reviewed_by=cast.joost.person, reviewed_at=one.ends_at)),
        (cast.hanneke, lambda: Emergency.objects.filter(id=one.id).update(
            ends_at=one.starts_at)),
        (cast.hanneke, lambda: Emergency.objects.filter(id=one.id).update(
            reviewed_by=cast.jannie.person, reviewed_at=one.ends_at)),
        (cast.linda, lambda: Emergency.objects.bulk_create([Emergency(
            **columns, member_id=cast.linda.member, person_id=cast.linda.person)])),
        (cast.anouk, lambda: Emergency.objects.bulk_create([Emergency(
            **columns, member_id=cast.joost.member, person_id=cast.joost.person)])),
        (cast.anouk, lambda: Emergency.objects.bulk_create([Emergency(
            **columns | {"client_id": cast.ria.member},
            member_id=cast.anouk.member, person_id=cast.anouk.person)])),
    ]  # fmt: skip
    for who, act in tries:
        with pytest.raises(Error), entered(who):
            act()
    with entered(cast.anouk):
        # The control: for oneself, about the client, it is let through.
        Emergency.objects.bulk_create(
            [Emergency(**columns, member_id=cast.anouk.member, person_id=cast.anouk.person)]
        )
    with entered(cast.ria):
        assert not Emergency.objects.exists()
        assert not Item.objects.filter(subject=Subject.MIND).exists()
