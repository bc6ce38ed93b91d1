"""A device behind a line that can be cut."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.running import BROWSERS, Site

from .line import Line, line_to

if TYPE_CHECKING:
    from .device import Device


@pytest.fixture
def line(site: Site) -> Iterator[Line]:
    """The line to the site."""
    with line_to(int(site.address.rsplit(":", 1)[1])) as line:
        yield line


@pytest.fixture
def device(line: Line, tmp_path: Path, db: None) -> Iterator["Device"]:
    """A phone on that line."""
    from playwright.sync_api import sync_playwright

    from .device import Device

    found = os.environ.get("ZV_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    try:
        with sync_playwright() as playwright:
            device = Device(playwright, found, tmp_path / "phone", line)
            yield device
            device.switch_off()
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
