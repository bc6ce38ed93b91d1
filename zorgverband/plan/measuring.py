"""How a goal goes, in words and as a small line; how much of it was attained."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from markupsafe import Markup

from zorgverband.ui.dates import short_date

from .models import Measure
from .queries import Part, Step

_WIDTH, _HEIGHT = 120, 32
_SCALE = 10.0


def attained_word(value: int | None) -> str:
    """How much of a goal was attained, in words."""
    if value is None:
        return ""
    return {-2: _("veel minder dan gehoopt"), -1: _("minder dan gehoopt"), 0: _("zoals gehoopt"),
            1: _("beter dan gehoopt"), 2: _("veel beter dan gehoopt")}[value]  # fmt: skip


def number_words(value: Decimal | None, one: Part) -> str:
    """'6', '2,5 km', 'ja'."""
    if value is None:
        return ""
    if one.measure == "yes_no":
        return _("ja") if value else _("nee")
    text = f"{value.normalize():f}".replace(".", ",")
    return f"{text} {one.unit}".strip()


def progress_words(one: Part, steps: Sequence[Step]) -> str:
    """'Eerst 3, nu 6. Doel: 8.'; the last words for a goal without numbers."""
    numbers = [step for step in steps if step.value is not None]
    if not numbers:
        last = steps[-1] if steps else None
        words = last.words or attained_word(last.attained) if last else ""
        return f"{short_date(last.at)}: {words}" if last else ""
    now = number_words(numbers[-1].value, one)
    target = (
        _(" Doel: %(goal)s.") % {"goal": number_words(one.target, one)}
        if one.target is not None
        else ""
    )
    if len(numbers) == 1:
        return _("Nu %(now)s.") % {"now": now} + target
    first = number_words(numbers[0].value, one)
    return _("Eerst %(first)s, nu %(now)s.") % {"first": first, "now": now} + target


def small_line(goal: Part, steps: Sequence[Step]) -> Markup:
    """A line of how it went, as wide as a word, with what is aimed at as a dotted line; nothing for
    fewer than two numbers. A number from 0 to 10 is drawn between those."""
    values = [float(step.value) for step in steps if step.value is not None]
    if len(values) < 2:
        return Markup("")
    aim = None if goal.target is None else float(goal.target)
    low, high = _between(goal, [*values, *([] if aim is None else [aim])])
    last = len(values) - 1
    points = [
        f"{4 + number * (_WIDTH - 8) / last:.1f},{_down(value, low, high):.1f}"
        for number, value in enumerate(values)
    ]
    across, down = points[-1].split(",")
    return Markup(  # noqa: S704 - numbers of our own
        f'<svg class="plan-line" viewBox="0 0 {_WIDTH} {_HEIGHT}" aria-hidden="true">'
        f"{'' if aim is None else _dotted(_down(aim, low, high))}"
        f'<polyline class="chart-line" points="{" ".join(points)}"/>'
        f'<circle class="chart-point" cx="{across}" cy="{down}" r="3.5"/></svg>'
    )


def _between(goal: Part, values: Sequence[float]) -> tuple[float, float]:
    if goal.measure in (Measure.SCALE, Measure.YES_NO):
        return 0.0, _SCALE if goal.measure == Measure.SCALE else 1.0
    return min(values), max(values)


def _down(value: float, low: float, high: float) -> float:
    share = (value - low) / ((high - low) or 1.0)
    return _HEIGHT - 4 - min(max(share, 0.0), 1.0) * (_HEIGHT - 8)


def _dotted(down: float) -> str:
    return f'<path class="chart-aim" d="M4 {down:.1f}H{_WIDTH - 4}"/>'
