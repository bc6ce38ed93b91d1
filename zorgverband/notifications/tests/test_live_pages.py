"""In real Chromium: an open page learns of news by itself, and only the page of who may know."""

import re
import time
from typing import Any

import pytest

from tests.cast import Cast, Somebody
from tests.running import Site, wait_until

from .test_deliver import happened
from .test_live import ring

pytestmark = pytest.mark.browser
QUICK = 2.0
WORDS = "De wond aan het been is netjes en droog."


def open_news(site: Site, browse: Any, who: Somebody) -> tuple[Any, list[str]]:
    """The news of somebody's network in a browser, listening, and the list of what it asks."""
    page = browse(who)
    asked: list[str] = []
    with page.expect_response(lambda answer: "/live/" in answer.url) as listening:
        page.goto(site.news(who.network))
    assert listening.value.status == 200

    def note(request: Any) -> None:
        # The icon of the tab is fetched when the browser pleases.
        if "/static/" not in request.url:
            asked.append(request.url)

    # The page itself notes after three seconds what was seen.
    page.on("request", note)
    return page, asked


def write(site: Site, browse: Any, who: Somebody, words: str) -> None:
    """Somebody writes about health, with the form and its button."""
    page = browse(who)
    page.goto(f"{site.address}/n/{who.network}/schrijven/")
    page.locator("[name=body]").fill(words)
    page.locator("select[name=subject]").select_option("1")
    page.locator("[name=circle][value=family_care]").check(force=True)
    with page.expect_navigation():
        page.locator(
            "main form[method=post] button.button-do:not([type]), .actionbar button.button-do"
        ).first.click()


def test_the_nurse_writes_and_the_gp_sees_it_while_the_page_of_the_municipality_asks_nothing(
    cast: Cast, site: Site, browse: Any
) -> None:
    gp, _ = open_news(site, browse, cast.anouk)
    municipality, asked = open_news(site, browse, cast.linda)
    before = municipality.content()
    write(site, browse, cast.fatima, WORDS)
    written = time.monotonic()
    gp.get_by_text(WORDS).first.wait_for(timeout=5000)
    assert time.monotonic() - written < QUICK
    municipality.wait_for_timeout(1500)
    assert asked == []
    assert municipality.content() == before


def test_what_the_municipality_may_know_does_reach_its_open_page(
    cast: Cast, site: Site, browse: Any
) -> None:
    from zorgverband.sharing.subjects import Subject

    cast.permit(cast.linda, Subject.COMING, about=cast.jannie, read=True, past=True)
    municipality, asked = open_news(site, browse, cast.linda)
    words = "Donderdag komt de klusjesman."
    item = cast.item(
        about=cast.jannie, subject=Subject.COMING, author=cast.marijke, body=words, title=words
    )
    ring(happened(cast, cast.marijke, item))
    municipality.get_by_text(words).first.wait_for(timeout=5000)
    assert asked


def test_the_open_page_of_who_is_removed_stops(cast: Cast, site: Site, browse: Any) -> None:
    page, asked = open_news(site, browse, cast.anouk)
    cast.end(cast.anouk)
    ring(happened(cast, cast.hanneke, verb="removed", member=cast.anouk.member))
    wait_until(
        lambda: page.wait_for_timeout(50) or any("/live/" in url for url in asked), seconds=8
    )
    write(site, browse, cast.fatima, WORDS)
    page.wait_for_timeout(1500)
    assert not page.get_by_text(WORDS).count()
    assert not [url for url in asked if re.search("/nieuws/$", url)]
    assert page.goto(site.news(cast.network)).status == 404


def test_voor_mij_learns_of_news_by_itself_once_it_was_delivered(
    cast: Cast, site: Site, browse: Any
) -> None:
    page = browse(cast.anouk)
    with page.expect_response(lambda answer: "/live/" in answer.url):
        page.goto(f"{site.address}/voor-mij/")
    page.get_by_text("Niemand wacht op u.").wait_for()
    with site.worker():
        write(site, browse, cast.fatima, WORDS)
        page.get_by_text(WORDS).first.wait_for(timeout=45000)
