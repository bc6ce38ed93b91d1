"""Weak points that a first prototype had and that must not come back, measured in the browser: the words
of the bar, the desk on a phone, cards to choose from, what stands in a column of its own."""

from itertools import pairwise
from typing import Any

import pytest

from tests.running import Site

from .looking import Setting, arrange, sideways_when_spaced
from .pages import Look, viewer
from .scripts import SIDEWAYS, SPACED
from .windows import Windows

pytestmark = pytest.mark.browser
SMALLEST, APART, ENOUGH = 16, 4, 3
PHONES = (320, 360, 390)
LETTERS = ("normal", "large", "xlarge", "compact")
# Per word of the bar: its letters in px and where its words stand; those that stick out are cut off.
BAR = """() => [...document.querySelectorAll(".menu li")].filter(one => one.offsetWidth).map(one => {
  const label = one.querySelector("a > span:last-child"), range = document.createRange();
  range.selectNodeContents(label);
  const boxes = [...range.getClientRects()];
  return {word: label.textContent, size: parseFloat(getComputedStyle(label).fontSize),
    left: Math.min(...boxes.map(box => box.left)), right: Math.max(...boxes.map(box => box.right)),
    top: boxes[0].top, bottom: boxes[boxes.length - 1].bottom,
    target: one.querySelector("a").getBoundingClientRect().height};
})"""
# How the border of a card that is not chosen stands out from what is beside it, as WCAG counts it.
BORDER = """() => {
  const light = text => {
    const part = text.match(/[\\d.]+/g).slice(0, 3).map(one => one / 255)
      .map(one => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4);
    return .2126 * part[0] + .7152 * part[1] + .0722 * part[2];
  };
  const card = document.querySelector(".choice input:not(:checked):not(:disabled) + .choice-box");
  const style = getComputedStyle(card), page = getComputedStyle(document.documentElement);
  return [style.backgroundColor, page.backgroundColor].map(beside => {
    const [a, b] = [light(style.borderTopColor), light(beside)].sort((x, y) => y - x);
    return (a + .05) / (b + .05);
  }).concat(parseFloat(style.borderTopWidth));
}"""
# Of every row of the desk: whether its cells stand under each other, as wide as the card.
CARDS = """() => [...document.querySelectorAll(".desk tbody tr")].map(row => {
  const cells = [...row.children].map(one => one.getBoundingClientRect());
  return cells.every((box, at) => !at || box.top >= cells[at - 1].bottom - 1);
})"""


def crowded(page: Any, width: int, letters: str) -> list[str]:
    """What is wrong with the bar, as it is and with words set wide."""
    arrange(page, Setting(width, letters, "light"))
    faults = []
    for spaced in (False, True):
        if spaced:
            page.evaluate(SPACED)
        words = page.evaluate(BAR)
        faults += [
            f"{one['word']}: {one['size']} px" for one in words if one["size"] < SMALLEST - 0.01
        ]
        faults += [f"{one['word']}: cut off" for one in words
                   if one["left"] < 0 or one["right"] > width]  # fmt: skip
        faults += [
            f"{one['word']} {other['left'] - one['right']:.1f} px from {other['word']}"
            for one, other in pairwise(words)
            if other["left"] - one["right"] < APART and other["top"] < one["bottom"]
        ]
        faults += [f"{one['word']}: low" for one in words if one["target"] < 48]
    return [f"{width} {letters}: {one}" for one in faults]


def opened(windows: Windows, world: Any, site: Site, name: str, who: str) -> Any:
    page = windows.of(viewer(world, who))
    assert page.goto(site.address + Look(name, who).address(world)).status == 200
    return page


@pytest.mark.parametrize(("name", "who"), [("today", "jannie"), ("my_route", "fatima")])
def test_the_words_of_the_bar_are_large_enough_and_keep_apart(
    name: str, who: str, windows: Windows, world: Any, site: Site
) -> None:
    faults: list[str] = []
    for width in PHONES:
        for letters in LETTERS:
            page = opened(windows, world, site, name, who)
            faults += crowded(page, width, letters)
            assert 3 <= len(page.evaluate(BAR)) <= 4
    assert not faults, "\n".join(faults)


def test_a_bar_with_small_words_or_five_in_a_row_is_noticed(
    windows: Windows, world: Any, site: Site
) -> None:
    # The control: the same bar as the prototype had it.
    page = opened(windows, world, site, "today", "jannie")
    page.evaluate("document.querySelectorAll('.menu li').forEach(one => one.className = '')")
    page.locator(".menu ul").evaluate("one => { one.style.flexWrap = 'nowrap'; }")
    assert any("from" in one or "cut off" in one for one in crowded(page, 320, "normal"))
    page = opened(windows, world, site, "today", "jannie")
    page.evaluate(
        "document.querySelectorAll('.menu a').forEach(one => one.style.fontSize = '12px')"
    )
    assert any("12 px" in one for one in crowded(page, 390, "normal"))


def test_the_desk_is_cards_on_a_phone_and_a_table_on_a_desk(
    windows: Windows, world: Any, site: Site
) -> None:
    page = opened(windows, world, site, "desk", "hanneke")
    for width, cards in ((320, True), (390, True), (768, True), (1280, False)):
        arrange(page, Setting(width, "normal", "light"))
        found = page.evaluate(CARDS)
        assert found
        assert all(found) is cards, width
        assert page.evaluate(SIDEWAYS) == []


def test_plan_and_people_have_pages_of_their_own_on_a_phone_and_stand_beside_the_news_on_a_desk(
    windows: Windows, world: Any, site: Site
) -> None:
    page = opened(windows, world, site, "news", "marijke")
    column = page.locator("aside.aside")
    arrange(page, Setting(390, "normal", "light"))
    assert not column.is_visible()
    ways = page.locator(".menu a:visible").evaluate_all("all => all.map(one => one.dataset.key)")
    assert {"people", "more"} <= set(ways)
    more = opened(windows, world, site, "more", "jannie")
    for name in ("plan", "people"):
        address = Look(name, "jannie").address(world)
        assert more.locator(f'main a[href="{address}"]').first.is_visible()
    page = opened(windows, world, site, "news", "marijke")
    arrange(page, Setting(1280, "normal", "light"))
    assert column.is_visible()


def test_a_card_that_is_not_chosen_has_a_border_one_can_see(
    windows: Windows, world: Any, site: Site
) -> None:
    page = opened(windows, world, site, "write", "fatima")
    for theme in ("light", "dark"):
        arrange(page, Setting(390, "normal", theme))
        inside, outside, width = page.evaluate(BORDER)
        assert min(inside, outside) >= ENOUGH, (theme, inside, outside)
        assert width >= 2
    # The control: the colour of mere lines is not enough.
    page.evaluate("document.documentElement.style.setProperty('--border', 'var(--line)')")
    assert min(page.evaluate(BORDER)[:2]) < ENOUGH


def test_the_client_sees_today_without_a_tap_and_calls_with_one(
    windows: Windows, world: Any, site: Site
) -> None:
    page = opened(windows, world, site, "today", "jannie")
    for width, letters in ((390, "normal"), (390, "xlarge"), (768, "large"), (1280, "normal")):
        arrange(page, Setting(width, letters, "light"))
        tiles = page.locator(".tiles .tile")
        assert tiles.count() == 4
        assert tiles.evaluate_all(
            "all => all.every(one => one.getBoundingClientRect().height >= 5.4 *"
            " parseFloat(getComputedStyle(document.documentElement).fontSize) - 1)"
        )
        calls = page.locator('.tiles a[href^="tel:"]')
        assert calls.count() >= 1
        # What asks something comes after who comes and whom to call.
        assert page.evaluate(
            "() => { const first = document.querySelector('.tiles'), all = [...document"
            ".querySelectorAll('#today .panel-ask')]; return all.every(one =>"
            " first.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING); }"
        )
    assert page.get_by_role("heading", name="Wie kijkt er mee?").is_visible()
    assert sideways_when_spaced(page) == []
