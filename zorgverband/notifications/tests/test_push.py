"""Messages on devices: beside the mail, once, to who may know at that moment, and without content."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.push_service import Phone, Service, push_service
from tests.visitor import signed_in
from tests.waiting import held
from zorgverband.base import clock
from zorgverband.notifications.kinds import Pace
from zorgverband.notifications.models import Delivery, PushAddress
from zorgverband.notifications.pushing import push_due
from zorgverband.notifications.sending import ABANDONED
from zorgverband.people.models import Account
from zorgverband.sharing.subjects import Subject

from .test_send import MORNING, NIGHT, TEA_TIME, mailbox, wants, write

__all__ = ["mailbox"]
WORDS = "Er is nieuws. Bekijk het in Zorgverband."


@pytest.fixture
def service(settings: Any) -> Iterator[Service]:
    """A push service that the product trusts."""
    with push_service() as service:
        settings.PUSH_TRUSTED = [service.address]
        yield service


def begin(who: Somebody, phone: Phone, **changed: str) -> Any:
    """Turn messages on, on this phone, with the form; answers the browser."""
    browser = signed_in(who.person)
    given = {"key": uuid4().hex, **phone.given, **changed}
    assert browser.post(reverse("begin_push"), given).status_code == 302
    return browser


def known(who: Somebody) -> set[str]:
    rows = PushAddress.objects.using("owner").filter(person_id=who.person)
    return set(rows.values_list("endpoint", flat=True))


def push(at: Any) -> int:
    with clock.at(at):
        return push_due()


def state(who: Somebody) -> list[tuple[bool, bool]]:
    """Of each message on a device: whether it was sent, whether it was dropped."""
    rows = Delivery.objects.using("owner").filter(person_id=who.person, channel="push")
    return [(row.sent_at is not None, row.dropped_at is not None) for row in rows]


def test_who_may_know_gets_one_message_without_content_on_each_device(
    cast: Cast, entered: Any, service: Service
) -> None:
    phone, tablet, of_ria = service.phone(), service.phone(), service.phone()
    begin(cast.peter, phone)
    begin(cast.peter, tablet)
    begin(cast.ria, of_ria)
    wants(entered, cast.peter, Pace.AT_ONCE)
    write(cast, TEA_TIME, subject=Subject.HEALTH, author=cast.fatima, title="Wond", body="Been.")
    push(TEA_TIME)
    push(TEA_TIME + ABANDONED * 2)
    assert phone.messages() == tablet.messages() == [WORDS]
    assert of_ria.messages() == []
    (received,) = phone.received
    assert received.headers["Content-Encoding"] == "aes128gcm"
    assert received.headers["Authorization"].startswith("vapid t=")
    assert 0 < int(received.headers["TTL"]) <= 4 * 3600
    assert state(cast.peter) == [(True, False)]


def test_who_may_no_longer_know_when_it_leaves_gets_nothing(
    cast: Cast, entered: Any, service: Service
) -> None:
    of_peter, of_marijke = service.phone(), service.phone()
    begin(cast.peter, of_peter)
    begin(cast.marijke, of_marijke)
    wants(entered, cast.peter, Pace.AT_ONCE)
    wants(entered, cast.marijke, Pace.AT_ONCE)
    write(cast, TEA_TIME, author=cast.jannie)
    cast.end(cast.peter)
    push(TEA_TIME)
    assert (of_peter.messages(), of_marijke.messages()) == ([], [WORDS])
    assert state(cast.peter) == [(False, True)]


def test_in_quiet_hours_nothing_rings_and_in_the_morning_once(
    cast: Cast, entered: Any, service: Service
) -> None:
    phone = service.phone()
    begin(cast.peter, phone)
    wants(entered, cast.peter, Pace.AT_ONCE)
    write(cast, NIGHT)
    write(cast, NIGHT + timedelta(hours=1))
    push(NIGHT + timedelta(hours=2))
    assert phone.messages() == []
    push(MORNING)
    assert phone.messages() == [WORDS]
    # What a push service could not deliver by night it does not keep into the night either.
    write(cast, evening := TEA_TIME + timedelta(days=1, hours=6, minutes=30))
    push(evening)
    assert int(phone.received[1].headers["TTL"]) == 30 * 60


def test_one_that_waited_into_the_quiet_hours_waits_for_their_end(
    cast: Cast, entered: Any, service: Service
) -> None:
    phone = service.phone()
    begin(cast.peter, phone)
    wants(entered, cast.peter, Pace.AT_ONCE)
    write(cast, evening := TEA_TIME + timedelta(hours=6, minutes=58))
    phone.status = 503
    push(evening)
    phone.status = 201
    push(evening + timedelta(minutes=10))
    assert phone.messages() == []
    push(MORNING)
    assert phone.messages() == [WORDS]


@pytest.mark.parametrize(("status", "stays", "later"), [
    (404, False, False), (410, False, False), (503, True, True), (429, True, True),
    (403, True, False), (307, True, False),
])  # fmt: skip
def test_a_device_that_is_gone_is_forgotten_and_a_service_that_is_away_is_tried_again(
    cast: Cast, entered: Any, service: Service, status: int, stays: bool, later: bool
) -> None:
    phone = service.phone()
    begin(cast.peter, phone)
    wants(entered, cast.peter, Pace.AT_ONCE)
    write(cast, TEA_TIME)
    phone.status = status
    push(TEA_TIME)
    assert (bool(known(cast.peter)), state(cast.peter)) == (stays, [(False, not later)])
    phone.status = 201
    push(TEA_TIME + timedelta(minutes=5))
    assert phone.messages() == ([WORDS] if later else [])


def test_signing_out_a_browser_that_changes_hands_and_a_stopped_account_end_it(
    cast: Cast, service: Service
) -> None:
    phone = service.phone()
    browser = begin(cast.peter, phone)
    assert known(cast.peter) == {phone.address}
    page = browser.get(reverse("notification_settings")).content.decode()
    assert "Uitzetten" in page
    assert "data-push=" not in page
    browser.post(reverse("account_logout"), {"key": uuid4().hex})
    assert known(cast.peter) == set()
    begin(cast.peter, phone)
    begin(cast.ria, phone)
    assert (known(cast.peter), known(cast.ria)) == (set(), {phone.address})
    account = Account.objects.get(person_id=cast.ria.person)
    account.is_active = False
    account.save(update_fields=["is_active"])
    assert known(cast.ria) == set()


def test_two_tabs_that_turn_it_on_at_once_turn_it_on_once(cast: Cast, service: Service) -> None:
    phone = service.phone()
    browser = begin(cast.marijke, phone)
    there = PushAddress.objects.using("owner").filter(person_id=cast.marijke.person)
    row = there.get()
    there.delete()
    given = {"key": uuid4().hex, **phone.given}
    answers = []
    with held(lambda: answers.append(browser.post(reverse("begin_push"), given))) as raised:
        PushAddress.objects.using("owner").bulk_create([row])
    assert raised == []
    assert [one.status_code for one in answers] == [302]
    assert known(cast.marijke) == {row.endpoint}


def test_one_turns_it_off_on_another_device_but_not_for_another_person(
    cast: Cast, service: Service
) -> None:
    phone, other = service.phone(), service.phone()
    browser = begin(cast.peter, phone)
    begin(cast.ria, other)
    rows = PushAddress.objects.using("owner")
    for who, status, left in ((cast.ria, 404, {other.address}), (cast.peter, 302, set())):
        device: UUID = rows.get(person_id=who.person).id
        address = reverse("end_push", kwargs={"device_id": device})
        assert browser.post(address, {"key": uuid4().hex}).status_code == status
        assert known(who) == left


@pytest.mark.parametrize("changed", [
    {"endpoint": "https://127.0.0.1/x"}, {"endpoint": ""}, {"public_key": "AAAA"}, {"secret": "AA"},
    {"public_key": "geen sleutel!"},
])  # fmt: skip
def test_what_no_browser_gives_is_not_kept(
    cast: Cast, service: Service, changed: dict[str, str]
) -> None:
    browser = begin(cast.peter, service.phone(), **changed)
    page = browser.get(reverse("notification_settings")).content.decode()
    assert "Dit toestel kan geen meldingen ontvangen" in page
    assert known(cast.peter) == set()


def test_a_shared_device_gets_none(cast: Cast, service: Service) -> None:
    browser = signed_in(cast.peter.person)
    browser.post(reverse("share_device"), {"key": uuid4().hex, "shared": "1"})
    browser.post(reverse("begin_push"), {"key": uuid4().hex, **service.phone().given})
    assert known(cast.peter) == set()
