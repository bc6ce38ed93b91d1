"""A browser that never saw the product, with somebody signed in, for Lighthouse to look through."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from tests.browsing import BROWSERS
from tests.running import free_port


@contextmanager
def browser(address: str, cookies: dict[str, str]) -> Iterator[int]:
    """The port at which a fresh Chromium listens to Lighthouse. The cookies are the browser's own, so
    that they go along with everything a page asks."""
    from playwright.sync_api import sync_playwright

    found = os.environ.get("CHROME_PATH") or next(filter(None, map(shutil.which, BROWSERS)), None)
    port = free_port()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=found,
            args=["--no-sandbox", f"--remote-debugging-port={port}"],
        )  # fmt: skip
        context.add_cookies([
            {"name": name, "value": value, "url": address} for name, value in cookies.items()
        ])  # fmt: skip
        yield port
        context.close()
