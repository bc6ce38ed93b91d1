"""One furnished world for everything that only looks, a watch on it, and signed-in browsers."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Thousands of refusals on purpose need no line in the log."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="module")
def world(owner_connection: Any, django_db_blocker: Any) -> Any:
    """Shared by the tests of one file: none of them may change it."""
    from tests.cast import gather

    from .world import furnish

    with django_db_blocker.unblock():
        return furnish(gather(owner_connection))


@pytest.fixture
def watch(owner: Any) -> Iterator[Any]:
    """Notices every row that changes during the test."""
    from .watch import watching

    with watching(owner) as watch:
        yield watch


@pytest.fixture
def browsers(db: None) -> Any:
    """Browsers by person."""
    from .browsers import Browsers

    return Browsers()
