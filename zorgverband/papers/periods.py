"""Of which time the news goes in a letter: since the last one, or the last so many days."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.typed import moment_of
from zorgverband.ui.dates import long_date

from .queries import Period

LAST = "last"
_DAYS = {"week": 7, "fortnight": 14, "month": 31}


def choices(before: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """What one can choose, with its words. `before`: the letters that were brought, newest first."""
    found = [
        ("week", _("De laatste week")),
        ("fortnight", _("De laatste twee weken")),
        ("month", _("De laatste maand")),
    ]
    if not before:
        return found
    words = _("Sinds de vorige brief, van %(day)s") % {"day": long_date(before[0]["until"])}
    return [(LAST, words), *found]


def period_of(asked: Mapping[str, Any], before: list[dict[str, Any]]) -> tuple[Period, str]:
    """The period, and which choice it is: as asked, else since the last letter, else a week. A form
    that is shown again keeps the moments it was made with."""
    now, chosen = clock.now(), str(asked.get("period", ""))
    since, until = moment_of(asked.get("since")), moment_of(asked.get("until"))
    if since and until and since < until <= now:
        return Period(since, until), chosen
    if chosen not in _DAYS:
        chosen = LAST if before else "week"
    if chosen == LAST:
        return Period(before[0]["until"], now), chosen
    return Period(now - timedelta(days=_DAYS[chosen]), now), chosen
