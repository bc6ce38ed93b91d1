"""A phone that keeps what it has when it is switched off and on: a browser with a folder of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cast import Cast, Somebody
from tests.running import wait_until
from tests.visitor import signed_in

from .line import Line

WAITING = """() => new Promise((done) => {
  const asked = indexedDB.open("zv");
  asked.onupgradeneeded = () => asked.transaction.abort();
  asked.onerror = () => done(-1);
  asked.onsuccess = () => {
    const rows = asked.result.transaction("waiting").objectStore("waiting").getAll();
    rows.onsuccess = () => { asked.result.close(); done(rows.result.map((row) => row.state)); };
  };
})"""

READY = """() => new Promise((done) => {
  if (!navigator.serviceWorker.controller) { done(false); return; }
  const asked = indexedDB.open("zv", 1);
  asked.onupgradeneeded = () => asked.transaction.abort();
  asked.onerror = () => done(false);
  asked.onsuccess = () => {
    const row = asked.result.transaction("known").objectStore("known").get("who");
    row.onsuccess = () => { asked.result.close(); done(!!row.result); };
  };
})"""


class Device:
    """One browser, signed in as somebody, behind a line."""

    def __init__(self, playwright: Any, browser: str, folder: Path, line: Line) -> None:
        self.playwright, self.browser, self.folder, self.line = playwright, browser, folder, line
        self.context: Any = None
        self.switch_on()

    def switch_on(self) -> None:
        """Start the browser, with what it kept."""
        self.context = self.playwright.chromium.launch_persistent_context(
            str(self.folder), executable_path=self.browser, args=["--no-sandbox"],
            viewport={"width": 390, "height": 844},
        )  # fmt: skip
        self.context.set_default_timeout(15_000)

    def switch_off(self) -> None:
        """End the browser, whatever it is doing."""
        self.context.close()

    def sign_in(self, who: Somebody) -> None:
        """As this person from here on."""
        value = signed_in(who.person).cookies["sessionid"].value
        cookie = {"name": "sessionid", "value": value, "url": self.line.address}
        # A day, so that it stays when the browser ends.
        self.context.add_cookies([cookie | {"expires": 4_000_000_000}])

    def open(self, address: str, *, ready: bool = True) -> Any:
        """A page; `ready`: the service worker stands between it and the network and knows who it is."""
        page = self.context.pages[0] if self.context.pages else self.context.new_page()
        page.goto(self.line.address + address)
        if ready:
            wait_until(lambda: page.evaluate(READY), seconds=30, what="the service worker")
        return page

    def waiting(self, page: Any) -> list[str]:
        """How it stands with each of what waits, in order."""
        found: list[str] = page.evaluate(WAITING)
        return found


def write(page: Any, words: str, *, then: Callable[[Any], None] | None = None) -> None:
    """Fill the composer in and send it; `then` what happens at once after the tap."""
    page.fill("[name=body]", words)
    page.click("button[form=write]", no_wait_after=True)
    if then:
        then(page)


def composer(cast: Cast) -> str:
    """The address of the composer."""
    return f"/n/{cast.network}/schrijven/"
