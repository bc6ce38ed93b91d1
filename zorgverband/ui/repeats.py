"""How something comes back, in one sentence."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from zorgverband.base.repeating import FOREVER, Repeat, Rule
from zorgverband.ui.dates import day_name, full_date
from zorgverband.ui.sentences import listed

_MONDAY = date(2024, 1, 1)


def weekday_name(number: int) -> str:
    """'maandag' for 0."""
    return day_name(_MONDAY + timedelta(days=number))


def repeats_in_words(rule: Rule) -> str:
    """'Elke maandag en donderdag, tot en met 3 december 2026'; empty for what comes once."""
    days = listed([weekday_name(day) for day in rule.weekdays or (rule.first_on.weekday(),)])
    words = {
        Repeat.ONCE: "",
        Repeat.DAILY: _("Elke dag"),
        Repeat.WEEKLY: _("Elke week op %(days)s") % {"days": days},
        Repeat.BIWEEKLY: _("Om de week op %(days)s") % {"days": days},
        Repeat.MONTHLY: _("Elke maand op dag %(day)s") % {"day": rule.first_on.day},
    }[rule.repeat]
    if not words or rule.last_on == FOREVER:
        return words
    return _("%(words)s, tot en met %(day)s") % {"words": words, "day": full_date(rule.last_on)}
