"""Leafing through an agenda: its days with who comes, and the links to another view, day or side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from zorgverband.networks.models import Side
from zorgverband.ui.dates import day_heading, day_name, long_date, short_date

from .periods import DAY_VIEW, LIST_VIEW, MONTH_VIEW, WEEK_VIEW, Period
from .shown import ShownVisit

EVERYBODY, MINE = "all", "mine"
SIDES = (Side.FAMILY.value, Side.CARE.value, Side.SOCIAL.value)
# So many stand in one day of a month; the others are behind the day.
IN_A_CELL = 3


@dataclass(frozen=True)
class Leafing:
    """A page of an agenda at an address: which days, of whom (`whose`, as it stands in the address)."""

    at: str
    period: Period
    whose: str
    today: date

    def to(self, *, view: str = "", day: date | None = None, whose: str | None = None) -> str:
        """The address of another view, day or side."""
        words = {"view": view or self.period.view, "day": (day or self.period.day).isoformat()}
        who = self.whose if whose is None else whose
        return f"{self.at}?{urlencode(words | ({'who': who} if who else {}))}"

    def wants(self, one: ShownVisit) -> bool:
        """Whether this is of whom was asked for: a side, oneself, or (also for nonsense) everybody."""
        return one.mine if self.whose == MINE else self.whose not in SIDES or one.side == self.whose

    def context(self, shown: Sequence[ShownVisit]) -> dict[str, Any]:
        """What `agenda/days.html` shows."""
        period = self.period
        return {
            "period": period, "days": _days(self, shown), "views": _views(self),
            "in_cells": period.view in (WEEK_VIEW, MONTH_VIEW), "in_a_cell": IN_A_CELL,
            "before": self.to(day=period.before), "after": self.to(day=period.after),
            "now": "" if self.today in period.days else self.to(day=self.today),
        }  # fmt: skip


def _days(leaf: Leafing, shown: Sequence[ShownVisit]) -> list[dict[str, Any]]:
    """Each day of the period with who comes; in a list only days on which somebody does."""
    found = []
    for day in leaf.period.days:
        visits = [one for one in shown if one.day == day and leaf.wants(one)]
        if visits or leaf.period.view != LIST_VIEW:
            found.append({
                "visits": visits, "heading": day_heading(day, leaf.today), "date": long_date(day),
                "short": short_date(day), "weekday": day_name(day), "today": day == leaf.today,
                "inside": leaf.period.holds(day), "href": leaf.to(view=DAY_VIEW, day=day),
                "marks": [(side, sum(one.side == side for one in visits))
                          for side in (*SIDES, "other") if any(one.side == side for one in visits)],
            })  # fmt: skip
    return found


def _views(leaf: Leafing) -> list[dict[str, Any]]:
    named = ((LIST_VIEW, _("Lijst")), (DAY_VIEW, _("Dag")), (WEEK_VIEW, _("Week")),
             (MONTH_VIEW, _("Maand")))  # fmt: skip
    return [
        {"label": label, "current": view == leaf.period.view, "count": None,
         "href": leaf.to(view=view)}
        for view, label in named
    ]  # fmt: skip


def sides(leaf: Leafing, *, mine: bool) -> list[dict[str, Any]]:
    """The links to one side, and with `mine` to what one does oneself."""
    named = [
        ("", _("Iedereen"), ""),
        (Side.FAMILY.value, _("Familie en buren"), "round"),
        (Side.CARE.value, _("Zorg"), "square"),
        (Side.SOCIAL.value, _("Gemeente"), "octagon"),
    ]
    if mine:
        named.append((MINE, _("Van mij"), ""))
    return _links(leaf, named, leaf.whose if leaf.whose in (*SIDES, MINE) else "")


def own_or_all(leaf: Leafing) -> list[dict[str, Any]]:
    """The links to what one does oneself, and to everybody."""
    named = [("", _("Van mij"), ""), (EVERYBODY, _("Iedereen"), "")]
    return _links(leaf, named, leaf.whose if leaf.whose == EVERYBODY else "")


def _links(leaf: Leafing, named: list[tuple[str, str, str]], now: str) -> list[dict[str, Any]]:
    return [
        {"label": label, "shape": shape, "current": who == now, "href": leaf.to(whose=who)}
        for who, label, shape in named
    ]
