"""The client, 84, on a tablet in large letters: who comes today, one tap to call, the news."""

from datetime import time
from typing import Any

import pytest

from tests.cast import Cast
from tests.doors.world import add
from tests.running import Site
from zorgverband.agenda.models import Visit
from zorgverband.base.clock import today
from zorgverband.base.repeating import FOREVER, Repeat
from zorgverband.sharing.subjects import Subject

from .walking import TABLET, inside, on_screen

pytestmark = pytest.mark.browser


def _visit(cast: Cast) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.COMING, author=cast.fatima, kind="visit",
                     title="Douchen en koffie", body="Douchen en koffie",
                     in_news=False)  # fmt: skip
    add(Visit(item_id=item, network_id=cast.network, who_id=cast.fatima.member, first_on=today(),
              last_on=FOREVER, starts=time(9, 30), repeat=Repeat.DAILY))  # fmt: skip


def test_the_client_sees_in_large_letters_who_comes_today_calls_with_one_tap_and_reads_the_news(
    cast: Cast, site: Site, browse: Any
) -> None:
    _visit(cast)
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, title="Taart",
              body="Zondag breng ik taart mee.")  # fmt: skip
    page = browse(cast.jannie, viewport=TABLET)
    page.goto(inside(site, cast))
    page.get_by_role("button", name="Groot", exact=True).click()
    page.wait_for_load_state()
    assert page.url == inside(site, cast)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "22px"
    assert page.get_by_role("heading", level=1).inner_text().endswith(", Jannie")
    assert on_screen(page.get_by_text("9.30 uur", exact=True))
    assert on_screen(page.locator("main li b").first)
    call = page.get_by_role("link", name="Marijke bellen")
    assert on_screen(call)
    assert call.get_attribute("href") == "tel:0655501000"
    assert on_screen(page.get_by_role("link", name="Thuiszorg bellen"))
    page.get_by_role("link", name="Nieuws lezen").click()
    page.wait_for_load_state()
    assert page.get_by_text("Zondag breng ik taart mee.").first.is_visible()
    assert page.evaluate("document.documentElement.dataset.letters") == "large"
