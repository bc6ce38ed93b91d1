"""What is run inside a page to judge it: axe itself, and what axe does not look at."""

from importlib.util import find_spec
from pathlib import Path

RULES = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
}
# Between light and dark only colours differ.
COLOURS = ("color-contrast", "link-in-text-block")
# Between letters of another size: what is too close, too wide, or cut off.
ROOM = ("target-size", "scrollable-region-focusable")
AXE = """async only => {
  const found = await axe.run(document, {runOnly: only, resultTypes: ["violations"],
    preload: {assets: ["media"], timeout: 5000}});
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    rule.id + " " + node.target.join(" ") + ": " + node.failureSummary.replace(/\\s+/g, " ")));
}"""
# Also what is only fetched when it opens; of who can read what, the first.
OPEN = """async () => {
  const first = document.querySelector(".readers"), coming = [];
  document.querySelectorAll("main details").forEach(box => {
    if (box.matches(".readers") && box !== first) return;
    if (box.matches("[hx-get]") && !box.open) coming.push(new Promise((done, fail) => {
      box.addEventListener("htmx:afterSettle", done, {once: true});
      setTimeout(() => fail(new Error("who can read it did not come")), 20000);
    }));
    box.open = true;
  });
  await Promise.all(coming);
}"""
# WCAG 1.4.12: nothing may be lost when somebody sets lines and words this wide.
SPACED = """() => {
  const all = document.querySelectorAll("body, body *");
  all.forEach(one => Object.assign(one.style, {lineHeight: "1.5", letterSpacing: ".12em",
    wordSpacing: ".16em"}));
  document.querySelectorAll("p").forEach(one => one.style.marginBlockEnd = "2em");
}"""
# How high the page is, and how high the window.
HEIGHT = "[document.documentElement.scrollHeight, innerHeight]"
# Letters and colours as the server writes them; answers HEIGHT.
DRESS = """([letters, theme]) => {
  Object.assign(document.documentElement.dataset, {letters, theme});
  return THE_HEIGHT;
}""".replace("THE_HEIGHT", HEIGHT)
# Until every picture on the page is there (or failed), also those that wait for room.
PICTURES = """async () => {
  const coming = [...document.images].map(one => { one.loading = "eager"; return one })
    .filter(one => !one.complete).map(one => new Promise(done => {
      one.addEventListener("load", done); one.addEventListener("error", done);
      setTimeout(done, 2000);
    }));
  await Promise.all(coming);
}"""
SIDEWAYS = """() => {
  const wide = document.documentElement.clientWidth + 1;
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll("body *")].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width && box.right > wide && !one.closest(".table-box, .hidden, svg");
  }).slice(0, 5).map(one => one.outerHTML.slice(0, 120));
}"""
# Words that lie over other words, or over a button or picture they are no part of.
OVERLAPS = """() => {
  const words = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) {
    const one = node.parentElement;
    if (!node.textContent.trim() || one.closest(".hidden, .skip, select, script, noscript, svg") ||
        !one.checkVisibility()) continue;
    const head = one.closest("thead");
    if (head && getComputedStyle(head).clipPath !== "none") continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) words.push({one, box, word: true});
  }
  const things = [...document.querySelectorAll(".button, .emergency, .avatar, .input, .badge, img")]
    .map(one => ({one, box: one.getBoundingClientRect()})).filter(thing => thing.box.width > 1);
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > .35 * Math.min(a.height, b.height);
  const found = [];
  words.forEach((word, at) => {
    for (const other of [...words.slice(at + 1), ...things]) {
      if (!over(word.box, other.box)) continue;
      const kin = word.one.contains(other.one) || other.one.contains(word.one);
      const label = word.one.closest("label") && word.one.closest("label").contains(other.one);
      if (!label && (!kin || (word.one === other.one && word.box !== other.box && other.word)))
        found.push(word.one.outerHTML.slice(0, 80) + " over " + other.one.outerHTML.slice(0, 80));
    }
  });
  return found.slice(0, 5);
}"""
LAID = f"() => [...({SIDEWAYS})(), ...({OVERLAPS})()]"
# A card with a radio button in it is tapped anywhere; a link in a sentence may be lower.
SMALL = """least => [...document.querySelectorAll(
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
FRAME = """() => ({
  h1: document.querySelectorAll("h1").length,
  title: document.title,
  lang: document.documentElement.lang,
  main: document.querySelectorAll("main").length,
})"""


def axe_source() -> str:
    """The program of axe-core, out of the package that carries it."""
    found = find_spec("axe_playwright_python")
    assert found is not None
    assert found.origin is not None
    return (Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")
