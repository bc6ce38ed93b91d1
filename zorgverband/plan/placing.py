"""Where everybody stands in the network picture: in circles, in squares for many, in arcs when narrow."""

from collections.abc import Sequence
from math import ceil, cos, pi, sin, sqrt

from .circles import Around, Circle
from .drawing import (
    GAP,
    HIGH,
    LINE,
    MARK,
    NARROW,
    SAG,
    STEP,
    WIDE,
    WIDEST,
    Drawing,
    Outer,
    Ring,
    Spot,
    meet,
    moved,
    nearest,
    outline,
    reach,
    spot,
)


def around(found: Sequence[Circle]) -> Drawing:
    """The clients in the middle, the circles around them; squares when circles grow too wide."""
    circles, squares = _round(found), _square(found)
    return circles if circles.width <= max(WIDEST, 1.1 * squares.width) else squares


def _round(found: Sequence[Circle]) -> Drawing:
    spots, radius = _middle([circle for circle in found if circle.side == "client"])
    rings: list[Outer] = []
    for circle in found:
        if circle.side == "client":
            continue
        placed, outer = _on_ring(circle.members, spots, radius)
        spots += placed
        rings.append((circle, outer, outer))
        radius = outer
    return _drawn(spots, rings)


def _square(found: Sequence[Circle]) -> Drawing:
    """Everybody in a cell of a grid, each circle as many turns of it as it needs."""
    spots, _radius = _middle([circle for circle in found if circle.side == "client"])
    beside = max((one.box[2] for one in spots), default=0) / WIDE
    high = max((one.box[3] for one in spots), default=0) / HIGH
    turn = max(0, ceil(beside - 0.5), ceil(high - 0.5))
    rings: list[Outer] = []
    for circle in found:
        if circle.side == "client":
            continue
        left = list(circle.members)
        while left:
            turn += 1
            many = min(len(left), 8 * turn)
            cells = [_cell(turn, number * 8 * turn / many) for number in range(many)]
            spots += [
                _upright(one, x * WIDE, y * HIGH) for one, (x, y) in zip(left, cells, strict=False)
            ]
            left = left[many:]
        rings.append((circle, (turn + 0.5) * WIDE, (turn + 0.5) * HIGH))
    return _drawn(spots, rings, corner=WIDE / 2)


def _cell(turn: int, place: float) -> tuple[int, int]:
    """The cell at this place of a turn around the middle, beginning in the middle of a side."""
    step = int(place) + turn
    side, along = divmod(step % (8 * turn), 2 * turn)
    x, y = along - turn, -turn
    for _quarter in range((side + 1) % 4):
        x, y = -y, x
    return x, y


def _upright(one: Around, x: float, y: float) -> Spot:
    """In the middle of a cell, a little lower: the titles stand on top."""
    placed = spot(one, x=0, y=0)
    _left, top, _right, bottom = placed.box
    return moved(placed, x, y - (top + bottom) / 2 + LINE / 2)


def _middle(clients: Sequence[Circle]) -> tuple[list[Spot], float]:
    """The clients, one or more beside each other, and how far they reach."""
    members = [spot(one, x=0, y=0) for circle in clients for one in circle.members]
    beside = max(1, ceil(sqrt(len(members) / 2)))
    wide = max((one.box[2] - one.box[0] for one in members), default=0) + GAP
    high = max((one.box[3] - one.box[1] for one in members), default=0) + GAP
    rows = ceil(len(members) / beside)
    spots = [
        moved(
            one,
            (number % beside - (min(beside, len(members) - number + number % beside) - 1) / 2)
            * wide,
            (number // beside - rows / 2) * high + MARK + GAP / 2,
        )
        for number, one in enumerate(members)
    ]
    return spots, max([reach(one) for one in spots], default=0.0) + GAP


def _on_ring(
    members: Sequence[Around], before: Sequence[Spot], inner: float
) -> tuple[list[Spot], float]:
    """Everybody of a circle on it, none at its top where the title stands, and how far it reaches."""
    radius = inner + MARK + LINE + GAP
    while True:
        placed = [
            _centred(one, radius, -pi / 2 + (number + 0.5) * 2 * pi / len(members))
            for number, one in enumerate(members)
        ]
        if min(nearest(one) for one in placed) >= inner + GAP and not _crowded(placed, before):
            return placed, max(reach(one) for one in placed) + LINE + GAP
        radius += STEP


def _crowded(placed: Sequence[Spot], before: Sequence[Spot]) -> bool:
    others = [*before, *placed]
    return any(
        meet(one, two)
        for number, one in enumerate(placed)
        for two in others[: len(before) + number]
    )


def _centred(one: Around, radius: float, angle: float) -> Spot:
    """With the middle of all of it, not of its mark, on the circle."""
    placed = spot(one, x=0, y=0)
    _left, top, _right, bottom = placed.box
    return moved(placed, radius * cos(angle), radius * sin(angle) - (top + bottom) / 2)


def _drawn(spots: Sequence[Spot], rings: Sequence[Outer], corner: float = 0) -> Drawing:
    """Everything moved so that it begins at 0; the largest ring first."""
    x, y = (rings[-1][1] + 2, rings[-1][2] + 2) if rings else (NARROW / 2, NARROW / 2)
    drawing = Drawing(2 * x, 2 * y)
    drawing.spots = [moved(one, x, y) for one in spots]
    drawing.rings = [
        Ring(circle.side, circle.title, outline(x, y, w, h, corner or w), x, y - h + LINE + 2)
        for circle, w, h in reversed(rings)
    ]
    return drawing


def below(found: Sequence[Circle]) -> Drawing:
    """The clients on top, and below them the circles as arcs, two people beside each other."""
    drawing, top = Drawing(NARROW, 0), GAP
    for circle in found:
        title_y = top + LINE
        if circle.side != "client":
            top += LINE + GAP * 2
        for start in range(0, len(circle.members), 2):
            placed = _row(circle.members[start : start + 2], top)
            drawing.spots += placed
            top = max(one.box[3] for one in placed) + GAP
        if circle.side != "client":
            top += SAG
            # Each reaches to the top; the next ones lie behind it.
            bow = f"M0 0h{NARROW:g}V{top - SAG:.1f}q{-NARROW / 2:g} {2 * SAG:g} {-NARROW:g} 0z"
            drawing.rings.insert(0, Ring(circle.side, circle.title, bow, NARROW / 2, title_y))
    drawing.height = top + 2
    return drawing


def _row(members: Sequence[Around], top: float) -> list[Spot]:
    first = (len(members) - 1) / 2
    return [
        spot(one, x=NARROW / 2 + (number - first) * NARROW / 2, y=top + MARK)
        for number, one in enumerate(members)
    ]
