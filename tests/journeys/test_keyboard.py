"""With the keyboard alone: into the page, through the menu, writing, the readers, posting."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site
from zorgverband.sharing.subjects import Subject

from .walking import inside

pytestmark = pytest.mark.browser
MOST_STOPS = 90
# What has the focus, whether one sees that, and whether something lies over it.
FOCUS = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  const card = one.closest("label") ? one.closest("label").querySelector(".choice-box") : one;
  const style = getComputedStyle(card), shown = card.getBoundingClientRect();
  const at = y => document.elementFromPoint(shown.left + Math.min(shown.width / 2, 20), y);
  const free = top => top && (card.contains(top) || top.contains(card) || one.contains(top));
  return {
    name: (one.getAttribute("aria-label") || one.textContent || one.name || "").trim(),
    body: one === document.body,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 1,
    seen: shown.top >= 0 && shown.top < innerHeight && !!free(at(Math.max(shown.top + 3, 0))) &&
          (shown.height > innerHeight / 2 || !!free(at(shown.bottom - 3))),
    html: one.outerHTML.slice(0, 100),
  };
}"""


def tab_to(page: Any, name: str, *, key: str = "Tab") -> list[str]:
    """Press Tab until what is called `name` has the focus; answer where the focus was not seen."""
    unseen = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        focus = page.evaluate(FOCUS)
        if not focus["body"] and not (focus["ring"] and focus["seen"]):
            unseen.append(focus["html"])
        if name in focus["name"]:
            return unseen
    raise AssertionError(f"never reached {name}")


def test_with_the_keyboard_one_reads_opens_the_readers_writes_and_posts(
    cast: Cast, site: Site, browse: Any
) -> None:
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima, body="Gewandeld.",
              title="Wandeling")  # fmt: skip
    page = browse(cast.marijke, viewport={"width": 390, "height": 700}, reduced_motion="reduce")
    page.goto(inside(site, cast))
    unseen = tab_to(page, "Naar de inhoud")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.goto(inside(site, cast))
    unseen += tab_to(page, "Nieuws")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nieuws/")

    unseen += tab_to(page, "kan dit lezen")
    page.keyboard.press("Enter")
    page.locator(".readers-names").get_by_text("Anouk Visser").wait_for()
    unseen += tab_to(page, "Iets schrijven", key="Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/schrijven/")

    unseen += tab_to(page, "Terug naar Nieuws")
    page.keyboard.press("Tab")
    page.keyboard.type("Ik kom zondag.")
    page.locator("[name=subject]").focus()
    unseen += tab_to(page, "circle")
    with page.expect_response(lambda answer: "/lezers/" in answer.url):
        page.keyboard.press("ArrowDown")
    # The panel was renewed and the focus is still on the choice.
    assert page.evaluate("document.activeElement.name") == "circle"
    unseen += tab_to(page, "Plaatsen voor")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_text("Ik kom zondag.").first.is_visible()
    assert unseen == []


@pytest.mark.parametrize("path", ["", "nieuws/", "schrijven/", "mensen/", "agenda/nieuw/"])
def test_every_stop_of_a_page_is_seen_on_a_low_phone(
    path: str, cast: Cast, site: Site, browse: Any
) -> None:
    for number in range(3):
        cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima,
                  body=f"Dag {number}. " * 20)  # fmt: skip
    page = browse(cast.jannie, viewport={"width": 390, "height": 700}, reduced_motion="reduce")
    page.goto(inside(site, cast, path))
    unseen, stops = [], 0
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["body"]:
            break
        stops += 1
        if not (focus["ring"] and focus["seen"]):
            unseen.append(focus["html"])
    assert unseen == []
    assert stops > 10


def test_a_stop_behind_a_bar_or_without_a_ring_is_noticed(
    cast: Cast, site: Site, browse: Any
) -> None:
    # The control.
    page = browse(cast.jannie, viewport={"width": 390, "height": 700})
    page.goto(inside(site, cast))
    page.evaluate("""() => {
      const link = document.querySelector("main a:not([data-waiting] a)");
      link.style.outline = "none"; link.focus();
    }""")
    assert page.evaluate(FOCUS)["ring"] is False
    page.evaluate("""() => {
      const link = document.querySelector("main a:not([data-waiting] a)");
      Object.assign(link.style, {position: "fixed", bottom: "5px", left: "40px", zIndex: 0});
      link.focus();
    }""")
    assert page.evaluate(FOCUS)["seen"] is False
