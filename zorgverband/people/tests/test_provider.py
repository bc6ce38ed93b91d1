"""Signing in through an organisation: who is known and sure enough comes in, nobody comes into being."""

import html
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests import oidc
from tests.cast import Cast, Somebody
from zorgverband.people.models import Account

TO = {"provider_id": "organisatie"}


@pytest.fixture
def provider(settings: Any) -> Iterator[oidc.Provider]:
    settings.SECOND_FACTOR = True
    with oidc.running() as running:
        configure(settings, running.issuer)
        yield running


def configure(settings: Any, issuer: str) -> None:
    cache.clear()
    settings.OIDC_NAME = "Zorg Noord"
    app = {"provider_id": "organisatie", "name": "Zorg Noord", "client_id": oidc.CLIENT,
           "secret": oidc.SECRET, "settings": {"server_url": issuer}}  # fmt: skip
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
    }


def claims(who: Somebody, **more: Any) -> dict[str, Any]:
    known = {"sub": f"nr-{who.person}", "email": who.email.upper(), "email_verified": True}
    return known | {"acr": "substantial", "name": who.name} | more


def come(client: Client, *, onward: str = "") -> Any:
    """Press the button, go there, come back; the answer to coming back."""
    there = client.post(reverse("openid_connect_login", kwargs=TO), {"next": onward})
    assert there.status_code == 200, there.headers
    address = there.headers["Refresh"].removeprefix("0; url=")
    back = requests.get(address, allow_redirects=False, timeout=9).headers["Location"]
    assert urlsplit(back).path == reverse("openid_connect_callback", kwargs=TO)
    return client.get(f"{urlsplit(back).path}?{urlsplit(back).query}")


def said(client: Client) -> str:
    return html.unescape(client.get(reverse("account_login")).content.decode())


def news(cast: Cast) -> str:
    return reverse("news", kwargs={"network_id": cast.network})


def test_a_nurse_comes_in_sure_enough_and_needs_no_second_factor(
    cast: Cast, provider: oidc.Provider
) -> None:
    provider.says, client = claims(cast.fatima), Client()
    assert "Inloggen via Zorg Noord" in said(client)
    assert come(client, onward=news(cast))["Location"] == news(cast)
    assert client.get(news(cast)).status_code == 200


def test_later_the_number_is_enough_also_after_another_address(
    cast: Cast, provider: oidc.Provider
) -> None:
    provider.says = claims(cast.fatima)
    come(Client())
    provider.says, client = claims(cast.fatima, email="anders@voorbeeld.test"), Client()
    come(client)
    assert client.get(news(cast)).status_code == 200


def test_who_has_nothing_else_proves_it_again_through_the_organisation(
    cast: Cast, provider: oidc.Provider
) -> None:
    provider.says, client = claims(cast.fatima), Client()
    come(client)
    page = client.get(reverse("step_up")).content.decode()
    assert "Opnieuw inloggen via Zorg Noord" in page
    assert come(client, onward="/veilig/")["Location"] == "/veilig/"
    assert client.get(news(cast)).status_code == 200


@pytest.mark.parametrize("acr", ["low", "", None, "iets-anders"])
def test_a_nurse_with_a_level_that_is_too_low_is_sent_back_with_a_sentence(
    cast: Cast, provider: oidc.Provider, acr: str | None
) -> None:
    provider.says, client = claims(cast.fatima, acr=acr), Client()
    if acr is None:
        del provider.says["acr"]
    assert come(client)["Location"] == reverse("account_login")
    assert "niet zeker genoeg" in said(client)
    assert client.get(news(cast))["Location"].startswith(reverse("account_login"))


def test_also_when_it_was_linked_before(cast: Cast, provider: oidc.Provider) -> None:
    provider.says = claims(cast.fatima)
    come(Client())
    provider.says, client = claims(cast.fatima, acr="low"), Client()
    come(client)
    assert "niet zeker genoeg" in said(client)


def test_a_daughter_comes_in_with_less_and_a_setting_can_ask_more(
    cast: Cast, provider: oidc.Provider, settings: Any
) -> None:
    provider.says, client = claims(cast.marijke, acr="http://eidas.europa.eu/LoA/low"), Client()
    come(client)
    assert client.get(news(cast)).status_code == 200
    settings.OIDC_LEVELS = settings.OIDC_LEVELS | {"family": "high"}
    client = Client()
    come(client)
    assert "niet zeker genoeg" in said(client)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"email_verified": False}, "weet niet zeker of dit e-mailadres van u is"),
        ({"email_verified": "true"}, "weet niet zeker of dit e-mailadres van u is"),
        ({"email": "niemand@voorbeeld.test"}, "Wij kennen u hier nog niet"),
    ],
)
def test_nobody_comes_into_being_or_takes_over_an_account(
    cast: Cast, provider: oidc.Provider, more: dict[str, Any], sentence: str
) -> None:
    before = Account.objects.count()
    provider.says, client = claims(cast.fatima, **more), Client()
    come(client)
    assert sentence in said(client)
    assert Account.objects.count() == before
    assert client.get(news(cast)).status_code == 302


def test_a_deactivated_account_does_not_come_in(cast: Cast, provider: oidc.Provider) -> None:
    provider.says = claims(cast.fatima)
    come(Client())
    Account.objects.filter(pk=cast.fatima.account).update(is_active=False)
    client = Client()
    assert come(client)["Location"] == reverse("account_login")
    assert client.get(news(cast))["Location"].startswith(reverse("account_login"))


def test_a_token_signed_with_another_key_is_worth_nothing(
    cast: Cast, provider: oidc.Provider
) -> None:
    provider.says, client = claims(cast.fatima), Client()
    provider.signs_with = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    assert come(client)["Location"] == reverse("account_login")
    assert "lukt nu niet" in said(client)


def test_an_answer_that_was_not_asked_for_is_worth_nothing(
    cast: Cast, provider: oidc.Provider
) -> None:
    provider.says, client = claims(cast.fatima), Client()
    at = reverse("openid_connect_callback", kwargs=TO)
    assert client.get(at, {"code": "x", "state": "y"})["Location"] == reverse("account_login")


def test_of_what_the_provider_tells_only_its_number_is_kept(
    cast: Cast, provider: oidc.Provider, owner: Any
) -> None:
    provider.says = claims(cast.fatima)
    come(Client())
    come(Client())
    rows = owner.execute(
        "SELECT uid, extra_data::text FROM socialaccount_socialaccount WHERE user_id = %s",
        [cast.fatima.account],
    ).fetchall()
    assert rows == [(f"nr-{cast.fatima.person}", "{}")]


def test_with_the_provider_away_there_is_a_sentence(cast: Cast, settings: Any) -> None:
    configure(settings, "http://127.0.0.1:9")
    client = Client()
    answer = client.post(reverse("openid_connect_login", kwargs=TO))
    assert answer["Location"] == reverse("account_login")
    assert "lukt nu niet" in said(client)


def test_without_configuration_there_is_no_such_door(cast: Cast) -> None:
    assert Client().post(reverse("openid_connect_login", kwargs=TO)).status_code == 404
    assert "Inloggen via" not in said(Client())


def test_who_turned_it_off_is_not_let_in_until_they_turn_it_on(
    cast: Cast, provider: oidc.Provider
) -> None:
    provider.says, client = claims(cast.fatima), Client()
    Account.objects.filter(person_id=cast.fatima.person).update(provider_off=True)
    come(client)
    assert "U zette inloggen via uw organisatie uit." in said(client)
    assert client.get(news(cast)).status_code == 302
    Account.objects.filter(person_id=cast.fatima.person).update(provider_off=False)
    come(client)
    assert client.get(news(cast)).status_code == 200
