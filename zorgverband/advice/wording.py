"""An advice in one sentence: 'Drinken: 1,5 tot 2 liter per dag'."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from zorgverband.ui.dates import full_date

from .models import Direction
from .topics import TOPICS
from .units import UNITS


def advice_words(row: Mapping[str, Any]) -> str:
    """Topic, what exactly, and which way or how much; of a row of the table or a form."""
    topic = str(TOPICS[row["topic"]].label)
    named = f"{topic} ({row['what']})" if row["what"] else topic
    return f"{named}: {way_words(row)}"


def way_words(row: Mapping[str, Any]) -> str:
    """'niet doen', 'meer', '1,5 tot 2 liter per dag'."""
    if row["direction"] != Direction.AMOUNT:
        return str(Direction(row["direction"]).label)
    low, high = row["low"], row["high"]
    unit = str(UNITS[row["unit"]].label)
    if low is None:
        words = _("hoogstens %(high)s %(unit)s")
    elif high is None:
        words = _("minstens %(low)s %(unit)s")
    elif low == high:
        words = _("%(low)s %(unit)s")
    else:
        words = _("%(low)s tot %(high)s %(unit)s")
    return words % {"low": _figure(low), "high": _figure(high), "unit": unit}


def _figure(value: Decimal | None) -> str:
    """'1,5' for 1.50, without noughts that say nothing."""
    if value is None:
        return ""
    plain = f"{value:f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", _(","))


def period_words(row: Mapping[str, Any]) -> str:
    """'vanaf 3 maart 2026, tot en met 10 maart 2026'; empty for an advice without days."""
    parts = []
    if row["starts_on"]:
        parts.append(_("vanaf %(day)s") % {"day": full_date(row["starts_on"])})
    if row["ends_on"]:
        parts.append(_("tot en met %(day)s") % {"day": full_date(row["ends_on"])})
    return ", ".join(parts)
