"""The client, 84, on a phone in large letters: who looked, understood on one screen, and asked about."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site
from zorgverband.privacy.tests.test_who_looked import NIGHT, looked
from zorgverband.sharing.subjects import Subject

from .walking import PHONE, inside, on_screen

pytestmark = pytest.mark.browser


def test_the_log_is_understood_on_one_screen_and_what_is_strange_is_asked_in_two_taps(
    cast: Cast, site: Site, browse: Any
) -> None:
    for who in (cast.fatima, cast.sanne, cast.marijke):
        looked(cast, who)
    looked(cast, cast.anouk, at=NIGHT, subject=Subject.MEDICATION)
    page = browse(cast.jannie, viewport=PHONE)
    page.goto(inside(site, cast))
    page.get_by_role("button", name="Groot", exact=True).click()
    page.goto(inside(site, cast, "meer/"))
    page.get_by_role("link", name="Wie heeft gekeken").click()
    for words in (
        "De afgelopen maand: 4 mensen keken. 1 keer was anders dan anders.",
        "Anouk Visser keek 's nachts",
    ):
        assert on_screen(page.get_by_text(words, exact=True)), words
    ask = page.get_by_role("link", name="Ik begrijp dit niet: Anouk Visser")
    assert on_screen(ask)
    page.get_by_text("Thuiszorg De Brug", exact=True).click()
    page.wait_for_load_state()
    assert page.get_by_role("link", name="Fatima El Amrani").is_visible()
    ask.click()
    page.wait_for_load_state()
    assert page.get_by_text("U stelt een vraag aan Marijke de Wit").is_visible()
    page.get_by_role("button", name="Vraag versturen").click()
    page.wait_for_load_state()
    assert page.get_by_text("Uw vraag is naar Marijke de Wit gestuurd.").is_visible()
    hers = browse(cast.marijke, viewport=PHONE)
    hers.goto(f"{site.address}/voor-mij/")
    assert hers.get_by_text("Waarom keek Anouk Visser in het dossier?").first.is_visible()
