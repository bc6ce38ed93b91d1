"""Reading without reception, in a real browser: only on a device of one's own, for a day, and wiped."""

from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.running import wait_until
from zorgverband.base import clock
from zorgverband.sharing.subjects import Subject

from .device import Device, write
from .line import Line

pytestmark = pytest.mark.browser

KEPT = """async () => { const found = [];
  if (await caches.has("zv-kept")) {
    for (const one of await (await caches.open("zv-kept")).keys()) {
      found.push(new URL(one.url).pathname);
    } }
  return found.sort(); }"""
# As if so many hours passed since everything was fetched.
OLDER = """async (hours) => { const kept = await caches.open("zv-kept");
  for (const one of await kept.keys()) { const had = await kept.match(one);
    const at = Number(had.headers.get("X-Kept-At")) - hours * 3600000;
    await kept.put(one, new Response(await had.text(),
      { headers: { "Content-Type": "text/html; charset=utf-8", "X-Kept-At": at } })); } }"""
# The list was asked a while ago: the next contact asks again.
LATER = """() => new Promise((done) => { const asked = indexedDB.open("zv", 1);
  asked.onsuccess = () => {
    const rows = asked.result.transaction("known", "readwrite").objectStore("known");
    rows.get("kept").onsuccess = (event) => { const list = event.target.result;
      if (list) { rows.put({ ...list, at: 0 }, "kept"); } asked.result.close(); done(1); }; }; })"""


def home(cast: Cast) -> str:
    return f"/n/{cast.network}/"


def begin(cast: Cast, device: Device) -> Any:
    """Marijke says that it is her own device; answers the page when it keeps what it may."""
    device.sign_in(cast.marijke)
    page = device.open("/eigen-toestel/")
    assert page.evaluate(KEPT) == []
    page.get_by_role("button", name="Dit is mijn eigen toestel").click()
    page.get_by_text("U kunt nu op dit toestel lezen").wait_for()
    wait_until(lambda: len(page.evaluate(KEPT)) == 3, seconds=20, what="the pages")
    return page


def contact(device: Device, page: Any) -> None:
    """The device has reception again, after a while."""
    page.evaluate(LATER)
    page.goto(device.line.address + "/hulp/")


def test_one_reads_today_and_the_news_as_they_were_and_nothing_else(
    cast: Cast, device: Device, line: Line
) -> None:
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.peter, body="De kraan lekt.")
    page = begin(cast, device)
    assert page.evaluate(KEPT) == [
        home(cast), f"{home(cast)}nieuws/", f"{home(cast)}schrijven/",
    ]  # fmt: skip
    line.up = False
    page = device.open(f"{home(cast)}nieuws/", ready=False)
    page.get_by_text("De kraan lekt.").wait_for()
    expect(page.locator("[data-kept]")).to_contain_text("Zoals het was om")
    page.screenshot(path=str(device.folder.parent / "kept.png"))
    for elsewhere in ("plan/", "nieuws/?before=2026-01-01", "dossier/"):
        page.goto(line.address + home(cast) + elsewhere)
        page.get_by_text("U hebt geen bereik").wait_for()
        assert page.get_by_text("De kraan lekt.").count() == 0
    page.goto(line.address + "/")
    page.get_by_text("Vandaag").first.wait_for()
    # And one writes from there: it goes once, when there is reception.
    page.goto(line.address + home(cast) + "schrijven/")
    write(page, "De kraan is gemaakt.")
    page.get_by_text("De kraan is gemaakt.").wait_for()
    line.up = True
    page.click("#waiting-again")
    page.get_by_text("Alles is verstuurd").wait_for()


def test_older_than_a_day_is_refused_and_wiped(cast: Cast, device: Device, line: Line) -> None:
    page = begin(cast, device)
    page.evaluate(OLDER, 23)
    line.up = False
    page = device.open(home(cast), ready=False)
    # Of another day it says which; in the last hour of a day it was that day already.
    yesterday = (clock.now() - timedelta(hours=23)).astimezone(clock.HOME).date() < clock.today()
    said = "Zoals het was op" if yesterday else "Zoals het was om"
    expect(page.locator("[data-kept]")).to_contain_text(said)
    page.evaluate(OLDER, 2)
    page.goto(line.address + home(cast))
    page.get_by_text("U hebt geen bereik").wait_for()
    assert page.evaluate(KEPT) == []


def test_who_does_not_take_part_any_more_gets_nothing_new_and_what_was_there_is_wiped(
    cast: Cast, device: Device
) -> None:
    page = begin(cast, device)
    cast.end(cast.marijke)
    contact(device, page)
    wait_until(lambda: page.evaluate(KEPT) == [], seconds=10, what="wiped")


def test_signing_out_and_another_person_wipe_it(cast: Cast, device: Device, line: Line) -> None:
    page = begin(cast, device)
    page.goto(line.address + "/meer/")
    page.get_by_role("button", name="Uitloggen").click()
    page.wait_for_url("**/inloggen/**")
    assert page.evaluate(KEPT) == []
    # It is still her own: signed in again, she reads on.
    device.sign_in(cast.marijke)
    page.goto(line.address + "/hulp/")
    wait_until(lambda: len(page.evaluate(KEPT)) == 3, seconds=20, what="the pages")
    page.goto(line.address + "/veilig/toestellen/")
    page.get_by_role("button", name="Overal uitloggen").click()
    page.wait_for_url("**/inloggen/**")
    wait_until(lambda: page.evaluate(KEPT) == [], seconds=10, what="wiped")
    page = begin(cast, device)
    device.context.clear_cookies(name="sessionid")
    device.sign_in(cast.peter)
    contact(device, page)
    wait_until(lambda: page.evaluate(KEPT) == [], seconds=10, what="wiped")
    line.up = False
    page.goto(line.address + home(cast))
    page.get_by_text("U hebt geen bereik").wait_for()


def test_what_is_ended_from_elsewhere_or_shared_is_wiped_at_the_next_contact(
    cast: Cast, device: Device
) -> None:
    page = begin(cast, device)
    cast.owner.execute(
        "UPDATE people_owndevice SET ends_at = now() WHERE person_id = %s", [cast.marijke.person]
    )
    contact(device, page)
    wait_until(lambda: page.evaluate(KEPT) == [], seconds=10, what="wiped")
    page = begin(cast, device)
    page.goto(device.line.address + "/veilig/toestellen/")
    page.get_by_role("button", name="Dit is een gedeeld toestel").click()
    wait_until(lambda: page.evaluate(KEPT) == [], seconds=10, what="wiped")
