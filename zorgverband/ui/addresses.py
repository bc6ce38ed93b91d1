"""Addresses of views, kept: a page names some thirty of them, and most are the same every time."""

from functools import lru_cache
from typing import Any

from django.urls import get_urlconf, reverse


@lru_cache(maxsize=8192)
def _kept(urlconf: str | None, name: str, parts: tuple[tuple[str, Any], ...]) -> str:
    return reverse(name, urlconf=urlconf, kwargs=dict(parts) or None)


def address(name: str, **parts: Any) -> str:
    """The address of the view called `name`. Raises NoReverseMatch when there is none."""
    return _kept(get_urlconf(), name, tuple(parts.items()))
