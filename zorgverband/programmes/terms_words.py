"""How a goal is measured and when an agreement falls, as a programme proposes it, in words."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zorgverband.base.repeating import Repeat

from .queries import Line

_WEEK = 7


def term_words(line: Line) -> list[str]:
    """Short sentences: 'Elke week, 12 weken lang.', 'Na 6 weken kijken of dit nog klopt.'"""
    if line.kind == "goal":
        found = [_measured(line), _within(line.weeks * _WEEK) if line.weeks else ""]
    elif line.kind == "agreement":
        found = [_when(line), line.checked_by, _review(line.review_weeks)]
    else:
        found = []
    return [words for words in found if words]


def _measured(line: Line) -> str:
    if line.measure == "yes_no":
        return _("U zegt: ja of nee.")
    if line.measure == "scale":
        words = _("U geeft een cijfer van 0 tot 10.")
    elif line.measure == "number":
        words = _("U telt: %(unit)s.") % {"unit": line.unit}
    else:
        return ""
    if line.target is None:
        return words
    return words + " " + _("Voorstel: %(number)s.") % {"number": plain(line.target)}


def plain(number: Decimal | None) -> str:
    """'2,5'; empty for none."""
    return f"{number.normalize():f}".replace(".", ",") if number is not None else ""


def _when(line: Line) -> str:
    repeats = {
        Repeat.DAILY: _("Elke dag"), Repeat.WEEKLY: _("Elke week"),
        Repeat.BIWEEKLY: _("Om de week"), Repeat.MONTHLY: _("Elke maand"),
    }  # fmt: skip
    words = repeats.get(Repeat(line.repeat))
    if words is None:
        return _within(line.due_days) if line.due_days is not None else ""
    if not line.weeks:
        return f"{words}."
    return ngettext("%(how)s, %(num)s week lang.", "%(how)s, %(num)s weken lang.", line.weeks) % {
        "how": words,
        "num": line.weeks,
    }


def _within(days: int) -> str:
    if days and days % _WEEK == 0:
        weeks = days // _WEEK
        return ngettext("Binnen %(num)s week.", "Binnen %(num)s weken.", weeks) % {"num": weeks}
    return ngettext("Binnen %(num)s dag.", "Binnen %(num)s dagen.", days) % {"num": days}


def _review(weeks: int | None) -> str:
    if not weeks:
        return ""
    return ngettext(
        "Na %(num)s week kijken of dit nog klopt.",
        "Na %(num)s weken kijken of dit nog klopt.",
        weeks,
    ) % {"num": weeks}
