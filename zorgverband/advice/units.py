"""The units an amount in an advice can have, and how two of them compare."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Unit:
    """A unit: its key in the database, its words, what it measures, and how many of the smallest
    unit of that measure go into one. Only units of one measure can be compared."""

    key: str
    label: str | Promise
    measure: str
    factor: Decimal = Decimal(1)


UNITS = {
    unit.key: unit
    for unit in (
        Unit("ml_day", _("ml per dag"), "volume a day"),
        Unit("l_day", _("liter per dag"), "volume a day", Decimal(1000)),
        Unit("g_day", _("gram per dag"), "weight a day", Decimal(1000)),
        Unit("mg_day", _("mg per dag"), "weight a day"),
        Unit("kcal_day", _("kcal per dag"), "energy a day"),
        Unit("glass_day", _("glazen per dag"), "glasses a week", Decimal(7)),
        Unit("glass_week", _("glazen per week"), "glasses a week"),
        Unit("min_day", _("minuten per dag"), "time a day"),
        Unit("hour_day", _("uur per dag"), "time a day", Decimal(60)),
        Unit("steps_day", _("stappen per dag"), "steps a day"),
        Unit("times_day", _("keer per dag"), "times a week", Decimal(7)),
        Unit("times_week", _("keer per week"), "times a week"),
        Unit("min_once", _("minuten achter elkaar"), "time at once"),
        Unit("hour_once", _("uur achter elkaar"), "time at once", Decimal(60)),
        Unit("kg", _("kilo"), "weight"),
        Unit("percent", _("procent"), "share"),
    )
}


def in_smallest(value: Decimal | None, unit: str) -> Decimal | None:
    """`value` in the smallest unit of what `unit` measures; None stays None."""
    return None if value is None else value * UNITS[unit].factor
