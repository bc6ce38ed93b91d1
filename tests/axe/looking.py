"""Looking at one open page: what axe finds, and what axe does not look at.

Letters and colours are switched on the page itself, as the server writes them: on the root element.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .scripts import (
    AXE,
    COLOURS,
    DRESS,
    FRAME,
    HEIGHT,
    LAID,
    OPEN,
    PICTURES,
    ROOM,
    RULES,
    SMALL,
    SPACED,
)
from .state import STATE
from .windows import TALL, fit

WIDTHS = (320, 390, 768, 1280)
LETTERS = ("normal", "large", "xlarge")
THEMES = ("light", "dark")
SMALLEST_TARGET = 44


class Setting(NamedTuple):
    """How wide the screen is and how somebody reads."""

    width: int
    letters: str
    theme: str


# Larger letters only lower the contrast that is asked: in dark the smallest are enough. The largest
# come first: a window that is high enough for them need not change for the others.
MATRIX = [
    Setting(width, letters, theme)
    for width in WIDTHS
    for letters in reversed(LETTERS)
    for theme in THEMES
    if theme == "light" or letters == "normal"
]


def arrange(page: Any, setting: Setting) -> None:
    """Show the open page so: as high as it needs, because a bar that sticks would lie over the
    rest and make axe see targets that are too close."""
    fit(page, setting.width, TALL)
    _dress(page, setting)


def _dress(page: Any, setting: Setting) -> None:
    """These letters and colours, in a window that may only have to grow."""
    height, room = page.evaluate(DRESS, [setting.letters, setting.theme])
    # A page that fills the window may be higher once more when the window is.
    for _ in range(4):
        if height <= room:
            return
        fit(page, setting.width, height)
        height, room = page.evaluate(HEIGHT)


def open_all(page: Any) -> None:
    """Open what folds, so that it is looked at too, with every picture."""
    page.evaluate(OPEN)
    page.evaluate(PICTURES)


@dataclass
class Asked:
    """What axe was asked about the open page so far, and what to ask next.

    What axe finds follows from four things: what the page holds and shows of it (`shown`), in which
    colours and over what (`skin`), how large and how close what one taps is, and what can be
    scrolled (`tight`); `scripts.STATE` measures them. So: everything whenever something else is
    shown than in any setting before; the colours whenever they, or what lies under words, are new;
    and size and place in every layout that has something small, close or scrollable. What is left
    out could only find again what was found already. `test_controls.py` shows that a fault at one
    width, in one colour or in one size of letters does not slip through.
    """

    settings: list[Setting]
    shown: set[str] = field(default_factory=set)
    skins: dict[str, list[str]] = field(default_factory=dict)
    before: Setting | None = None

    def plain(self, setting: Setting) -> bool:
        """Whether these are the smallest letters at this width. Larger ones change only what lies
        where, and lower the contrast that is asked."""
        here = [LETTERS.index(one.letters) for one in self.settings if one.width == setting.width]
        return LETTERS.index(setting.letters) == min(here)

    def rules(self, setting: Setting, state: dict[str, Any]) -> dict[str, Any] | None:
        """What axe must be asked now; nothing when it can find nothing new."""
        names: list[str] = []
        if self.plain(setting):
            colours = self._new_colours(state)
            if state["shown"] not in self.shown:
                self.shown.add(state["shown"])
                return RULES
            names += COLOURS if colours else ()
        names += ROOM if state["tight"] and self.moved(setting) else ()
        return {"type": "rule", "values": names} if names else None

    def _new_colours(self, state: dict[str, Any]) -> bool:
        """Whether these colours, for letters as small as these, were never asked about."""
        asked = self.skins.setdefault(state["skin"], [])
        # Large letters need less contrast: asked with fewer of them covers more.
        known = any(all(a <= b for a, b in zip(one, state["large"], strict=True)) for one in asked)
        asked.append(state["large"])
        return not known

    def moved(self, setting: Setting) -> bool:
        """Whether things lie elsewhere than in the setting before."""
        return self.before is None or self.before[:2] != setting[:2]


def violations(page: Any, settings: list[Setting]) -> Iterator[str]:
    """What axe has against the page in each of these settings, and what sticks out of it or lies
    over something else. See `Asked` for what is asked when."""
    asked = Asked(settings)
    for setting in settings:
        if asked.before and asked.before.width == setting.width:
            _dress(page, setting)
        else:
            arrange(page, setting)
        rules = asked.rules(setting, page.evaluate(STATE, asked.plain(setting)))
        found = page.evaluate(AXE, rules) if rules else []
        if asked.moved(setting):
            found += page.evaluate(LAID)
        asked.before = setting
        for fault in found:
            yield f"{setting.width} {setting.letters} {setting.theme}: {fault}"


def sideways_when_spaced(page: Any) -> list[str]:
    """What sticks out at 320 px with lines and words set wide; the page stays so."""
    arrange(page, Setting(320, "normal", "light"))
    page.evaluate(SPACED)
    _dress(page, Setting(320, "normal", "light"))
    return [f"sticks out when spaced: {one}" for one in page.evaluate(LAID)]


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
        fit(page, width, page.evaluate("innerHeight"), painted=True)
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
