"""Ready for a language that is written from right to left: the main pages, turned round, on a phone."""

from typing import Any

import pytest

from tests.running import Site

from .looking import Setting, arrange, open_all
from .pages import Look, viewer
from .scripts import OVERLAPS
from .windows import Windows

pytestmark = pytest.mark.browser
MAIN = (
    "today news write agenda plan people more item:home who_sees_what agreement:home help welcome"
)
# In a page that is turned round what sticks out does so on the left.
OUTSIDE = """() => {
  const root = document.documentElement, wide = root.clientWidth + 1;
  const found = [...document.querySelectorAll("body *")].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width && (box.left < -1 || box.right > wide) && one.checkVisibility() &&
      !one.closest(".table-box, .hidden, .skip, svg");
  }).slice(0, 5).map(one => one.outerHTML.slice(0, 120));
  return root.scrollWidth > wide ? ["scrolls sideways", ...found] : found;
}"""
TURN = "document.documentElement.dir = 'rtl'"


def outside(page: Any, letters: str) -> list[str]:
    """What is not in view when this page is turned round, in these letters at 390 px."""
    page.evaluate(TURN)
    arrange(page, Setting(390, letters, "light"))
    found = [*page.evaluate(OUTSIDE), *page.evaluate(OVERLAPS)]
    return [f"{letters}: {one}" for one in found]


@pytest.mark.parametrize("name", MAIN.split())
def test_a_main_page_turned_round_fits_on_a_phone(
    name: str, windows: Windows, world: Any, site: Site
) -> None:
    who = "hanneke" if name == "agreement:home" else "jannie"
    look = Look(name.partition(":")[0], who, name.partition(":")[2] or "-")
    page = windows.of(viewer(world, who))
    page.goto(site.address + look.address(world))
    open_all(page)
    faults = [fault for letters in ("normal", "xlarge") for fault in outside(page, letters)]
    assert not faults, "\n".join(faults)
    # Turned round it is: the mark of the menu or the button to write stands on the other side.
    assert page.evaluate("getComputedStyle(document.querySelector('main')).direction") == "rtl"


def test_what_sticks_out_of_a_turned_page_would_be_seen(
    windows: Windows, world: Any, site: Site
) -> None:
    # The control: a place from the left, as one writes who thinks of one direction only.
    page = windows.of(viewer(world, "jannie"))
    page.goto(f"{site.address}/hulp/")
    page.evaluate("document.querySelector('main h1').setAttribute('id', 'far')")
    page.evaluate(
        "new CSSStyleSheet().replace('#far { position: relative; left: -400px }')"
        ".then(sheet => { document.adoptedStyleSheets = [sheet] })"
    )
    assert outside(page, "normal")
