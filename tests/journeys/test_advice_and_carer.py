"""The nurse makes an advice of a message in two taps; at night the daughter says how long she keeps it
up, and only whom she chose reads it."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site
from zorgverband.sharing.subjects import Subject

from .walking import PHONE, inside

pytestmark = pytest.mark.browser


def test_two_taps_make_an_advice_and_a_carer_chooses_who_reads_how_it_goes(
    cast: Cast, site: Site, browse: Any
) -> None:
    message = cast.item(about=cast.jannie, subject=Subject.TREATMENT, author=cast.anouk,
                        body="Graag niet meer dan 1,5 liter per dag drinken.")  # fmt: skip
    nurse = browse(cast.fatima, viewport=PHONE)
    nurse.goto(inside(site, cast, f"bericht/{message}/"))
    nurse.get_by_role("link", name="Maak er een advies van").click()
    nurse.get_by_role("button", name="Advies opschrijven").click()
    nurse.get_by_text("Drinken (vocht): hoogstens 1,5 liter per dag").wait_for()
    nurse.get_by_text("volgens Anouk Visser (huisarts)").wait_for()

    daughter = browse(cast.marijke, viewport=PHONE)
    daughter.goto(inside(site, cast, "mantelzorg/"))
    daughter.get_by_role("link", name="Hoe lang houdt u dit nog vol?").click()
    daughter.get_by_role("radio", name="Nog een paar weken").check(force=True)
    daughter.get_by_text("Kies de mensen").click()
    daughter.get_by_role("checkbox", name="Hanneke Smit").check(force=True)
    daughter.get_by_role("button", name="Bewaren").click()
    daughter.get_by_text("Ook te lezen voor: Hanneke Smit.").wait_for()
    for who, reads in ((cast.hanneke, True), (cast.jannie, False)):
        page = browse(who)
        page.goto(inside(site, cast, "mantelzorg/"))
        assert page.get_by_text("Nog een paar weken").is_visible() is reads
