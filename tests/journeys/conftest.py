"""A browser of somebody who is not signed in; and a household on a clock of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.running import Site, running_site

from .walking import PHONE

# What stands between page and network is tried in tests/offline.
PLAIN = {"viewport": PHONE, "locale": "nl-NL", "service_workers": "block"}

if TYPE_CHECKING:
    from .story import Story


@pytest.fixture
def stranger(chromium: Any, db: None) -> Iterator[Callable[..., Any]]:
    """`stranger()`: a page of a fresh browser, signed in as nobody; options go to its context."""
    contexts = []

    def open_one(**options: Any) -> Any:
        context = chromium.new_context(**PLAIN | options)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def clocked(
    django_db_setup: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Site, Path]]:
    """The pages, running on a clock that a test sets."""
    folder = tmp_path_factory.mktemp("clocked")
    with running_site(folder, entrance="tests.clocked:application") as site:
        yield site, folder


@pytest.fixture
def story(
    clocked: tuple[Site, Path], owner: Any, chromium: Any, settings: Any
) -> Iterator["Story"]:
    """A fresh household, its clock, its browsers and its mail."""
    from tests.clocked import LONG

    from .household import gather_household
    from .story import Story

    site, folder = clocked
    settings.ADDRESS, settings.SESSION_COOKIE_AGE = site.address, LONG
    story = Story(gather_household(owner), site, folder, chromium)
    yield story
    for page in story.pages.values():
        page.context.close()
