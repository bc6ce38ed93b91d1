"""The GP has ninety seconds: what is asked of me, and the answer, without scrolling."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site, wait_until

from .walking import DESK, POST, inside, on_screen

pytestmark = pytest.mark.browser
MOST_SCREENS = 3


def test_the_gp_answers_what_was_asked_in_at_most_three_screens_without_scrolling(
    cast: Cast, site: Site, browse: Any
) -> None:
    coordinator, gp = browse(cast.hanneke), browse(cast.anouk, viewport=DESK)
    with site.worker():
        coordinator.goto(inside(site, cast, "afspreken/"))
        coordinator.get_by_label("Wat spreekt u af?").fill("De plastabletten nakijken")
        coordinator.get_by_label("Wie doet dit?").select_option(value=str(cast.anouk.member))
        coordinator.get_by_label("Waar gaat het over?").select_option(label="Gezondheid")
        with coordinator.expect_navigation():
            coordinator.locator(POST).click()
        gp.goto(f"{site.address}/voor-mij/")
        wait_until(
            lambda: gp.get_by_text("De plastabletten nakijken").count() or (not gp.wait_for_timeout(100)
            and False), seconds=45, what="the question",
        )  # fmt: skip
    screens: list[str] = []
    gp.on("framenavigated", lambda frame: screens.append(frame.url))
    gp.goto(f"{site.address}/voor-mij/")
    yes = gp.get_by_role("button", name="Ja, dat doe ik: De plastabletten nakijken")
    assert on_screen(gp.get_by_text("Jannie de Wit").first)
    assert on_screen(yes)
    yes.click()
    gp.wait_for_load_state()
    assert gp.url == f"{site.address}/voor-mij/"
    assert gp.get_by_role("button", name="Gedaan: De plastabletten nakijken").is_visible()
    assert len(screens) <= MOST_SCREENS
    coordinator.goto(inside(site, cast, "afspraken/"))
    assert coordinator.get_by_text("Afgesproken").first.is_visible()
