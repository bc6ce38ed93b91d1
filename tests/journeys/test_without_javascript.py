"""Everything that matters works in a browser that runs no script at all."""

import re
from datetime import timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site
from zorgverband.base.clock import today
from zorgverband.sharing.subjects import Subject

from .walking import POST, inside, sign_in, with_password

pytestmark = pytest.mark.browser


@pytest.fixture
def page(cast: Cast, site: Site, stranger: Any) -> Any:
    """The daughter's browser, without scripts, just signed in."""
    page = stranger(java_script_enabled=False)
    sign_in(page, site, with_password(cast.marijke).email)
    assert page.url == inside(site, cast)
    return page


def test_without_scripts_one_reads_who_may_read_a_message_and_answers_it(
    cast: Cast, site: Site, page: Any
) -> None:
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima, body="Gewandeld.")
    page.goto(inside(site, cast, "nieuws/"))
    assert page.get_by_text("Gewandeld.").is_visible()
    page.get_by_role("button", name="Alles gezien").click()
    page.locator("details.readers summary").click()
    page.get_by_role("link", name="Waarom kan iemand dit lezen?").click()
    page.wait_for_load_state()
    assert page.get_by_text("Anouk Visser").is_visible()
    page.get_by_role("link", name="Terug naar het bericht").click()
    page.get_by_label("Uw reactie").fill("Wat leuk!")
    page.get_by_role("button", name="Reactie plaatsen").click()
    page.wait_for_load_state()
    assert page.get_by_text("Wat leuk!").is_visible()


def test_without_scripts_one_writes_for_readers_of_ones_own_choice(
    cast: Cast, site: Site, page: Any
) -> None:
    page.goto(inside(site, cast, "schrijven/"))
    page.get_by_label("Wat wilt u vertellen?").fill("Alleen voor Peter en mama.")
    page.get_by_role("radio", name="Zelf mensen kiezen").check(force=True)
    page.locator("details.own-choice summary").click()
    page.get_by_role("checkbox", name="Peter de Wit").check(force=True)
    page.get_by_role("button", name="Laat zien wie dit leest").click()
    assert page.get_by_label("Wat wilt u vertellen?").input_value() == "Alleen voor Peter en mama."
    readers = page.locator("#readers .chips li").all_inner_texts()
    assert {re.sub(r"^\w+\s", "", name) for name in readers} >= {"Peter de Wit", "Jannie de Wit"}
    assert not any("Fatima" in name for name in readers)
    page.locator(POST).click()
    page.get_by_text(f"Geplaatst. {len(readers)} mensen kunnen dit lezen.").wait_for()
    page.get_by_text("Alleen voor Peter en mama.").first.wait_for()
    page.get_by_role("button", name="Terughalen").click()
    # The words stand in the composer again, and nowhere else.
    assert page.get_by_label("Wat wilt u vertellen?").input_value() == "Alleen voor Peter en mama."
    page.goto(inside(site, cast, "nieuws/"))
    assert not page.get_by_text("Alleen voor Peter en mama.").count()


def test_without_scripts_one_plans_a_visit_and_notes_that_it_took_place(
    cast: Cast, site: Site, page: Any
) -> None:
    page.goto(inside(site, cast, "agenda/nieuw/"))
    page.get_by_label("Wie komt er?").select_option(value=str(cast.marijke.member))
    page.get_by_label("Op welke dag?").fill(today().isoformat())
    page.get_by_label("Hoe laat?", exact=True).fill("00:00")
    page.get_by_label("Wat komt deze persoon doen?").fill("Samen eten")
    page.locator(POST).click()
    page.goto(inside(site, cast))
    page.get_by_role("button", name="Ik ben geweest").click()
    page.wait_for_load_state()
    assert page.locator(".status").get_by_text("is geweest").is_visible()


def test_without_scripts_one_answers_what_was_asked_and_signs_out(
    cast: Cast, site: Site, page: Any
) -> None:
    page.goto(inside(site, cast, "afspreken/"))
    page.get_by_label("Wat spreekt u af?").fill("De rolstoel ophalen")
    page.get_by_label("Wie doet dit?").select_option(value=str(cast.marijke.member))
    page.get_by_label("Wanneer moet het klaar zijn?").fill(
        (today() + timedelta(days=3)).isoformat()
    )
    page.locator(POST).click()
    page.goto(inside(site, cast))
    page.get_by_role("button", name="Gedaan: De rolstoel ophalen").click()
    page.wait_for_load_state()
    assert page.get_by_text("Niemand wacht op u.").is_visible()
    page.get_by_role("link", name="Meer", exact=True).click()
    page.get_by_role("button", name="Uitloggen").click()
    page.goto(inside(site, cast))
    assert "/inloggen/" in page.url
