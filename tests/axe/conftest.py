"""One furnished world, one browser and one window per person for all the pages of a file."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.running import Site

from .windows import Windows


@pytest.fixture(scope="module")
def world(site: Site, owner_connection: Any, django_db_blocker: Any) -> Any:
    """Only looked at: no test changes it."""
    from tests.cast import gather

    from .furnished import furnished

    with django_db_blocker.unblock():
        return furnished(gather(owner_connection), site.folder / "files")


@pytest.fixture(scope="module")
def windows(site: Site, chromium: Any, django_db_blocker: Any) -> Iterator[Windows]:
    """Signed-in windows, by person."""
    windows = Windows(site, chromium)
    with django_db_blocker.unblock():
        yield windows
    windows.close()
