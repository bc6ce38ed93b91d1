"""Where one is signed in, signing out there, and what ends when an account or a password does."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.http import HttpResponse, HttpResponseRedirect
from django.test import Client
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import signed_in
from zorgverband.base.clock import now
from zorgverband.people import sessions
from zorgverband.people.devices import device_of
from zorgverband.people.models import Account, Session

WORDS = "kopje thee bij het raam"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148"
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0"


def browser(who: Somebody, agent: str = DESK) -> Client:
    client = signed_in(who.person, headers={"User-Agent": agent})
    client.get(reverse("safety"))
    return client


def still_in(client: Client) -> bool:
    return client.get(reverse("safety")).status_code == 200


def row(client: Client) -> Session:
    return Session.objects.get(pk=client.cookies["sessionid"].value)


def sign_out(client: Client, which: str, key: str = "k") -> Any:
    return client.post(reverse("sign_out_there"), {"which": which, "key": key})


@pytest.mark.parametrize(
    ("agent", "kind"),
    [(PHONE, "iphone"), (DESK, "windows"), ("Linux; Android 14; Mobile", "android_phone"),
     ("Linux; Android 14", "android_tablet"), ("", "other")],
)  # fmt: skip
def test_of_a_browser_only_the_kind_of_device_is_kept(agent: str, kind: str) -> None:
    assert device_of(agent) == kind


def test_one_sees_ones_own_devices_and_nobody_elses(cast: Cast) -> None:
    desk, _phone, _other = browser(cast.marijke), browser(cast.marijke, PHONE), browser(cast.peter)
    page = desk.get(reverse("devices")).content.decode()
    assert re.findall(r"<b>(iPhone|Windows-computer)</b>", page) == ["Windows-computer", "iPhone"]
    assert desk.cookies["sessionid"].value not in page


def test_one_other_device_is_signed_out_and_the_rest_stays(cast: Cast) -> None:
    desk, phone, third = browser(cast.marijke), browser(cast.marijke, PHONE), browser(cast.marijke)
    page = desk.get(reverse("devices")).content.decode()
    part = page.split("iPhone</b>")[1]
    found = re.search(r'name="which" value="([0-9a-f]{16})"', part)
    assert found
    sign_out(browser(cast.peter), found[1])
    assert still_in(phone), "nobody signs out somebody else's device"
    sign_out(desk, found[1])
    assert (still_in(desk), still_in(phone), still_in(third)) == (True, False, True)


def test_all_others_or_everywhere(cast: Cast) -> None:
    desk, phone, other = browser(cast.marijke), browser(cast.marijke, PHONE), browser(cast.peter)
    sign_out(desk, "others")
    assert (still_in(desk), still_in(phone), still_in(other)) == (True, False, True)
    phone = browser(cast.marijke, PHONE)
    assert sign_out(desk, "everywhere", "k2")["Location"] == reverse("account_login")
    assert (still_in(desk), still_in(phone), still_in(other)) == (False, False, True)


def test_another_password_ends_the_other_sessions_and_keeps_this_one(cast: Cast) -> None:
    rows = Account.objects.using("owner").filter(pk=cast.marijke.account)
    assert rows.update(password=make_password(WORDS)) == 1
    desk, phone = browser(cast.marijke), browser(cast.marijke, PHONE)
    form = {"old": WORDS, "new": "vier heel andere woorden", "key": "k"}
    wrong = desk.post(reverse("password"), form | {"old": "nee"})
    assert wrong.status_code == 422
    assert still_in(phone), "nothing has changed yet"
    assert desk.post(reverse("password"), form | {"new": "kort", "key": "l"}).status_code == 422
    assert desk.post(reverse("password"), form).status_code == 302
    assert (still_in(desk), still_in(phone)) == (True, False)
    assert Session.objects.filter(account=cast.marijke.account).count() == 1


def test_a_deactivated_account_is_out_at_the_next_request(cast: Cast) -> None:
    client, other = browser(cast.marijke), browser(cast.peter)
    news = reverse("news", kwargs={"network_id": cast.network})
    assert client.get(news).status_code == 200
    Account.objects.filter(pk=cast.marijke.account).update(is_active=False)
    assert client.get(news)["Location"].startswith(reverse("account_login"))
    assert not Session.objects.filter(account=cast.marijke.account).exists()
    assert still_in(other)


def test_whose_session_ends_halfway_a_request_signs_in_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browser(cast.marijke)

    def meanwhile(*_words: object, **_more: object) -> HttpResponse:
        Session.objects.filter(account=cast.marijke.account).delete()
        return HttpResponseRedirect("/")

    monkeypatch.setattr(sessions, "remember_shared", meanwhile)
    answer = client.post(reverse("share_device"), {"shared": "1", "key": "k"})
    assert answer["Location"] == reverse("account_login")


def test_on_a_shared_device_a_session_ends_soon_after_its_last_use(
    cast: Cast, settings: Any
) -> None:
    mine, shared = browser(cast.marijke), browser(cast.marijke)
    answer = shared.post(reverse("share_device"), {"shared": "1", "key": "k"})
    assert answer.cookies["shared_device"].value == "1"
    assert row(shared).expire_date - now() <= timedelta(seconds=settings.SHARED_IDLE)
    assert row(mine).expire_date - now() > timedelta(hours=11)
    assert "Bent u klaar? Log dan uit." in shared.get(reverse("safety")).content.decode()
    assert "Bent u klaar? Log dan uit." not in mine.get(reverse("safety")).content.decode()
    Session.objects.filter(pk=row(shared).pk).update(expire_date=now() - timedelta(seconds=1))
    assert not still_in(shared)
    assert still_in(mine)


def test_the_next_one_on_a_shared_device_finds_no_name_filled_in(cast: Cast) -> None:
    client = browser(cast.marijke)
    client.post(reverse("share_device"), {"shared": "1", "key": "k"})
    client.post(reverse("account_logout"))
    page = client.get(reverse("account_login")).content.decode()
    assert 'autocomplete="username"' not in page
    assert re.search(r'name="shared" value="1" checked', page)
    fresh = Client().get(reverse("account_login")).content.decode()
    assert 'autocomplete="username"' in fresh


def test_use_is_noted_once_a_minute_and_not_by_what_a_page_fetches_itself(cast: Cast) -> None:
    client = browser(cast.marijke)
    long_ago = now() - timedelta(minutes=3)
    key = row(client).pk
    Session.objects.filter(pk=key).update(used_at=long_ago)
    client.get(reverse("help"), headers={"HX-Request": "true"})
    assert row(client).used_at == long_ago
    client.get(reverse("help"))
    assert row(client).used_at > long_ago


def test_leaving_quickly_signs_out_and_leads_away(cast: Cast, settings: Any) -> None:
    client = browser(cast.marijke)
    answer = client.post(reverse("leave_quickly"))
    assert answer.headers["Refresh"] == f"0; url={settings.QUICK_EXIT}"
    assert "Zorgverband" not in answer.content.decode()
    assert not still_in(client)
