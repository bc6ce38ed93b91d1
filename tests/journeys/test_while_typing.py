"""News that comes while somebody types an answer takes nothing of it away; and a page whose session ended
elsewhere leads to signing in, whole."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.running import Site
from zorgverband.talks.tests.asking import asked

pytestmark = pytest.mark.browser
NEWS = 'document.body.dispatchEvent(new CustomEvent("zv:news", {bubbles: true}))'
MARK = 'document.querySelector("{} h2").dataset.before = "1"'


def news(page: Any, address: str) -> None:
    """There is news, and the page has looked."""
    with page.expect_response(lambda one: one.url.endswith(address)):
        page.evaluate(NEWS)


@pytest.mark.parametrize(("address", "lists"), [("/n/{}/", "#today"), ("/voor-mij/", "#for-me")])
def test_an_answer_that_is_being_typed_stays_when_there_is_news(
    cast: Cast, site: Site, browse: Any, address: str, lists: str
) -> None:
    asked(cast, cast.fatima, cast.anouk)
    at = address.format(cast.network)
    page = browse(cast.anouk)
    page.goto(site.address + at)
    page.evaluate(MARK.format(lists))
    page.locator("summary", has_text="Nee, want...").click()
    field = page.get_by_label("Waarom niet?")
    field.fill("Ik zie de wond")
    page.locator("h1").click()
    news(page, at)
    news(page, at)
    expect(field).to_have_value("Ik zie de wond")
    # The control: with nothing typed the lists are new.
    field.fill("")
    page.locator("h1").click()
    news(page, at)
    expect(page.locator(f"{lists} [data-before]")).to_have_count(0)


def test_a_page_of_who_signed_out_elsewhere_leads_to_signing_in(
    cast: Cast, site: Site, browse: Any
) -> None:
    page = browse(cast.anouk)
    page.goto(site.address + f"/n/{cast.network}/")
    page.context.clear_cookies(name="sessionid")
    page.evaluate(NEWS)
    page.wait_for_url("**/inloggen/**")
    assert page.locator("main").count() == 1
