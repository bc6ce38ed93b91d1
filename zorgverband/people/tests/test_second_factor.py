"""Care and social professionals read and act only after a second factor; family as ever."""

import re
import time
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.rows import put
from tests.visitor import signed_in
from zorgverband.base import telling
from zorgverband.base.ids import new_id
from zorgverband.base.viewer import enter, networks_of, weak_session
from zorgverband.people.models import Account
from zorgverband.people.proof import is_strong
from zorgverband.sharing.subjects import Subject

WORDS = "kopje thee bij het raam"


@pytest.fixture(autouse=True)
def _required(settings: Any) -> None:
    settings.SECOND_FACTOR = True


def news(network: UUID) -> str:
    return reverse("news", kwargs={"network_id": network})


def weak(who: Somebody) -> Client:
    return signed_in(who.person, by="password")


def code_for(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret.replace(" ", ""), int(time.time()) // 30)))


def secret_on(page: str) -> str:
    found = re.search(r'class="secret"[^>]*>([A-Z2-7 ]+)<', page)
    assert found, "no key on the page"
    return found[1]


def with_password(who: Somebody) -> None:
    rows = Account.objects.using("owner").filter(pk=who.account)
    assert rows.update(password=make_password(WORDS)) == 1


@pytest.mark.parametrize("key", ["fatima", "anouk", "hanneke", "linda"])
def test_a_professional_with_only_a_password_is_told_what_and_how(cast: Cast, key: str) -> None:
    client = weak(cast.people[key])
    answer = client.get(news(cast.network))
    assert answer.status_code == 302
    page = client.get(answer["Location"])
    assert page.status_code == 200
    assert "Nog één stap" in page.content.decode()
    assert signed_in(cast.people[key].person).get(news(cast.network)).status_code == 200


@pytest.mark.parametrize("key", ["jannie", "marijke", "ria"])
def test_client_and_family_need_no_second_factor(cast: Cast, key: str) -> None:
    assert weak(cast.people[key]).get(news(cast.network)).status_code == 200


def test_without_the_requirement_a_password_is_enough(cast: Cast, settings: Any) -> None:
    settings.SECOND_FACTOR = False
    assert weak(cast.fatima).get(news(cast.network)).status_code == 200


def test_the_database_itself_gives_a_weak_session_no_seat(cast: Cast, entered: Any) -> None:
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk)
    with entered(cast.fatima) as viewer:
        assert viewer.seats
        assert telling.my_sides() == {"care"}
    with weak_session(cast.fatima.person), entered(cast.fatima) as viewer:
        assert not viewer.seats
        assert viewer.withheld == {cast.network}
        assert networks_of(cast.fatima.person) == []
        assert telling.my_sides() == set()
        assert telling.inbox(limit=9) == []
        # Whom else it is about is not touched by it.
        assert enter(person=cast.jannie.person, networks=[cast.network]).seats


def test_a_professional_who_is_family_elsewhere_is_so_without_a_second_factor(cast: Cast) -> None:
    assert cast.other is not None
    member = new_id()
    at = datetime.now(UTC) - timedelta(days=9)
    seat = {"id": member, "network_id": cast.other.network, "person_id": cast.fatima.person,
            "team_id": None, "side": "family", "coordinator": False, "first_contact": False,
            "joined_at": at, "left_at": None, "compartment": None}  # fmt: skip
    put(cast.owner, {"networks_member": [seat]})
    client = weak(cast.fatima)
    assert client.get(news(cast.other.network)).status_code == 200
    assert client.get(news(cast.network)).status_code == 302
    page = client.get(client.get("/")["Location"]).content.decode()
    assert "Verder zonder deze stap" in page


def test_nothing_is_stored_by_a_weak_session_either(cast: Cast) -> None:
    at = reverse("write", kwargs={"network_id": cast.network})
    form = {"about": cast.jannie.member, "subject": Subject.HEALTH.value, "body": "x", "key": "k"}
    assert weak(cast.fatima).post(at, form | {"circle": "everyone"}).status_code == 403


def test_a_code_app_is_set_up_and_asked_at_the_next_sign_in(cast: Cast) -> None:
    with_password(cast.fatima)
    client = weak(cast.fatima)
    client.get(client.get(news(cast.network))["Location"])
    page = client.get(reverse("code_app")).content.decode()
    assert "data:image/svg+xml;base64," in page
    secret = secret_on(page)
    assert client.post(reverse("code_app"), {"code": "000000", "key": "a"}).status_code == 422
    done = client.post(reverse("code_app"), {"code": code_for(secret), "key": "b"})
    assert done["Location"] == reverse("recovery_codes")
    codes = client.get(done["Location"]).content.decode()
    assert len(re.findall(r"<li>\d{4} \d{4}</li>", codes)) == 10
    assert news(cast.network) in codes, "on to where one was going"
    assert client.get(news(cast.network)).status_code == 200

    again = Client()
    form = {"login": account(cast.fatima).email, "password": WORDS}
    step = again.post(reverse("account_login"), form)
    assert step["Location"] == reverse("mfa_authenticate")
    assert again.get(news(cast.network))["Location"].startswith(reverse("account_login"))
    assert again.post(step["Location"], {"code": "000000"}).status_code == 200
    recovery = re.findall(r"<li>(\d{4} \d{4})</li>", codes)[0].replace(" ", "")
    assert again.post(step["Location"], {"code": recovery}).status_code == 302
    assert again.get(news(cast.network)).status_code == 200


def account(who: Somebody) -> Account:
    return Account.objects.get(pk=who.account)


def test_the_secret_of_an_app_does_not_stand_in_the_database(cast: Cast, owner: Any) -> None:
    client = weak(cast.anouk)
    secret = secret_on(client.get(reverse("code_app")).content.decode()).replace(" ", "")
    client.post(reverse("code_app"), {"code": code_for(secret), "key": "b"})
    kept = owner.execute(
        "SELECT data::text FROM mfa_authenticator WHERE user_id = %s", [cast.anouk.account]
    ).fetchall()
    assert len(kept) == 2
    assert not any(secret in row[0] for row in kept)


def test_who_signs_in_hears_by_mail_that_something_changed_and_nothing_more(
    cast: Cast, mailoutbox: Any
) -> None:
    client = weak(cast.anouk)
    secret = secret_on(client.get(reverse("code_app")).content.decode())
    client.post(reverse("code_app"), {"code": "000000", "key": "a"})
    assert mailoutbox == [], "nothing has changed yet"
    client.post(reverse("code_app"), {"code": code_for(secret), "key": "b"})
    (mail,) = mailoutbox
    assert mail.to == [cast.anouk.email]
    words = mail.subject + mail.body
    assert "Er is net iets veranderd" in words
    assert not any(word in words for word in (secret, "Anouk", "code", "127.0.0.1/"))


def test_a_password_alone_is_weak_and_a_demo_click_is_not(rf: Any, cast: Cast) -> None:
    for by, strong in (("password", False), ("mfa", True), ("demo", True), ("level", True)):
        request = rf.get("/")
        request.session, request.user = (
            signed_in(cast.fatima.person, by=by).session,
            account(cast.fatima),
        )
        assert is_strong(request) is strong
