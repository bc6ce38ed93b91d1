"""Signing out without reception: the device is empty at once, and the session ends when there is some."""

from typing import Any

import pytest

from tests.cast import Cast, Somebody
from tests.running import wait_until
from zorgverband.people.models import Session

from .device import Device
from .line import Line
from .test_reading import KEPT, begin
from .test_whose import WHO

pytestmark = pytest.mark.browser
LEFT = """(token) => new Promise((done) => { const asked = indexedDB.open("zv", 1);
  asked.onsuccess = () => {
    const rows = asked.result.transaction("known", "readwrite").objectStore("known");
    const row = rows.get("leaving");
    row.onsuccess = () => { if (token) { rows.put(token, "leaving"); }
      asked.result.close(); done(row.result || ""); }; }; })"""


def sessions(who: Somebody) -> int:
    return Session.objects.using("owner").filter(account_id=who.account).count()


def left_without_reception(cast: Cast, device: Device, line: Line) -> tuple[Any, str]:
    """Marijke signs out without reception; the page, and what the device keeps of that."""
    page = begin(cast, device)
    page.goto(line.address + "/meer/")
    line.up = False
    page.get_by_role("button", name="Uitloggen").click()
    page.get_by_text("Zodra er weer bereik is, maken wij het uitloggen af.").wait_for()
    return page, page.evaluate(LEFT, "")


def test_who_signs_out_without_reception_is_signed_out_when_there_is(
    cast: Cast, device: Device, line: Line
) -> None:
    page, kept = left_without_reception(cast, device, line)
    assert (sessions(cast.marijke), page.evaluate(KEPT), page.evaluate(WHO)) == (1, [], "")
    assert kept
    # Switched off and on in between, and the first page is asked of the server as nobody.
    device.switch_off()
    device.switch_on()
    line.up = True
    page = device.open("/meer/", ready=False)
    page.wait_for_url("**/inloggen/**")
    assert sessions(cast.marijke) == 0
    wait_until(lambda: page.evaluate(LEFT, "") == "", seconds=10, what="nothing left to do")


def test_without_opening_a_page_too(cast: Cast, device: Device, line: Line) -> None:
    page, _kept = left_without_reception(cast, device, line)
    line.up = True
    page.evaluate("window.dispatchEvent(new Event('online'))")
    wait_until(lambda: sessions(cast.marijke) == 0, seconds=15, what="signed out")
    assert (page.evaluate(WHO), page.evaluate(KEPT)) == ("", [])


def test_who_signs_in_after_that_stays_signed_in(cast: Cast, device: Device, line: Line) -> None:
    page, kept = left_without_reception(cast, device, line)
    # Signing in gives another token, as it does in earnest.
    device.context.clear_cookies()
    device.sign_in(cast.peter)
    line.up = True
    page.goto(line.address + "/meer/")
    page.get_by_role("button", name="Uitloggen").wait_for()
    assert sessions(cast.peter) == 1
    assert page.evaluate(LEFT, kept) == ""
    page.goto(line.address + "/hulp/")
    wait_until(lambda: page.evaluate(LEFT, "") == "", seconds=15, what="nothing left to do")
    page.goto(line.address + "/meer/")
    page.get_by_role("button", name="Uitloggen").wait_for()
    assert sessions(cast.peter) == 1
