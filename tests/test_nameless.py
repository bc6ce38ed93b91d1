"""No log line holds the secret in an address that is one: whoever reads the log could use it."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from zorgverband.config.failures import Nameless

SECRET = "Zt4-geheim_9xQ"
# What an address calls a word that nobody may guess.
SECRETS = ("token", "key")


def addresses(found: list[Any], before: str = "/") -> Iterator[str]:
    """Every address with a secret in it, as it stands in a log."""
    for one in found:
        words = before + str(one.pattern).lstrip("^")
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, words)
        elif isinstance(one, URLPattern):
            for name in SECRETS:
                for shape in (f"<str:{name}>", f"(?P<{name}>.+)"):
                    if shape in words:
                        yield words.replace(shape, SECRET).replace("(?P<uidb36>[0-9A-Za-z]+)", "a1")


@pytest.mark.parametrize("address", sorted(set(addresses(get_resolver().url_patterns))))
def test_the_secret_in_an_address_is_not_logged(address: str) -> None:
    for said, rest in (("Not Found: %s", (address,)), (f"Forbidden (CSRF): {address}", ())):
        record = logging.LogRecord("django.request", logging.WARNING, "", 0, said, rest, None)
        assert Nameless().filter(record)
        assert SECRET not in record.getMessage(), record.getMessage()


def test_there_are_such_addresses() -> None:
    assert len(list(addresses(get_resolver().url_patterns))) > 5
