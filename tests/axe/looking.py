"""Looking at one page in Chromium: what axe finds, and what axe does not look at.

A browser stays signed in as one person for all the pages of that person. Letters and colours are
switched on the page itself, as the server writes them: on the root element.
"""

import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from tests.cast import Somebody
    from tests.running import Site

WIDTHS = (320, 390, 768, 1280)
LETTERS = ("normal", "large", "xlarge")
THEMES = ("light", "dark")
TALL = 900
SMALLEST_TARGET = 44
_RULES = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
}
# Between light and dark only colours differ.
_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
_AXE = """async only => {
  const found = await axe.run(document, {runOnly: only, resultTypes: ["violations"]});
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    rule.id + " " + node.target.join(" ") + ": " + node.failureSummary.replace(/\\s+/g, " ")));
}"""
_OPEN = """() => {
  document.querySelectorAll("main details").forEach((box, at, all) => {
    if (!box.matches(".readers") || box === document.querySelector(".readers")) box.open = true;
  });
}"""
# WCAG 1.4.12: nothing may be lost when somebody sets lines and words this wide.
_SPACED = """() => {
  const all = document.querySelectorAll("body, body *");
  all.forEach(one => Object.assign(one.style, {lineHeight: "1.5", letterSpacing: ".12em",
    wordSpacing: ".16em"}));
  document.querySelectorAll("p").forEach(one => one.style.marginBlockEnd = "2em");
}"""
_SIDEWAYS = """() => {
  const wide = document.documentElement.clientWidth + 1;
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll("body *")].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width && box.right > wide && !one.closest(".table-box, .hidden, svg");
  }).slice(0, 5).map(one => one.outerHTML.slice(0, 120));
}"""
# Words that lie over other words, or over a button or picture they are no part of.
_OVERLAPS = """() => {
  const words = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) {
    const one = node.parentElement;
    if (!node.textContent.trim() || one.closest(".hidden, .skip, select, script, noscript, svg") ||
        !one.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) words.push({one, box});
  }
  const things = [...document.querySelectorAll(".button, .emergency, .avatar, .input, .badge, img")]
    .map(one => ({one, box: one.getBoundingClientRect()})).filter(thing => thing.box.width > 1);
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > .35 * Math.min(a.height, b.height);
  const found = [];
  words.forEach((word, at) => {
    for (const other of [...words.slice(at + 1), ...things]) {
      const kin = word.one.contains(other.one) || other.one.contains(word.one);
      const label = word.one.closest("label") && word.one.closest("label").contains(other.one);
      if (!label && (!kin || (word.one === other.one && word.box !== other.box &&
          words.includes(other))) && over(word.box, other.box))
        found.push(word.one.outerHTML.slice(0, 80) + " over " + other.one.outerHTML.slice(0, 80));
    }
  });
  return found.slice(0, 5);
}"""
# A card with a radio button in it is tapped anywhere; a link in a sentence may be lower.
_SMALL = """least => [...document.querySelectorAll(
    "a[href], button, summary, select, textarea, input:not([type=hidden])")].filter(one => {
  const target = one.closest("label") || one;
  const box = target.getBoundingClientRect();
  if (!box.width || one.disabled || one.matches(".hidden, .skip") ||
      getComputedStyle(one).visibility === "hidden") return false;
  const words = [...one.parentElement.childNodes].some(
    node => node.nodeType === 3 && node.textContent.trim().length > 1);
  if (one.matches("a") && getComputedStyle(one).display === "inline" && words) return false;
  return box.height < least - .5 || box.width < 24;
}).map(one => one.outerHTML.slice(0, 160) + " " + one.getBoundingClientRect().height)"""
_FRAME = """() => ({
  h1: document.querySelectorAll("h1").length,
  title: document.title,
  lang: document.documentElement.lang,
  main: document.querySelectorAll("main").length,
})"""


class Setting(NamedTuple):
    """How wide the screen is and how somebody reads."""

    width: int
    letters: str
    theme: str


# Larger letters only lower the contrast that is asked: in dark the smallest are enough.
MATRIX = [
    Setting(width, letters, theme)
    for letters in LETTERS
    for width in WIDTHS
    for theme in THEMES
    if theme == "light" or letters == "normal"
]
# The tightest and the widest there is.
SAMPLE = [Setting(320, "xlarge", "dark"), Setting(1280, "normal", "light")]


def axe_source() -> str:
    """The program of axe-core, out of the package that carries it."""
    found = find_spec("axe_playwright_python")
    assert found is not None
    assert found.origin is not None
    return (Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")


class Windows:
    """Browsers by person, each signed in, and what went wrong in them."""

    def __init__(self, site: "Site", chromium: Any) -> None:
        self.site, self._chromium = site, chromium
        self._pages: dict[Any, Any] = {}
        self.faults: list[str] = []
        self.expected: set[int] = set()

    def of(self, who: "Somebody | None") -> Any:
        """The page of this person, or of nobody."""
        key = who.person if who else None
        if key not in self._pages:
            self._pages[key] = self._open(who)
        return self._pages[key]

    def fresh(self, who: "Somebody | None" = None) -> Any:
        """A page of a browser that never saw the site; whoever asks closes its context."""
        return self._open(who)

    def close(self) -> None:
        """Close them all."""
        for page in self._pages.values():
            page.context.close()

    def _open(self, who: "Somebody | None") -> Any:
        from tests.visitor import signed_in

        context = self._chromium.new_context(
            viewport={"width": 390, "height": TALL}, reduced_motion="reduce", locale="nl-NL"
        )
        context.add_init_script(axe_source())
        if who:
            cookie = signed_in(who.person).cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": self.site.address}])
        page = context.new_page()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("request", self._request)
        return page

    def _console(self, message: Any) -> None:
        if message.type != "error" or any(f" {code} " in message.text for code in self.expected):
            return
        self.faults.append(f"console: {message.text} {message.location.get('url', '')}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.site.address, self.site.live, "data:")):
            self.faults.append(f"asks {request.url}")


def arrange(page: Any, setting: Setting) -> None:
    """Show the open page so: as high as it needs, because a bar that sticks would lie over the
    rest and make axe see targets that are too close."""
    page.set_viewport_size({"width": setting.width, "height": TALL})
    page.evaluate(
        "([letters, theme]) => Object.assign(document.documentElement.dataset, {letters, theme})",
        [setting.letters, setting.theme],
    )
    _stretch(page, setting.width)


def _stretch(page: Any, width: int) -> None:
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": max(TALL, height)})


def open_all(page: Any) -> None:
    """Open what folds, so that it is looked at too."""
    page.evaluate(_OPEN)
    page.wait_for_load_state("networkidle") if page.locator(
        "main details.readers"
    ).count() else None


def violations(page: Any, settings: list[Setting]) -> Iterator[str]:
    """What axe has against the page in each of these settings, and what sticks out of it or lies
    over something else. In dark, where the same page was looked at in light, only at colours."""
    whole: set[tuple[int, str]] = set()
    for setting in settings:
        arrange(page, setting)
        seen = (setting.width, setting.letters) in whole
        whole.add((setting.width, setting.letters))
        found = page.evaluate(_AXE, _COLOURS if seen else _RULES)
        if not seen:
            found += [*page.evaluate(_SIDEWAYS), *page.evaluate(_OVERLAPS)]
        for fault in found:
            yield f"{setting.width} {setting.letters} {setting.theme}: {fault}"


def sideways(page: Any, *, spaced: bool) -> list[str]:
    """What sticks out at 320 px, in the largest letters or with lines and words set wide."""
    arrange(page, Setting(320, "normal" if spaced else "xlarge", "light"))
    if spaced:
        page.evaluate(_SPACED)
        _stretch(page, 320)
    found = [*page.evaluate(_SIDEWAYS), *page.evaluate(_OVERLAPS)]
    return [f"sticks out{' when spaced' if spaced else ''}: {one}" for one in found]


def small_targets(page: Any) -> list[str]:
    """What is too low to tap on a phone."""
    arrange(page, Setting(390, "normal", "light"))
    return [f"too small: {one}" for one in page.evaluate(_SMALL, SMALLEST_TARGET)]


def keep_pictures(page: Any, name: str) -> None:
    """With ZV_SHOTS=<directory> in the environment: pictures of the page for a person to look at,
    on a phone, on a desk, and in the largest letters."""
    folder = os.environ.get("ZV_SHOTS")
    if not folder:
        return
    for width, letters in ((390, "normal"), (1280, "normal"), (390, "xlarge")):
        arrange(page, Setting(width, letters, "light"))
        page.screenshot(path=f"{folder}/{name}-{width}-{letters}.png")


def frame_faults(page: Any) -> list[str]:
    """One h1, one main, a title of its own, a language."""
    frame = page.evaluate(_FRAME)
    faults = [] if frame["h1"] == 1 and frame["main"] == 1 else [f"{frame}"]
    if not frame["title"].strip().removeprefix("- Zorgverband") or frame["lang"] not in (
        "nl",
        "en",
    ):
        faults.append(f"{frame}")
    return faults
