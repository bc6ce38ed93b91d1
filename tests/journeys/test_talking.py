"""A conversation of two people at once: what one says appears with the other, who stopped somewhere; and
the same without a script and with the keyboard."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.tests.talking import begun, said

from .walking import inside, sign_in, with_password

pytestmark = pytest.mark.browser


def test_what_one_says_appears_with_the_other_by_itself(
    cast: Cast, site: Site, browse: Any, stranger: Any
) -> None:
    item = begun(cast, cast.marijke, subject=Subject.DAY, topic="De markt")
    said(cast, cast.marijke, item, "Wie gaat er mee?")
    at = inside(site, cast, f"gesprek/{item}/")
    marijke, jannie = browse(cast.marijke), browse(cast.jannie)
    for page in (marijke, jannie):
        page.goto(at)
    jannie.get_by_text("Nieuw sinds u hier was").wait_for()
    # With the keyboard: into the field, the words, on to the button.
    field = marijke.get_by_label("Uw bericht")
    field.focus()
    marijke.keyboard.type("Ik haal je om tien uur, @Jannie.")
    for _stop in range(20):
        marijke.keyboard.press("Tab")
        if marijke.evaluate("document.activeElement.textContent").strip() == "Plaatsen":
            break
    marijke.keyboard.press("Enter")
    jannie.get_by_text("Ik haal je om tien uur").wait_for(timeout=20_000)
    assert jannie.get_by_text("Vooral voor Jannie de Wit").is_visible()
    # Without a script: the same page, a link for what is new, and a form.
    plain = stranger(java_script_enabled=False)
    sign_in(plain, site, with_password(cast.peter).email)
    plain.goto(inside(site, cast, "gesprekken/"))
    plain.get_by_role("link", name="De markt").click()
    plain.get_by_label("Uw bericht").fill("Ik kook.")
    plain.get_by_role("button", name="Plaatsen").click()
    plain.get_by_role("link", name="Nieuwe berichten").click()
    plain.wait_for_load_state()
    assert plain.get_by_text("Ik kook.").is_visible()
    jannie.get_by_text("Ik kook.").wait_for(timeout=20_000)
