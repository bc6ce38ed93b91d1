"""How somebody reads: letters, colours and language are kept per person, and at the door in a cookie."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from tests.cast import Cast
from zorgverband.people.models import Account
from zorgverband.sharing.subjects import Subject


def chosen(client: Any, **words: str) -> Any:
    """The answer to a choice at the foot of the help page."""
    return client.post(reverse("set_reading"), {"next": "/hulp/", **words})


def inside(cast: Cast, name: str) -> str:
    """The address of this page of the network."""
    return reverse(name, kwargs={"network_id": cast.network})


def kept(cast: Cast, name: str) -> tuple[str, str, str]:
    """What stands in this person's account: letters, colours, language."""
    account = Account.objects.using("owner").get(pk=cast.people[name].account)
    return account.letters, account.theme, account.language


def test_a_choice_is_kept_with_the_person_and_the_page_says_it(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.jannie)
    assert chosen(client, letters="xlarge")["Location"] == "/hulp/"
    chosen(client, theme="dark")
    chosen(client, language="nl-simple")
    assert kept(cast, "jannie") == ("xlarge", "dark", "nl-simple")
    answer = client.get("/hulp/")
    page = answer.content.decode()
    assert '<html lang="nl" dir="ltr" data-letters="xlarge" data-theme="dark">' in page
    assert answer.headers["Content-Language"] == "nl"
    assert (
        'value="nl-simple" aria-describedby="foot-language" aria-pressed="true" lang="nl"' in page
    )
    assert "Kijken in nood" in client.get(inside(cast, "more")).content.decode()
    # In another browser too, without its cookies.
    assert 'data-letters="xlarge"' in client_of(cast.jannie).get("/hulp/").content.decode()


def test_what_is_not_offered_is_not_kept(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.marijke)
    chosen(client, letters="huge", theme="pink", language="xx")
    assert kept(cast, "marijke") == ("normal", "device", "nl")
    assert chosen(client, letters="large", next="https://elders.test/")["Location"] == "/"


@pytest.mark.slow
def test_compact_letters_are_for_who_is_here_for_their_work(cast: Cast, client_of: Any) -> None:
    for name, works in (("fatima", True), ("linda", True), ("marijke", False), ("jannie", False)):
        client = client_of(cast.people[name])
        page = client.get(inside(cast, "today")).content.decode()
        assert ('value="compact"' in page) is works, name
        # On a page over networks as well, and what the page does not offer is refused.
        assert ('value="compact"' in client.get("/meer/").content.decode()) is works, name
        chosen(client, letters="compact")
        assert kept(cast, name)[0] == ("compact" if works else "normal")


def test_before_signing_in_the_choice_is_kept_in_the_browser(db: None) -> None:
    client = Client()
    for words in ({"letters": "large"}, {"theme": "dark"}, {"language": "en"}):
        chosen(client, **words)
    page = client.get(reverse("account_login")).content.decode()
    assert '<html lang="en" dir="ltr" data-letters="large" data-theme="dark">' in page
    client.cookies["letters"] = 'x" onload="y'
    client.cookies["theme"] = "pink"
    page = client.get(reverse("account_login")).content.decode()
    assert 'data-letters="normal" data-theme="device"' in page
    chosen(client, letters="compact")
    assert client.cookies["letters"].value != "compact"


def test_messages_do_not_change_with_the_language_and_the_page_says_so(
    cast: Cast, client_of: Any
) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body="Soep.")
    at = reverse("item", kwargs={"network_id": cast.network, "item_id": item})
    client = client_of(cast.jannie)
    line = 'lang="nl">Soep.</p>'
    for language, foreign in (("nl", False), ("nl-simple", False), ("en", True)):
        chosen(client, language=language)
        page = client.get(at).content.decode()
        with translation.override(language):
            assert (gettext("Dit bericht is in het Nederlands.") in page) is foreign
        assert (line in page) is foreign
        assert "Soep." in page
