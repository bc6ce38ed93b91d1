"""Stopping one's own account, and no longer signing in through an organisation."""

from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import signed_in
from zorgverband.people.models import Account, Session

STOP, PROVIDER = reverse("stop_account"), reverse("provider")


def account(who: Somebody) -> Account:
    return Account.objects.get(person_id=who.person)


def news(cast: Cast) -> str:
    return reverse("news", kwargs={"network_id": cast.network})


def test_from_the_commit_no_session_of_the_account_stands(cast: Cast) -> None:
    here, there, other = (signed_in(who.person) for who in (cast.peter, cast.peter, cast.ria))
    page = here.get(STOP).content.decode()
    assert "U doet nog mee in 1 netwerk." in page
    forgotten = here.post(STOP, {"key": "a"})
    assert forgotten.status_code == 422
    assert "Zet een vinkje" in forgotten.content.decode()
    assert there.get(news(cast)).status_code == 200
    answer = here.post(STOP, {"key": "b", "meant": "1"})
    assert answer["Location"] == reverse("account_login")
    for client in (here, there):
        assert client.get(news(cast)).status_code == 302
    assert other.get(news(cast)).status_code == 200
    assert not Session.objects.filter(account=account(cast.peter)).exists()
    # Only who keeps the installation opens it again.
    call_command("account", "--email", cast.peter.email.upper(), "--open")
    assert account(cast.peter).is_active
    call_command("account", "--email", cast.peter.email, "--stop")
    assert not account(cast.peter).is_active
    with pytest.raises(CommandError):
        call_command("account", "--email", "niemand@voorbeeld.test", "--open")


def test_stopping_asks_first_whether_it_is_them(cast: Cast) -> None:
    client = signed_in(cast.peter.person)
    session = client.session
    session["account_authentication_methods"] = []
    session.save()
    assert client.get(STOP)["Location"].startswith(reverse("step_up"))
    assert client.post(STOP, {"key": "c", "meant": "1"}).status_code == 403
    assert account(cast.peter).is_active


@pytest.fixture
def provided(settings: Any) -> None:
    settings.OIDC_NAME = "Zorg Noord"


def linked(who: Somebody) -> SocialAccount:
    uid = f"nr-{who.person}"
    return SocialAccount.objects.create(user=account(who), provider="organisatie", uid=uid)


def test_who_unlinks_is_signed_in_through_the_organisation_no_more(
    cast: Cast, provided: None
) -> None:
    linked(cast.fatima)
    owner = account(cast.fatima)
    owner.set_password("een lange zin om in te loggen")
    owner.save()
    here, there = signed_in(cast.fatima.person), signed_in(cast.fatima.person)
    assert "gekoppeld aan Zorg Noord" in here.get(PROVIDER).content.decode()
    assert here.post(PROVIDER, {"key": "a", "turn": "off"}).status_code == 302
    assert not SocialAccount.objects.filter(user=owner).exists()
    assert "Dit staat uit." in here.get(PROVIDER).content.decode()
    assert there.get(reverse("safety")).status_code == 302
    assert here.post(PROVIDER, {"key": "b", "turn": "off"}).status_code == 409
    assert here.post(PROVIDER, {"key": "c", "turn": "on"}).status_code == 302
    assert not account(cast.fatima).provider_off


def test_nobody_is_locked_out_by_unlinking(cast: Cast, provided: None) -> None:
    linked(cast.fatima)
    owner = account(cast.fatima)
    owner.set_unusable_password()
    owner.save()
    client: Client = signed_in(cast.fatima.person)
    answer = client.post(PROVIDER, {"key": "a", "turn": "off"})
    assert answer.status_code == 422
    assert "geen andere manier om in te loggen" in answer.content.decode()
    assert SocialAccount.objects.filter(user=owner).exists()


def test_without_a_provider_there_is_no_such_page(cast: Cast) -> None:
    assert signed_in(cast.fatima.person).get(PROVIDER).status_code == 404
