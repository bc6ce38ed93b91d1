"""How a goal goes, in words and as a small line; how much of it was attained."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from markupsafe import Markup

from zorgverband.ui.dates import short_date

from .queries import Part, Step

_WIDTH, _HEIGHT = 120, 32


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
        return f"{short_date(last.at)}: {last.words}" if last else ""
    now = number_words(numbers[-1].value, one)
    target = _(" Doel: %(goal)s.") % {"goal": number_words(one.target, one)} if one.target else ""
    if len(numbers) == 1:
        return _("Nu %(now)s.") % {"now": now} + target
    first = number_words(numbers[0].value, one)
    return _("Eerst %(first)s, nu %(now)s.") % {"first": first, "now": now} + target


def small_line(values: Sequence[Decimal]) -> Markup:
    """A line of how it went, as wide as a word; nothing for fewer than two numbers."""
    if len(values) < 2:
        return Markup("")
    low, high = min(values), max(values)
    span, last = float(high - low) or 1.0, len(values) - 1
    points = [
        f"{4 + number * (_WIDTH - 8) / last:.1f},"
        f"{_HEIGHT - 4 - float(value - low) / span * (_HEIGHT - 8):.1f}"
        for number, value in enumerate(values)
    ]
    across, down = points[-1].split(",")
    return Markup(  # noqa: S704 - numbers of our own
        f'<svg class="plan-line" viewBox="0 0 {_WIDTH} {_HEIGHT}" aria-hidden="true">'
        f'<polyline class="chart-line" points="{" ".join(points)}"/>'
        f'<circle class="chart-point" cx="{across}" cy="{down}" r="3.5"/></svg>'
    )
