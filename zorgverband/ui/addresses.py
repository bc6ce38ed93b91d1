"""Addresses of views, kept: a page names some thirty of them, and most are the same every time. And
the address of the page somebody is on."""

from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import get_urlconf, reverse


@lru_cache(maxsize=8192)
def _kept(urlconf: str | None, name: str, parts: tuple[tuple[str, Any], ...]) -> str:
    return reverse(name, urlconf=urlconf, kwargs=dict(parts) or None)


def address(name: str, **parts: Any) -> str:
    """The address of the view called `name`. Raises NoReverseMatch when there is none."""
    return _kept(get_urlconf(), name, tuple(parts.items()))


def page_of(request: HttpRequest) -> str:
    """The address of the page somebody is on. Of a form that was sent it is the page it stood on, as
    the browser says: where a form goes to, there is often no page. "/" for who does not say."""
    if request.method != "POST":
        return request.get_full_path()
    try:
        came = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return "/"
    if came.netloc != request.get_host() or not came.path:
        return "/"
    return f"{came.path}?{came.query}" if came.query else came.path
