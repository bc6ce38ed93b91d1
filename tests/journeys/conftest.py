"""A browser of somebody who is not signed in."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from .story import clocked, story
from .walking import PHONE

__all__ = ["clocked", "story"]


@pytest.fixture
def stranger(chromium: Any, db: None) -> Iterator[Callable[..., Any]]:
    """`stranger()`: a page of a fresh browser, signed in as nobody; options go to its context."""
    contexts = []

    def open_one(**options: Any) -> Any:
        context = chromium.new_context(**{"viewport": PHONE, "locale": "nl-NL"} | options)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
