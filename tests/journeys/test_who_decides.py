"""The coordinator takes over and the client takes it back, in large letters; a child turns twelve
and sixteen, and who decides follows the day."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.doors.world import add
from tests.running import Site
from zorgverband.base import clock
from zorgverband.demo.town import turning
from zorgverband.networks.models import Authority
from zorgverband.sharing.subjects import Subject

from .walking import DESK, PHONE, TABLET, inside, on_screen

pytestmark = pytest.mark.browser
REASON = "Mevrouw ligt in het ziekenhuis en kan nu niets kiezen."


def test_the_coordinator_takes_over_and_the_client_takes_it_back_in_large_letters(
    cast: Cast, site: Site, browse: Any
) -> None:
    hanneke = browse(cast.hanneke, viewport=DESK)
    hanneke.goto(inside(site, cast, "meer/"))
    hanneke.get_by_role("link", name="Wie beslist").click()
    hanneke.get_by_role("link", name="Tijdelijk zelf beslissen").click()
    hanneke.get_by_role("radio", name="De cliënt kan het nu niet zelf").check(force=True)
    hanneke.get_by_label("Schrijf op wat er aan de hand is").fill(REASON)
    hanneke.get_by_role("button", name="Verder").click()
    hanneke.wait_for_load_state()
    assert hanneke.get_by_role("heading", name="Dit verandert er").is_visible()
    hanneke.get_by_role("button", name="Tijdelijk beslissen").click()
    hanneke.wait_for_load_state()
    assert hanneke.get_by_text("U beslist nu tijdelijk voor Jannie de Wit.").is_visible()

    jannie = browse(cast.jannie, viewport=TABLET)
    jannie.goto(inside(site, cast))
    jannie.get_by_role("button", name="Groot", exact=True).click()
    jannie.wait_for_load_state()
    assert jannie.evaluate("getComputedStyle(document.documentElement).fontSize") == "22px"
    assert on_screen(jannie.get_by_text("Hanneke Smit beslist tijdelijk voor u"))
    back = jannie.get_by_role("link", name="Ik beslis weer zelf")
    assert on_screen(back)
    back.click()
    assert on_screen(jannie.get_by_role("button", name="Ja, ik beslis zelf"))
    jannie.get_by_role("button", name="Ja, ik beslis zelf").click()
    jannie.wait_for_load_state()
    assert jannie.get_by_text("U beslist weer zelf.").is_visible()
    assert jannie.get_by_text(REASON).first.is_visible()

    hanneke.goto(inside(site, cast, "wie-beslist/"))
    assert hanneke.get_by_role("heading", name="Jannie beslist zelf.").is_visible()
    assert hanneke.get_by_text("De cliënt beslist weer zelf.").is_visible()


def _born(cast: Cast, years: int, *, in_days: int = 0) -> None:
    cast.owner.execute(
        "UPDATE people_personal SET birth_date = %s WHERE person_id = %s",
        [turning(years, in_days=in_days), cast.jannie.person],
    )


@pytest.fixture
def child(cast: Cast) -> Cast:
    """Jannie is a child; her father has authority and reads nothing by permission."""
    started = clock.now() - timedelta(days=900)
    add(Authority(network_id=cast.network, child_id=cast.jannie.member,
                  parent_id=cast.peter.member, starts_at=started))  # fmt: skip
    cast.permit(cast.peter, Subject.HEALTH, about=cast.jannie)
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk, title="Inhaler",
              body="Twee keer per dag een pufje.")  # fmt: skip
    return cast


def test_on_the_twelfth_and_sixteenth_birthday_who_decides_changes_by_itself(
    child: Cast, site: Site, browse: Any
) -> None:
    father, jannie = browse(child.peter, viewport=PHONE), browse(child.jannie, viewport=PHONE)
    page = inside(site, child, "wie-beslist/")

    _born(child, 12, in_days=1)
    father.goto(page)
    assert father.get_by_text("Jannie is jonger dan 12 jaar.").is_visible()
    assert father.get_by_text("wordt Jannie 12.").is_visible()

    _born(child, 12)
    father.goto(page)
    assert father.get_by_text("Jannie beslist samen met Peter de Wit.").is_visible()
    jannie.goto(page)
    assert jannie.get_by_text("U beslist samen met Peter de Wit.").is_visible()

    _born(child, 16, in_days=1)
    father.goto(inside(site, child, "nieuws/"))
    assert father.get_by_text("Twee keer per dag een pufje.").first.is_visible()
    _born(child, 16)
    father.goto(inside(site, child, "nieuws/"))
    assert father.get_by_text("Twee keer per dag een pufje.").count() == 0
    jannie.goto(page)
    assert jannie.get_by_role("heading", name="U beslist zelf.").is_visible()
