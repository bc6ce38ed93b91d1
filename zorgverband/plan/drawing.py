"""What the network picture is made of: marks with words under them, circles, and where they reach.

Sizes are in units of the drawing; letters are 16 high. Nobody ever stands upon somebody else: a
circle grows until everybody on it has room (checked in tests/test_drawing.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from textwrap import wrap

from .circles import Around, Circle

MARK = 22  # half of a mark: the shape with the initials
LINE = 19
# Letters to a line, and how wide a letter is at most on average: of a bold name, of other words.
LETTERS = {"name": 17, "does": 20}
LETTER = {"name": 9.2, "does": 8.3, "fact": 8.3}
GAP = 10.0
STEP = 6.0
# Wider than this the letters of a wide screen would be too small; then everybody gets a cell.
WIDEST = 1400.0
WIDE, HIGH = 170.0, 186.0
NARROW = 360.0
SAG = 22.0  # how much lower the middle of an arc is than its ends


@dataclass(frozen=True)
class Line:
    """A line of words under a mark; `kind` is name, does or fact."""

    text: str
    kind: str
    y: float


@dataclass(frozen=True)
class Spot:
    """Somebody in the drawing: the middle of their mark, and the words under it."""

    x: float
    y: float
    initials: str
    shape: str
    lines: Sequence[Line]
    recent: bool
    client: bool

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all of it."""
        half = max([MARK, *(len(line.text) * LETTER[line.kind] / 2 for line in self.lines)]) + 2
        return (
            self.x - half,
            self.y - MARK,
            self.x + half,
            self.y + MARK + len(self.lines) * LINE + 4,
        )


@dataclass(frozen=True)
class Ring:
    """The outline of a circle, as the path of an SVG, with its title."""

    side: str
    title: str
    outline: str
    x: float
    title_y: float


@dataclass
class Drawing:
    """Everything to draw, the largest ring first."""

    width: float
    height: float
    rings: list[Ring] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)


# A circle with half its width and half its height.
Outer = tuple[Circle, float, float]


def spot(one: Around, *, x: float, y: float) -> Spot:
    """Somebody at this place, with their words broken into lines."""
    words = [(text, "name") for text in _broken(one.face.name, "name")]
    client = one.face.side == "client"
    if not client:
        words += [(text, "does") for text in _broken(one.face.function, "does")]
        words += [(text, "fact") for text in one.facts]
    lines = [
        Line(text, kind, y + MARK + LINE * (number + 1) - 3)
        for number, (text, kind) in enumerate(words)
    ]
    return Spot(x, y, one.face.initials, one.face.shape, lines, one.recent, client)


def _broken(text: str, kind: str) -> list[str]:
    """At most two lines; a word that is too long for one is broken with a hyphen."""
    most = LETTERS[kind]
    long = re.compile(rf"(\w{{{most - 1}}})(?=\w\w)")
    lines = wrap(long.sub(r"\1-", text), most, break_long_words=False)
    if len(lines) > 2:
        lines = [lines[0], lines[1][: most - 1].rstrip() + "…"]
    return lines


def meet(one: Spot, two: Spot) -> bool:
    """Whether these two stand upon each other."""
    left, top, right, bottom = one.box
    left2, top2, right2, bottom2 = two.box
    return left < right2 and left2 < right and top < bottom2 and top2 < bottom


def moved(one: Spot, x: float, y: float) -> Spot:
    """The same somebody, this much to the right and down."""
    lines = [Line(line.text, line.kind, line.y + y) for line in one.lines]
    return replace(one, x=one.x + x, y=one.y + y, lines=lines)


def reach(one: Spot) -> float:
    """How far from the middle it comes."""
    left, top, right, bottom = one.box
    return float(max((x * x + y * y) ** 0.5 for x in (left, right) for y in (top, bottom)))


def nearest(one: Spot) -> float:
    """How near the middle it comes."""
    left, top, right, bottom = one.box
    x, y = max(left, min(0, right)), max(top, min(0, bottom))
    return float((x * x + y * y) ** 0.5)


def outline(x: float, y: float, w: float, h: float, corner: float) -> str:
    """A rectangle of half this width and height with round corners; a circle when they meet."""
    arc, long, high = f"a{corner:.1f} {corner:.1f} 0 0 1", 2 * (w - corner), 2 * (h - corner)
    return (
        f"M{x - w:.1f} {y - h + corner:.1f}{arc} {corner:.1f} {-corner:.1f}h{long:.1f}"
        f"{arc} {corner:.1f} {corner:.1f}v{high:.1f}{arc} {-corner:.1f} {corner:.1f}"
        f"h{-long:.1f}{arc} {-corner:.1f} {-corner:.1f}z"
    )
