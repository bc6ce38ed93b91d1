"""Writing without reception, in a real browser behind a line that is cut."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.running import wait_until
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .device import Device, composer, write
from .line import Cut, Line

pytestmark = pytest.mark.browser


def kept(cast: Cast, words: str) -> int:
    return Item.objects.using("owner").filter(network_id=cast.network, body=words).count()


def gone(device: Device, page: Any) -> None:
    wait_until(lambda: not device.waiting(page), seconds=15, what="an empty queue")


def test_with_reception_nothing_is_different(cast: Cast, device: Device) -> None:
    device.sign_in(cast.marijke)
    page = device.open(composer(cast))
    write(page, "Ze heeft goed gegeten.")
    page.get_by_text("kunnen dit lezen").first.wait_for()
    assert "/nieuws/" in page.url
    assert (kept(cast, "Ze heeft goed gegeten."), device.waiting(page)) == (1, [])


def test_a_form_that_is_refused_comes_back_with_its_words(cast: Cast, device: Device) -> None:
    device.sign_in(cast.marijke)
    page = device.open(composer(cast))
    page.fill("[name=title]", "Alleen een kop met te weinig")
    page.evaluate("document.querySelector('[name=circle][value=own]').checked = true")
    page.fill("[name=body]", "Dit blijft staan.")
    page.click("button[form=write]")
    page.get_by_text("Kies wie dit mag lezen.").first.wait_for()
    assert page.input_value("[name=body]") == "Dit blijft staan."
    assert device.waiting(page) == []


@pytest.mark.parametrize("cut", [Cut.BEFORE, Cut.DURING, Cut.AFTER, Cut.HALFWAY])
def test_cut_off_at_any_moment_it_arrives_once(
    cast: Cast, device: Device, line: Line, cut: Cut
) -> None:
    device.sign_in(cast.marijke)
    page = device.open(composer(cast))
    line.cut = cut
    write(page, f"Gevallen, {cut}.")
    # Of half an answer a browser may have seen enough.
    page.wait_for_url(re.compile("/nog-te-versturen/|/nieuws/"))
    assert line.cuts
    line.cut = Cut.NO
    page = device.open("/", ready=False)
    gone(device, page)
    assert kept(cast, f"Gevallen, {cut}.") == 1


def test_two_written_without_reception_wait_through_a_restart_and_go_in_order(
    cast: Cast, device: Device, line: Line
) -> None:
    device.sign_in(cast.marijke)
    page = device.open(composer(cast))
    other = device.context.new_page()
    other.goto(line.address + composer(cast))
    line.up = False
    write(page, "Eerst dit.")
    page.get_by_text("Eerst dit.").wait_for()
    write(other, "Dan dat.")
    other.get_by_text("Dan dat.").wait_for()
    assert device.waiting(other) == ["waiting", "waiting"]
    device.switch_off()
    device.switch_on()
    page = device.open("/nog-te-versturen/", ready=False)
    page.get_by_text("Eerst dit.").wait_for()
    page.screenshot(path=str(device.folder.parent / "waiting.png"), full_page=True)
    assert kept(cast, "Eerst dit.") == 0
    line.up = True
    page.click("#waiting-again")
    gone(device, page)
    page.get_by_text("Alles is verstuurd").wait_for()
    rows = Item.objects.using("owner").filter(network_id=cast.network, kind="note")
    words = [item.body for item in rows.order_by("created_at") if item.body]
    assert words[-2:] == ["Eerst dit.", "Dan dat."]


def test_when_others_came_to_read_it_the_message_waits_for_another_look(
    cast: Cast, device: Device, line: Line
) -> None:
    device.sign_in(cast.marijke)
    page = device.open(composer(cast))
    line.up = False
    write(page, "Tussen ons.")
    page.get_by_text("Tussen ons.").wait_for()
    cast.permit(cast.ria, Subject.DAY, about=cast.jannie, read=True)
    line.up = True
    page.click("#waiting-again")
    page.get_by_text("De groep lezers is veranderd").wait_for()
    assert (kept(cast, "Tussen ons."), device.waiting(page)) == (0, ["held"])
    page.get_by_text("Bekijken en versturen").click()
    expect(page.locator("[name=body]")).to_have_value("Tussen ons.")
    page.click("button[form=write]")
    page.get_by_text("kunnen dit lezen").first.wait_for()
    assert (kept(cast, "Tussen ons."), device.waiting(page)) == (1, [])


def test_what_one_person_wrote_is_never_sent_as_another(
    cast: Cast, device: Device, line: Line
) -> None:
    device.sign_in(cast.marijke)
    page = device.open(composer(cast))
    line.up = False
    write(page, "Van Marijke.")
    page.get_by_text("Van Marijke.").wait_for()
    line.up = True
    device.context.clear_cookies()
    device.sign_in(cast.jannie)
    page = device.open("/nog-te-versturen/", ready=False)
    page.get_by_text("Hier wacht ook iets van iemand anders").wait_for()
    assert page.get_by_text("Van Marijke.").count() == 0
    assert kept(cast, "Van Marijke.") == 0
    device.context.clear_cookies()
    device.sign_in(cast.marijke)
    gone(device, device.open("/", ready=False))
    item = Item.objects.using("owner").get(network_id=cast.network, body="Van Marijke.")
    assert item.author_id == cast.marijke.person


def test_who_is_not_signed_in_any_more_signs_in_and_then_it_goes(
    cast: Cast, device: Device
) -> None:
    device.sign_in(cast.marijke)
    page = device.open(composer(cast))
    device.context.clear_cookies(name="sessionid")
    write(page, "Weg geweest.")
    page.wait_for_url("**/inloggen/**")
    assert kept(cast, "Weg geweest.") == 0
    device.sign_in(cast.marijke)
    gone(device, device.open("/", ready=False))
    assert kept(cast, "Weg geweest.") == 1


def test_a_page_that_cannot_be_fetched_says_so_and_keeps_nothing_of_anybody(
    cast: Cast, device: Device, line: Line
) -> None:
    device.sign_in(cast.marijke)
    device.open(f"/n/{cast.network}/nieuws/")
    line.up = False
    page = device.open(f"/n/{cast.network}/nieuws/", ready=False)
    page.get_by_text("U hebt geen bereik").wait_for()
    names = page.evaluate(
        "async () => { const found = []; for (const name of await caches.keys())"
        " for (const one of await (await caches.open(name)).keys())"
        " found.push(new URL(one.url).pathname); return found; }"
    )
    assert names
    assert not [name for name in names if name.startswith("/n/")]
