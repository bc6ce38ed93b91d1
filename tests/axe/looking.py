"""Looking at one open page: what axe finds, and what axe does not look at.

Letters and colours are switched on the page itself, as the server writes them: on the root element.
"""

import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from .scripts import (
    AXE,
    COLOURS,
    FRAME,
    OPEN,
    OVERLAPS,
    PICTURES,
    ROOM,
    RULES,
    SIDEWAYS,
    SMALL,
    SPACED,
)
from .windows import TALL

WIDTHS = (320, 390, 768, 1280)
LETTERS = ("normal", "large", "xlarge")
THEMES = ("light", "dark")
SMALLEST_TARGET = 44


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
    shown = TALL
    # Pictures come when there is room for them, and make the page higher once more.
    for _ in range(4):
        height = page.evaluate("document.documentElement.scrollHeight")
        if height <= shown:
            return
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(PICTURES)
        shown = height


def open_all(page: Any) -> None:
    """Open what folds, so that it is looked at too."""
    page.evaluate(OPEN)
    page.wait_for_load_state("networkidle") if page.locator(
        "main details.readers"
    ).count() else None


def violations(page: Any, settings: list[Setting]) -> Iterator[str]:
    """What axe has against the page in each of these settings, and what sticks out of it or lies
    over something else. Everything is asked once at every width; in dark then only the colours, and
    in other letters only what lies where, because nothing else can differ."""
    asked: set[tuple[int, str]] = set()
    for setting in settings:
        arrange(page, setting)
        first = not any(width == setting.width for width, _ in asked)
        moved = (setting.width, setting.letters) not in asked
        asked.add((setting.width, setting.letters))
        found = page.evaluate(AXE, RULES if first else ROOM if moved else COLOURS)
        if moved:
            found += [*page.evaluate(SIDEWAYS), *page.evaluate(OVERLAPS)]
        for fault in found:
            yield f"{setting.width} {setting.letters} {setting.theme}: {fault}"


def sideways_when_spaced(page: Any) -> list[str]:
    """What sticks out at 320 px with lines and words set wide; the page stays so."""
    arrange(page, Setting(320, "normal", "light"))
    page.evaluate(SPACED)
    _stretch(page, 320)
    found = [*page.evaluate(SIDEWAYS), *page.evaluate(OVERLAPS)]
    return [f"sticks out when spaced: {one}" for one in found]


def small_targets(page: Any) -> list[str]:
    """What is too low to tap on a phone."""
    arrange(page, Setting(390, "normal", "light"))
    return [f"too small: {one}" for one in page.evaluate(SMALL, SMALLEST_TARGET)]


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
    frame = page.evaluate(FRAME)
    faults = [] if frame["h1"] == 1 and frame["main"] == 1 else [f"{frame}"]
    if not frame["title"].strip().removeprefix("- Zorgverband") or frame["lang"] not in (
        "nl",
        "en",
    ):
        faults.append(f"{frame}")
    return faults
