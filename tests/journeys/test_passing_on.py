"""A neighbour passes something on with her phone: three taps, and no more comes back than that it was
read. The coordinator gives another a link, by which it goes without an account."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site

from .walking import PHONE, inside

pytestmark = pytest.mark.browser


def test_three_taps_on_a_phone_and_only_that_it_was_read_comes_back(
    cast: Cast, site: Site, browse: Any, chromium: Any
) -> None:
    ria = browse(cast.ria, viewport=PHONE)
    ria.goto(inside(site, cast))
    ria.get_by_role("link", name="Iets doorgeven").click()
    ria.get_by_text("Eten en drinken").click()
    ria.get_by_role("button", name="Doorgeven").click()
    ria.wait_for_load_state()
    assert ria.get_by_text("Ontvangen. Dank u wel.").is_visible()
    width = ria.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]

    coordinator = browse(cast.hanneke)
    coordinator.goto(inside(site, cast, "doorgegeven/"))
    coordinator.get_by_role("button", name="Gelezen").click()
    coordinator.wait_for_load_state()
    coordinator.get_by_role("link", name="Links zonder inloggen").click()
    coordinator.get_by_label("Een link maken voor").select_option(label="Ria Bos, buur")
    coordinator.get_by_role("button", name="Link maken").click()
    coordinator.wait_for_load_state()
    link = coordinator.locator("code").inner_text()

    ria.reload()
    assert ria.get_by_text("gelezen door de coördinator").is_visible()
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    anybody = context.new_page()
    anybody.goto(link)
    anybody.get_by_text("Veel alleen").click()
    anybody.get_by_role("button", name="Doorgeven").click()
    anybody.wait_for_load_state()
    assert anybody.get_by_text("Ontvangen", exact=True).is_visible()
    context.close()
