"""One furnished world for all pages of a file; nothing here changes it."""

from typing import Any

import pytest


@pytest.fixture(scope="module")
def world(
    owner_connection: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Any:
    """Networks with something on every page."""
    from tests.axe.furnished import furnished
    from tests.cast import gather

    with django_db_blocker.unblock():
        return furnished(gather(owner_connection), tmp_path_factory.mktemp("files"))
