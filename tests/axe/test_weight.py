"""What a page costs to fetch: the first time with styles and scripts, and later by itself."""

import gzip
from typing import Any

import pytest

from tests.running import Site

from .pages import Look, looks, viewer
from .windows import Windows

pytestmark = pytest.mark.browser
FIRST, LATER = 60 * 1024, 20 * 1024
# A network's own photos are as heavy as they are.
PICTURES = ("image/jpeg", "image/png", "image/webp")


def weigh(page: Any, address: str) -> int:
    """Bytes on the way for this address, with all it fetches. The page itself is packed by
    whatever stands before the product, and counts as that would send it."""
    kinds: dict[str, str] = {}
    sizes: dict[str, int] = {}
    protocol = page.context.new_cdp_session(page)
    protocol.on("Network.responseReceived", lambda told: kinds.update(
        {told["requestId"]: told["response"]["mimeType"]}))  # fmt: skip
    protocol.on("Network.loadingFinished", lambda told: sizes.update(
        {told["requestId"]: int(told["encodedDataLength"])}))  # fmt: skip
    protocol.send("Network.enable")
    answer = page.goto(address)
    page.wait_for_timeout(300)
    heavy = {*PICTURES, "text/html", "text/event-stream"}
    fetched = sum(size for one, size in sizes.items() if kinds.get(one, "") not in heavy)
    return fetched + len(gzip.compress(answer.body(), 6))


def test_the_first_page_with_everything_it_needs_is_light(
    windows: Windows, world: Any, site: Site
) -> None:
    page = windows.fresh()
    try:
        assert 10_000 < weigh(page, f"{site.address}/inloggen/") <= FIRST
    finally:
        page.context.close()


@pytest.mark.parametrize("name", ["today", "news", "write", "for_me"])
def test_the_first_page_of_somebody_signed_in_is_light(
    name: str, windows: Windows, world: Any, site: Site
) -> None:
    page = windows.fresh(world.cast.marijke)
    try:
        address = site.address + Look(name, "marijke").address(world)
        assert 10_000 < weigh(page, address) <= FIRST
    finally:
        page.context.close()


def test_every_later_page_is_light(world: Any, django_db_blocker: Any) -> None:
    from tests.visitor import signed_in

    heavy = []
    with django_db_blocker.unblock():
        for look in looks():
            who = viewer(world, look.who)
            if who is None:
                continue
            body = signed_in(who.person).get(look.address(world)).content
            if len(gzip.compress(body, 6)) > LATER:
                heavy.append(f"{look}: {len(body)}")
    assert not heavy, "\n".join(heavy)
