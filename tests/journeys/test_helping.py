"""Jannie asks for help: her neighbour cannot, her son does it, all see that, and she says thank you."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site
from zorgverband.base import clock
from zorgverband.helping.tests.asking import offers

from .walking import inside

pytestmark = pytest.mark.browser
WHAT = "Mee naar de opticien"


def test_help_is_asked_refused_done_seen_and_thanked_for(
    cast: Cast, site: Site, browse: Any
) -> None:
    offers(cast, cast.peter, transport="wants")
    jannie, ria, peter, linda = (
        browse(one) for one in (cast.jannie, cast.ria, cast.peter, cast.linda)
    )
    jannie.goto(inside(site, cast))
    jannie.get_by_role("link", name="Hulp vragen").click()
    jannie.get_by_role("link", name="Meegaan of brengen").click()
    jannie.get_by_label("Wat moet er gebeuren?").fill(WHAT)
    jannie.locator("[name=day]").fill((clock.today() + timedelta(days=4)).isoformat())
    jannie.locator("[name=starts]").fill("14:00")
    jannie.locator("[name=other]").select_option(label="Ria Bos")
    jannie.get_by_role("radio", name="Iemand anders Kies hieronder wie").check(force=True)
    jannie.locator(".actionbar button.button-do").click()
    jannie.get_by_text("Gevraagd aan Ria Bos").first.wait_for()

    peter.goto(inside(site, cast, "hulp/"))
    peter.get_by_text(WHAT).wait_for()
    assert peter.get_by_role("button", name="Ik doe het").count() == 0

    ria.goto(inside(site, cast))
    ria.get_by_role("button", name=f"Dat kan ik niet: {WHAT}").click()
    ria.get_by_text("U wordt hier niet meer voor gevraagd").wait_for()

    peter.goto(inside(site, cast))
    peter.get_by_role("button", name=f"Ik doe het: {WHAT}").click()
    peter.get_by_text("Afgesproken: u doet dit").wait_for()

    linda.goto(inside(site, cast, "hulp/"))
    linda.get_by_text("Peter de Wit doet het").wait_for()
    assert linda.get_by_role("button", name="Ik doe het").count() == 0

    jannie.goto(inside(site, cast))
    jannie.get_by_text("Peter de Wit doet het").wait_for()
    jannie.get_by_role("link", name=WHAT).click()
    jannie.locator("[name=words]").fill("Je bent een schat")
    jannie.get_by_role("button", name="Dank u wel zeggen").click()
    jannie.get_by_text("Uw bedankje is verstuurd").wait_for()
    peter.goto(inside(site, cast, "hulp/"))
    peter.get_by_text("Je bent een schat").wait_for()
