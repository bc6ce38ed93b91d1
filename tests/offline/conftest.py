"""A device behind a line that can be cut."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browsing import light_browser
from tests.running import Site

from .line import Line, line_to

if TYPE_CHECKING:
    from .device import Device


@pytest.fixture
def line(site: Site) -> Iterator[Line]:
    """The line to the site."""
    with line_to(int(site.address.rsplit(":", 1)[1])) as line:
        yield line


@pytest.fixture
def program() -> str:
    """The browser on that phone."""
    return light_browser()


@pytest.fixture
def device(driver: Any, program: str, line: Line, tmp_path: Path, db: None) -> Iterator["Device"]:
    """A phone on that line."""
    from .device import Device

    device = Device(driver, program, tmp_path / "phone", line)
    yield device
    device.switch_off()
