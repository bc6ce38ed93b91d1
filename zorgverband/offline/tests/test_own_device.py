"""Which pages a device of one's own may keep, for whom, and that it stops when it should."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse

from tests.cast import Cast, Somebody
from tests.visitor import signed_in
from zorgverband.agenda.tests.visits import daily, planned
from zorgverband.base import clock
from zorgverband.journal.models import Look
from zorgverband.people.models import OwnDevice, Session
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ..kept import MOST, READ, REPORT, WRITE

ALLOWED = {"my_route", *READ, *WRITE, REPORT}


def own(who: Somebody) -> Client:
    """A browser on a device of which this person said that it is theirs."""
    browser = signed_in(who.person)
    assert post(browser, "make_own_device").status_code == 302
    return browser


def post(browser: Client, name: str, **rest: Any) -> Any:
    parts = {"device_id": rest.pop("device_id")} if "device_id" in rest else None
    return browser.post(reverse(name, kwargs=parts), {"key": uuid4().hex, **rest})


def listed(browser: Client) -> list[str]:
    answer = browser.get(reverse("kept_list")).json()
    assert answer["own"] or not answer["pages"]
    return list(answer["pages"])


def names(pages: list[str]) -> list[str]:
    return [str(resolve(page).url_name) for page in pages]


def test_nothing_is_kept_until_somebody_says_that_the_device_is_theirs(cast: Cast) -> None:
    browser = signed_in(cast.marijke.person)
    assert listed(browser) == []
    assert not browser.get(reverse("sending_pass")).json()["known"]
    post(browser, "make_own_device")
    assert names(listed(browser)) == ["today", "news", "write"]
    assert browser.get(reverse("sending_pass")).json()["known"]
    # Another browser of the same person is another device.
    assert listed(signed_in(cast.marijke.person)) == []


def test_a_nurse_keeps_her_route_and_the_clients_on_it_today_only(cast: Cast) -> None:
    browser = own(cast.fatima)
    assert listed(browser) == []
    planned(cast, cast.fatima, who=cast.fatima, rule=daily(clock.today() + timedelta(days=1)))
    assert listed(browser) == []
    planned(cast, cast.fatima, who=cast.fatima, rule=daily())
    pages = listed(browser)
    assert names(pages) == ["my_route", "today", "news", "write", "visit_report"]
    for page in pages:
        assert browser.get(page, headers={"X-Kept": "1"}).status_code == 200


def test_it_names_no_other_kind_of_page_and_of_no_network_of_others(cast: Cast) -> None:
    for who in (cast.jannie, cast.peter, cast.ria, cast.anouk, cast.linda):
        pages = listed(own(who))
        assert set(names(pages)) <= ALLOWED
        assert all(page.startswith(f"/n/{cast.network}/") for page in pages)
        assert len(pages) <= MOST * len(ALLOWED)
    assert listed(own(cast.linda)) == []


def test_who_takes_part_no_more_gets_an_empty_list(cast: Cast) -> None:
    browser = own(cast.marijke)
    (page, *_rest) = listed(browser)
    cast.end(cast.marijke)
    assert listed(browser) == []
    assert browser.get(page, headers={"X-Kept": "1"}).status_code == 404


def test_another_person_in_the_same_browser_keeps_nothing(cast: Cast) -> None:
    browser = own(cast.marijke)
    other = signed_in(cast.peter.person)
    other.cookies["toestel"] = browser.cookies["toestel"].value
    assert listed(other) == []


def test_it_is_ended_here_from_elsewhere_by_signing_out_there_and_by_sharing(cast: Cast) -> None:
    for end in ("button", "elsewhere", "sign out", "share"):
        browser, other = own(cast.marijke), signed_in(cast.marijke.person)
        device = OwnDevice.objects.using("owner").get(person_id=cast.marijke.person, ends_at=None)
        assert "Uw eigen toestel." in other.get(reverse("devices")).content.decode()
        match end:
            case "button":
                post(browser, "end_own_device", device_id=device.id)
            case "elsewhere":
                post(other, "end_own_device", device_id=device.id)
            case "sign out":
                post(other, "sign_out_there", which="others")
                browser = signed_in(cast.marijke.person)
                browser.cookies["toestel"] = "x"
            case "share":
                post(browser, "share_device", shared="1")
        assert listed(browser) == [], end
        device.refresh_from_db(using="owner")
        assert device.ends_at is not None, end
        post(other, "sign_out_there", which="everywhere")


def test_nobody_ends_it_for_another(cast: Cast) -> None:
    browser = own(cast.marijke)
    device = OwnDevice.objects.using("owner").get(person_id=cast.marijke.person, ends_at=None)
    stranger = signed_in(cast.peter.person)
    assert post(stranger, "end_own_device", device_id=device.id).status_code == 404
    assert listed(browser)


def test_on_a_shared_device_it_is_refused(cast: Cast) -> None:
    browser = signed_in(cast.marijke.person)
    post(browser, "share_device", shared="1")
    answer = post(browser, "make_own_device")
    assert answer.status_code == 422
    assert "Op een gedeeld toestel kan dit niet" in answer.content.decode()
    assert listed(browser) == []


def test_a_page_that_is_fetched_to_keep_stands_in_the_log_and_takes_no_message_along(
    cast: Cast,
) -> None:
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.peter)
    browser = own(cast.marijke)
    page = listed(browser)[1]
    Session.objects.using("owner").filter(pk=browser.session.session_key).update(
        used_at=(then := clock.now() - timedelta(hours=2))
    )
    before = Look.objects.using("owner").filter(person_id=cast.marijke.person).count()
    kept = browser.get(page, headers={"X-Kept": "1"}).content.decode()
    assert "U kunt nu op dit toestel lezen" not in kept
    row = Session.objects.using("owner").get(pk=browser.session.session_key)
    assert row.used_at == then
    after = Look.objects.using("owner").filter(person_id=cast.marijke.person).count()
    assert after > before
    # The control: a page that somebody opens says it, and shows that somebody is there.
    assert "U kunt nu op dit toestel lezen" in browser.get(page).content.decode()
    row.refresh_from_db(using="owner")
    assert row.used_at > then


def test_who_signs_out_has_the_browser_forget_what_it_has(cast: Cast) -> None:
    browser = own(cast.marijke)
    assert "Clear-Site-Data" not in browser.get("/hulp/").headers
    answer = post(browser, "account_logout")
    assert answer.headers["Clear-Site-Data"] == '"cache"'


def test_the_list_takes_few_statements_however_many_clients(cast: Cast) -> None:
    planned(cast, cast.fatima, who=cast.fatima, rule=daily())
    browser = own(cast.fatima)
    listed(browser)
    for name in ("kept_list", "own_device", "notification_settings"):
        with CaptureQueriesContext(connection) as statements:
            assert browser.get(reverse(name)).status_code == 200
        assert len(statements) <= 12, name


def test_a_page_fetched_to_keep_takes_no_words_along_that_were_taken_back(cast: Cast) -> None:
    browser, at = signed_in(cast.marijke.person), reverse("write", args=[cast.network])
    sent = {"body": "Dit neem ik terug.", "circle": "everyone", "key": uuid4().hex}
    assert browser.post(at, sent).status_code == 302
    item = Item.objects.using("owner").get(network_id=cast.network, body=sent["body"])
    back = reverse("take_back", args=[cast.network, item.id])
    assert browser.post(back, {"key": uuid4().hex}).status_code == 302
    assert sent["body"] not in browser.get(at, headers={"X-Kept": "1"}).content.decode()
    # The control: who opens it has them again.
    assert sent["body"] in browser.get(at).content.decode()
