"""What holds for every answer of every door: its headers, and no address with personal data in it."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import unquote_plus, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.cast import Cast

from .asking import address, elsewhere, form, post, prepared
from .browsers import Browsers
from .rows import DOORS
from .table import NETWORK
from .world import SECRET, World

READS = [(one, ask) for one in DOORS for ask in one.asks if ask.method == "GET"]
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), payment=()",
}
KEPT = {
    # Of a program: asked again each time, and answered with nothing when nothing changed.
    "service_worker": "no-cache",
    "agenda_feed": "private, no-cache",
    "manifest": "public, max-age=86400",
    "stylesheet_file": "public, max-age=31536000, immutable",
}
FILES = {"file", "small_picture"}
POLICY = re.compile(
    r"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    r"connect-src 'self' http://testserver:\d+; form-action 'self'; frame-ancestors 'none'; "
    r"base-uri 'none'; manifest-src 'self'; font-src 'self'"
)
# Where a page points: everything a browser follows, fetches or sends to.
POINTS = re.compile(r'\s(?:href|src|action|formaction|hx-[a-z-]+|data-[a-z-]+|content)="([^"]*)"')


def wrong_headers(answer: Any, *, kept: str = "no-store", file: bool = False) -> list[str]:
    """Which headers of this answer are missing or other than they must be."""
    faults = [name for name, value in FIXED.items() if answer.headers.get(name) != value]
    policy = answer.headers.get("Content-Security-Policy", "")
    if file:
        faults += [] if policy == "default-src 'none'; sandbox" else [f"policy {policy}"]
        kept = "private, no-store"
    elif not POLICY.fullmatch(policy):
        faults.append(f"policy {policy}")
    if answer.headers.get("Cache-Control") != kept and "no-store" not in answer["Cache-Control"]:
        faults.append(f"kept {answer.headers.get('Cache-Control')}")
    return faults


@pytest.fixture(scope="module")
def answers(world: World, django_db_blocker: Any) -> list[tuple[str, Any]]:
    """Answers of every kind: pages, fragments, files, forms refused, not found, to sign in."""
    with django_db_blocker.unblock():
        return [(name, read(answer)) for name, answer in asked(world, Browsers())]


def read(answer: Any) -> Any:
    """The answer, with its file read and closed."""
    if answer.streaming:
        b"".join(answer.streaming_content)
        answer.close()
    return answer


def asked(world: World, browsers: Browsers) -> Iterator[tuple[str, Any]]:
    """Everything by who decides, who cares, who is on the social side, who was removed and who is
    not signed in; and all that can go wrong, once."""
    cast = world.cast
    for who in (cast.jannie, cast.fatima, cast.linda, cast.joost, None):
        client = browsers.of(who)
        for one, ask in READS:
            yield one.name, client.get(prepared(one, ask.what, world, who, client))
    client = browsers.of(cast.linda)
    for one in DOORS:
        at = address(one.name, next(ask.what for ask in one.asks), world)
        if one.kind == NETWORK:
            yield f"{one.name} elsewhere", client.get(elsewhere(one.name, world))
        yield f"{one.name} without a key", post(client, at, {})
        yield f"{one.name} by another method", client.delete(at)
    forging = Client(enforce_csrf_checks=True)
    yield "forged", forging.post(address("set_reading", "-", world))
    yield "no such address", client.get("/dit/is/er/niet/")
    yield "static", client.get("/static/ui/page.js")


@pytest.mark.slow
def test_every_answer_has_the_headers_that_protect(answers: list[tuple[str, Any]]) -> None:
    faults = []
    for name, answer in answers:
        kept = KEPT.get(name, "no-store") if name != "static" else "max-age=3600, public"
        file = name in FILES and answer.status_code == 200
        faults += [f"{name}: {words}" for words in wrong_headers(answer, kept=kept, file=file)]
    assert not faults, "\n".join(faults)
    assert {200, 302, 403, 404, 405, 422} <= {answer.status_code for _name, answer in answers}


def test_a_header_that_is_missing_or_weaker_is_noticed() -> None:
    # The control.
    answer = HttpResponse(headers=FIXED | {"Cache-Control": "public"})
    answer.headers["Content-Security-Policy"] = "default-src *"
    del answer.headers["X-Frame-Options"]
    assert len(wrong_headers(answer)) == 3


def personal(cast: Cast) -> set[str]:
    """Words that may not stand in an address: names, mail addresses, and words of items."""
    names = {word for one in cast.people.values() for word in one.name.split() if len(word) > 3}
    return {word.casefold() for word in (*names, *SECRET)} | {"@", "kraanlek", "zoekwoord"}


def words_in_addresses(page: str, words: set[str]) -> Iterator[str]:
    """Each place a page points to, in which one of these words stands."""
    for found in POINTS.findall(page):
        address = unquote_plus(unescape(found))
        parts = urlsplit(address)
        told = f"{parts.path}?{parts.query}".casefold()
        if parts.scheme in ("tel", "mailto") or not ("/" in address or "?" in address):
            continue
        for word in words:
            if word in told:
                yield f"{address}: {word}"


@pytest.mark.slow
def test_no_page_points_to_an_address_with_personal_data(
    world: World, answers: list[tuple[str, Any]]
) -> None:
    faults, pages, words = set(), 0, personal(world.cast)
    for name, answer in answers:
        page = f' href="{answer.headers.get("Location", "")}"'
        if "html" in answer.headers.get("Content-Type", ""):
            page += answer.content.decode()
            pages += 1
        faults |= {f"{name}: {line}" for line in words_in_addresses(page, words)}
    assert not faults, "\n".join(sorted(faults))
    assert pages > 250


@pytest.mark.slow
def test_a_form_goes_on_to_an_address_without_personal_data(world: World, owner: Any) -> None:
    for one in DOORS:
        for ask in one.asks:
            if ask.method == "POST" and one.name in ("write", "invite", "add_document"):
                client = Browsers().of(world.cast.hanneke)
                words = form(one.name, world, world.cast.hanneke, ask.what)
                answer = post(client, address(one.name, ask.what, world), words, key=ask.what)
                line = f' href="{answer.headers.get("Location", "")}"'
                assert not list(words_in_addresses(line, {"piet", "duin", "@", "nieuw.", "brief"}))


@pytest.mark.parametrize("page", [
    '<a href="/n/1/zoeken/?q=Marijke%20de%20Wit">', '<form action="/x/?mail=a%40b.nl">',
    '<div hx-get="/n/dakgoot/">', '<img src="https://elders.test/?n=fatima">',
])  # fmt: skip
def test_an_address_with_a_name_or_a_word_of_an_item_is_noticed(page: str, world: World) -> None:
    # The control.
    assert list(words_in_addresses(page, personal(world.cast)))
