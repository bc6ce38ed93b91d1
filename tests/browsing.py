"""A real Chromium for tests: one to a process, in which everybody who looks has a context of their own.

`chromium`  the browser, for one module: while it may be used, no other event loop runs in this thread
`browse`    `browse(cast.anouk)`: a page of a fresh context in which somebody is signed in
`driver`    what starts browsers, for one module, for tests that need a browser of their own

Starting a driver and a browser for every module was more work than many a module itself. What makes
one of each possible: between modules the loop of the driver does not count as that of the thread.
"""

import asyncio
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cast import Somebody
    from tests.running import Site

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The same engine without the windows and menus around it, of which nobody sees anything here: a
# context opens with a third of the work. It shows no notifications.
BARE = "chromium-headless-shell"


def whole_browser() -> str:
    """The Chromium of this machine; without one the test is skipped."""
    return _first(*BROWSERS)


def light_browser() -> str:
    """The lightest Chromium of this machine; without one the test is skipped."""
    return _first(BARE, *BROWSERS)


def _first(*names: str) -> str:
    found = os.environ.get("ZV_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip("no Chromium")
    return found


@dataclass
class _Driver:
    """Playwright, its loop, and the browser that it started last."""

    playwright: Any
    loop: asyncio.AbstractEventLoop
    browser: Any = None

    @contextmanager
    def awake(self) -> Iterator[Any]:
        """Until the end of the block its loop is that of this thread, as Playwright expects after
        its every call. Django then thinks that this thread must not wait for the database."""
        asyncio._set_running_loop(self.loop)
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        try:
            yield self.playwright
        finally:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
            asyncio._set_running_loop(None)


@pytest.fixture(scope="session")
def _driver() -> Iterator[_Driver]:
    from playwright.sync_api import sync_playwright

    playwright = sync_playwright().start()
    driver = _Driver(playwright, asyncio.get_running_loop())
    asyncio._set_running_loop(None)
    yield driver
    with driver.awake():
        if driver.browser:
            driver.browser.close()
        playwright.stop()


@pytest.fixture(scope="module")
def driver(_driver: _Driver) -> Iterator[Any]:
    """What starts browsers."""
    with _driver.awake() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def chromium(driver: Any, _driver: _Driver) -> Iterator[Any]:
    """A real browser; what a module left open in it is closed."""
    if not (_driver.browser and _driver.browser.is_connected()):
        _driver.browser = driver.chromium.launch(
            executable_path=light_browser(), args=["--no-sandbox"]
        )
    yield _driver.browser
    for context in _driver.browser.contexts:
        context.close()


@pytest.fixture
def browse(site: "Site", chromium: Any, db: None) -> Iterator[Callable[..., Any]]:
    """A page of a fresh context, signed in as somebody; options go to the context."""
    from tests.visitor import signed_in

    contexts = []

    def open_as(who: "Somebody", **options: Any) -> Any:
        # What stands between page and network is tried in tests/offline.
        plain = {"viewport": {"width": 390, "height": 844}, "service_workers": "block"}
        options = plain | options
        context = chromium.new_context(**options)
        contexts.append(context)
        cookie = signed_in(who.person).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": site.address}])
        return context.new_page()

    yield open_as
    for context in contexts:
        context.close()
