"""A line chart drawn on the server: the lines as SVG that fills any width, the words as text around
it, so that letters keep their size on a phone and in extra large."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from markupsafe import Markup

from zorgverband.ui.dates import full_date

from .numbers import figure_words

WIDTH, HEIGHT = 1000, 300
_INTERVALS = 5
Height = Callable[[Decimal], str]
# The second line has dashes, the third dots: told apart without colour.
_DASHES = ("", "10 8", "2 8")


@dataclass(frozen=True)
class Line:
    """One line: its name, and its points from old to new."""

    name: str
    points: Sequence[tuple[datetime, Decimal]]


@dataclass(frozen=True)
class Chart:
    """Lines between two moments, and the normal range where there is one."""

    lines: Sequence[Line]
    start: datetime
    end: datetime
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def values(self) -> list[Decimal]:
        """All numbers in the chart."""
        return [value for line in self.lines for _at, value in line.points]


def draw(chart: Chart) -> Markup:
    """The drawing with the scale beside it and the dates below it; no points: nothing."""
    if not chart.values:
        return Markup("")
    ticks = scale([*chart.values, *(v for v in (chart.low, chart.high) if v is not None)])
    marks = Markup("").join(
        Markup("<span>{}</span>").format(figure_words(tick)) for tick in reversed(ticks)
    )
    return Markup(
        '<div class="plot">{}<div class="plot-scale">{}</div>{}'
        '<div class="plot-dates"><span>{}</span><span>{}</span></div></div>'
    ).format(_legend(chart.lines), marks, _svg(chart, ticks), _month(chart.start),
             _month(chart.end))  # fmt: skip


def _month(moment: datetime) -> str:
    """'november 2026': the day stands in the table."""
    return full_date(moment).partition(" ")[2]


def scale(values: Sequence[Decimal]) -> list[Decimal]:
    """Round numbers at equal distances around the values, from low to high."""
    low, high = min(values), max(values)
    span = (high - low) or abs(high) or Decimal(1)
    power = Decimal(1).scaleb((span / _INTERVALS).adjusted())
    steps = (power * factor for factor in (1, 2, 5, 10, 20))
    step = next(step for step in steps if span <= step * (_INTERVALS - 1))
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = max((high / step).to_integral_value(ROUND_CEILING), first + 1)
    return [_tidy(step * number) for number in range(int(first), int(last) + 1)]


def _tidy(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _svg(chart: Chart, ticks: Sequence[Decimal]) -> Markup:
    bottom, top = ticks[0], ticks[-1]

    def y(value: Decimal) -> str:
        kept = min(max(value, bottom), top)
        return f"{float((top - kept) / (top - bottom)) * HEIGHT:.1f}"

    inside = [_band(chart, y)] if chart.low is not None or chart.high is not None else []
    inside += [
        Markup('<path class="chart-grid" vector-effect="non-scaling-stroke" d="M0 {}H{}"/>').format(
            y(tick), WIDTH
        )
        for tick in ticks
    ]
    for place, line in enumerate(chart.lines):
        inside += _drawn(chart, line, _DASHES[place % len(_DASHES)], y)
    return Markup(
        '<svg viewBox="0 0 {} {}" preserveAspectRatio="none" focusable="false">{}</svg>'
    ).format(WIDTH, HEIGHT, Markup("").join(inside))


def _band(chart: Chart, y: Height) -> Markup:
    top = y(chart.high) if chart.high is not None else "0.0"
    bottom = y(chart.low) if chart.low is not None else f"{HEIGHT:.1f}"
    height = f"{max(float(bottom) - float(top), 0):.1f}"
    return Markup('<rect class="chart-band" x="0" y="{}" width="{}" height="{}"/>').format(
        top, WIDTH, height
    )


def _drawn(chart: Chart, line: Line, dashes: str, y: Height) -> list[Markup]:
    span = (chart.end - chart.start).total_seconds() or 1

    def x(at: datetime) -> str:
        return f"{(at - chart.start).total_seconds() / span * WIDTH:.1f}"

    spots = [f"{x(at)} {y(value)}" for at, value in line.points]
    broken = Markup(' stroke-dasharray="{}"').format(dashes) if dashes else Markup("")
    return [
        Markup('<path class="chart-line" vector-effect="non-scaling-stroke"{} d="M{}"/>').format(
            broken, "L".join(spots)
        ),
        # Dots of no length with a round end: circles would be stretched with the drawing.
        Markup('<path class="chart-dots" vector-effect="non-scaling-stroke" d="{}"/>').format(
            "".join(f"M{spot}h0" for spot in spots)
        ),
    ]


def _legend(lines: Sequence[Line]) -> Markup:
    if len(lines) < 2:
        return Markup("")
    keys = Markup("").join(
        Markup(
            '<li><svg viewBox="0 0 48 8" width="48" height="8" focusable="false">'
            '<path class="chart-line"{} d="M0 4H48"/></svg>{}</li>'
        ).format(
            Markup(' stroke-dasharray="{}"').format(_DASHES[place % 3]) if place else Markup(""),
            line.name,
        )
        for place, line in enumerate(lines)
    )
    return Markup('<ul class="plot-legend">{}</ul>').format(keys)
