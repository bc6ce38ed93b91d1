"""What a device does that has no room, is shared, gets no messages, or changes hands between two pages:
nothing is lost without a word, and nothing is sent as somebody else."""

import io
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.cast import Cast
from tests.running import wait_until
from zorgverband.sharing.models import Attachment, Item
from zorgverband.sharing.subjects import Subject

from .device import Device, composer, write
from .line import Line
from .test_offline import gone, kept
from .test_reading import KEPT, begin, contact

pytestmark = pytest.mark.browser
# As whom the device thinks it is.
WHO = """() => new Promise((done) => { const asked = indexedDB.open("zv", 1);
  asked.onsuccess = () => {
    const row = asked.result.transaction("known").objectStore("known").get("who");
    row.onsuccess = () => { asked.result.close(); done(row.result ? row.result.who : ""); }; }; })"""
SPOKEN = """() => new Promise((done) => { const asked = indexedDB.open("zv", 1);
  asked.onsuccess = () => {
    const row = asked.result.transaction("known").objectStore("known").get("spoken");
    row.onsuccess = () => { asked.result.close(); done(row.result || ""); }; }; })"""
STAYS = "Wat u schreef, staat er nog"
# A photo on a slow line; and a few words.
PATIENCE = """() => { const form = new FormData(); form.append("body", "a");
  const few = patience(form); form.append("upload", new File([new Uint8Array(8000000)], "a.jpg"));
  return [few, patience(form)]; }"""
FULL = """() => { IDBObjectStore.prototype.put = () => {
  throw new DOMException("no room", "QuotaExceededError"); }; }"""
NO_PUSH = """() => Object.defineProperty(ServiceWorkerRegistration.prototype, "pushManager",
  { get: () => undefined })"""
BEFORE_THE_UPDATE = """() => new Promise((done) => { const asked = indexedDB.open("zv", 1);
  asked.onsuccess = () => {
    const rows = asked.result.transaction("known", "readwrite").objectStore("known");
    rows.get("kept").onsuccess = (event) => {
      rows.put({ ...event.target.result, version: "earlier" }, "kept");
      asked.result.close(); done(1); }; }; })"""
FETCHED = """async () => { const kept = await caches.open("zv-kept"), found = [];
  for (const one of await kept.keys()) {
    found.push(Number((await kept.match(one)).headers.get("X-Kept-At"))); }
  return Math.min(...found); }"""


def as_somebody_else(device: Device, page: Any, before: str) -> None:
    """Wait until the device knows that another person is there."""
    wait_until(lambda: page.evaluate(WHO) not in ("", before), seconds=15, what="somebody else")


def test_a_page_that_one_person_left_open_is_not_sent_as_the_next(
    cast: Cast, device: Device, line: Line
) -> None:
    device.sign_in(cast.marijke)
    left = device.open(composer(cast))
    marijke = left.evaluate(WHO)
    # Signing in gives another token, as it does in earnest.
    device.context.clear_cookies()
    device.sign_in(cast.peter)
    page = device.context.new_page()
    page.goto(line.address + "/hulp/")
    as_somebody_else(device, page, marijke)
    write(left, "Van Marijke, in het oude blad.")
    left.get_by_text("Hier wacht ook iets van iemand anders").wait_for()
    assert kept(cast, "Van Marijke, in het oude blad.") == 0
    page.close()
    device.context.clear_cookies()
    device.sign_in(cast.marijke)
    gone(device, device.open("/", ready=False))
    item = Item.objects.using("owner").get(
        network_id=cast.network, body="Van Marijke, in het oude blad."
    )
    assert item.author_id == cast.marijke.person


def test_a_device_without_room_sends_at_once_and_says_what_it_could_not(
    cast: Cast, device: Device, line: Line
) -> None:
    device.sign_in(cast.marijke)
    page = device.open(composer(cast))
    (worker,) = device.context.service_workers
    few, photo = worker.evaluate(PATIENCE)
    assert (few, photo > 4 * few) == (30_000, True)
    worker.evaluate(FULL)
    line.up = False
    write(page, "Er is geen plaats.")
    page.get_by_text(STAYS).wait_for()
    assert page.input_value("[name=body]") == "Er is geen plaats."
    line.up = True
    page.click("button[form=write]")
    page.get_by_text("kunnen dit lezen").first.wait_for()
    assert kept(cast, "Er is geen plaats.") == 1


def test_on_a_shared_device_what_one_writes_without_reception_stays_on_the_page(
    cast: Cast, device: Device, line: Line
) -> None:
    device.sign_in(cast.marijke)
    page = device.open("/veilig/toestellen/")
    page.get_by_role("button", name="Dit is een gedeeld toestel").click()
    page.wait_for_url("**/veilig/toestellen/")
    page = device.open(composer(cast))
    line.up = False
    write(page, "Op een gedeeld toestel.")
    page.get_by_text(STAYS).wait_for()
    assert page.input_value("[name=body]") == "Op een gedeeld toestel."
    assert device.waiting(page) == []


def test_a_browser_that_gets_no_messages_still_notes_who_is_there(
    cast: Cast, device: Device
) -> None:
    page = begin(cast, device)
    marijke = page.evaluate(WHO)
    (worker,) = device.context.service_workers
    worker.evaluate(NO_PUSH)
    device.context.clear_cookies(name="sessionid")
    device.sign_in(cast.peter)
    contact(device, page)
    as_somebody_else(device, page, marijke)
    assert page.evaluate(KEPT) == []


def test_after_an_update_what_is_kept_is_fetched_anew(cast: Cast, device: Device) -> None:
    page = begin(cast, device)
    fetched = page.evaluate(FETCHED)
    page.evaluate(BEFORE_THE_UPDATE)
    page.goto(device.line.address + "/hulp/")
    wait_until(lambda: page.evaluate(FETCHED) > fetched, seconds=15, what="pages of after it")


def test_what_is_looked_at_again_has_its_photo_and_what_was_not_ticked(
    cast: Cast, device: Device, line: Line
) -> None:
    device.sign_in(cast.marijke)
    page = device.open(composer(cast))
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, "JPEG")
    photo = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}
    page.set_input_files("[name=upload]", files=[photo])
    line.up = False
    write(page, "Met een foto.")
    page.get_by_text("Met een foto.").wait_for()
    cast.permit(cast.ria, Subject.DAY, about=cast.jannie, read=True)
    line.up = True
    page.click("#waiting-again")
    page.get_by_text("Bekijken en versturen").click()
    expect(page.locator("[name=body]")).to_have_value("Met een foto.")
    page.click("button[form=write]")
    page.get_by_text("kunnen dit lezen").first.wait_for()
    item = Item.objects.using("owner").get(network_id=cast.network, body="Met een foto.")
    assert Attachment.objects.using("owner").filter(item_id=item.id).count() == 1


def test_without_reception_one_reads_ones_own_language(
    cast: Cast, device: Device, line: Line
) -> None:
    device.sign_in(cast.marijke)
    device.open("/hulp/")
    cast.owner.execute(
        "UPDATE people_account SET language = 'en' WHERE person_id = %s", [cast.marijke.person]
    )
    page = device.open("/hulp/")
    wait_until(lambda: "en" in str(page.evaluate(SPOKEN)), seconds=15, what="the pages in English")
    line.up = False
    page.goto(line.address + "/meer/")
    page.get_by_text("You have no reception").wait_for()
