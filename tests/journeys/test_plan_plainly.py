"""The plan with the keyboard alone, and in a browser that runs no script at all."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site
from zorgverband.base.clock import today

from .test_keyboard import tab_to
from .walking import POST, inside, sign_in, to_the_plan, with_password

pytestmark = pytest.mark.browser
GOAL = "Ik loop weer zelf naar de winkel"


def test_without_scripts_one_begins_a_plan_agrees_on_something_and_looks_back(
    cast: Cast, site: Site, stranger: Any
) -> None:
    page = stranger(java_script_enabled=False)
    sign_in(page, site, with_password(cast.jannie).email)
    to_the_plan(page)
    page.get_by_role("link", name="Een plan beginnen").click()
    page.get_by_label("Wat wilt u bereiken?").fill(GOAL)
    page.get_by_label("Wanneer kijkt u samen terug?").fill((today() + timedelta(9)).isoformat())
    page.locator(POST).click()
    page.get_by_role("link", name=GOAL).click()
    page.get_by_role("link", name="Iets afspreken voor dit doel").click()
    page.get_by_label("Wat spreekt u af?").fill("Elke dag naar de hoek lopen")
    page.get_by_label("Wie doet dit?").select_option(value=str(cast.jannie.member))
    page.get_by_text("Vaker dan één keer").click()
    page.get_by_label("Hoe vaak?").select_option(label="Elke dag")
    page.get_by_role("button", name="Laat zien wie dit leest").click()
    assert page.get_by_label("Hoe vaak?").input_value() == "daily"
    page.locator(POST).click()
    page.get_by_text("Afgesproken: u doet dit.").wait_for()
    page.get_by_role("button", name="Vandaag gedaan").click()
    page.get_by_text("Genoteerd: gedaan.").wait_for()
    to_the_plan(page)
    page.get_by_role("link", name="Lezen en antwoord geven").click()
    page.get_by_role("button", name="Ja, dit is het plan").click()
    page.goto(inside(site, cast, "plan/"))
    page.get_by_role("link", name="Zeggen wat u vindt").click()
    page.get_by_label("Wat ging goed?").fill("Het lopen")
    page.get_by_role("button", name="Bewaren").click()
    page.get_by_text("Het lopen").wait_for()


def test_with_the_keyboard_one_begins_a_plan_and_says_how_a_goal_goes(
    cast: Cast, site: Site, browse: Any
) -> None:
    page = browse(cast.jannie, viewport={"width": 390, "height": 700}, reduced_motion="reduce")
    page.goto(inside(site, cast, "plan/"))
    unseen = tab_to(page, "Een plan beginnen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/begin/")
    unseen += tab_to(page, "goal")
    page.keyboard.type(GOAL)
    unseen += tab_to(page, "Plan beginnen")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    unseen += tab_to(page, GOAL)
    page.keyboard.press("Enter")
    page.wait_for_url("**/doel/**")
    unseen += tab_to(page, "words")
    page.keyboard.type("Al tot de hoek")
    unseen += tab_to(page, "Bewaren")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.get_by_text("Al tot de hoek").first.wait_for()
    unseen += tab_to(page, "Terugkijken op dit doel")
    page.keyboard.press("Enter")
    unseen += tab_to(page, "attained")
    page.keyboard.press("ArrowDown")
    unseen += tab_to(page, "Afsluiten")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.get_by_text("Dit doel is afgesloten.").wait_for()
    assert unseen == []
