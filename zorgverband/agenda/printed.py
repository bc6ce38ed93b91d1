"""The words of a printed week: who comes when, large enough for the wall, and whom to call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face, callable_first, faces, network_name
from zorgverband.ui import typeset
from zorgverband.ui.dates import clock_span, day_name, full_date, local_day

from .occurrences import Occurrence
from .queries import for_everyone, visits_between
from .shown import visitor_name
from .weeks import ONE_DAY, WEEK, span

SHAPE = Path(__file__).parent / "week.typ"
Words = dict[str, Any]


@dataclass(frozen=True)
class PrintedWeek:
    """What stands on one paper: its words, the items they come from, and when it was made."""

    words: Words
    items: frozenset[UUID]
    made_at: datetime

    def pdf(self) -> bytes:
        """The paper itself, of one page."""
        return typeset.as_pdf(SHAPE, self.words, made_at=self.made_at)


def printed_week(seat: Seat, monday: date, *, everything: bool) -> PrintedWeek:
    """The week that begins on this Monday, in Dutch. For on the wall: what was entered for everybody
    in the network, without what a visit is for. With `everything`: all that who entered may read."""
    network, people = seat.network, faces(seat.network)
    found = [
        one for one in visits_between(network, monday, monday + WEEK - ONE_DAY) if not one.cancelled
    ]
    if not everything:
        open_to_all = for_everyone(network, {one.series.id for one in found})
        found = [one for one in found if one.series.id in open_to_all]
    with translation.override("nl"):
        words = _words(seat, monday, found, people, everything=everything)
    items = {one.series.id for one in found}
    if everything:
        items |= {purpose.item for one in found for purpose in one.purposes}
    return PrintedWeek(words, frozenset(items), clock.now())


def _words(
    seat: Seat,
    monday: date,
    found: Sequence[Occurrence],
    people: dict[UUID, Face],
    *,
    everything: bool,
) -> Words:
    calls, name = callable_first(people), network_name(people)
    own = seat.side == "client" and people[seat.member].name == name
    return {
        "title": _("Mijn week") if own else _("De week van %(name)s") % {"name": name},
        "span": span(monday),
        "days": [
            _day(monday + number * ONE_DAY, found, people, everything=everything)
            for number in range(WEEK.days)
        ],
        "calls": [_call(one) for one in calls],
        "call": _("Bellen"),
        "urgent": [_("Levensgevaar"), "112"],
        "made": _("Gemaakt op %(day)s.") % {"day": full_date(clock.now())},
        "wrong": _("Klopt er iets niet? Bel %(name)s, %(phone)s.")
        % {"name": calls[0].name, "phone": calls[0].phone.replace(" ", "\N{NO-BREAK SPACE}")}
        if calls
        else "",
    }


def _call(one: Face) -> Words:
    return {"name": one.name, "does": one.function, "phone": one.phone}


def _day(
    day: date, found: Sequence[Occurrence], people: dict[UUID, Face], *, everything: bool
) -> Words:
    name = day_name(day)
    return {
        "name": f"{name[0].upper()}{name[1:]} {day.day}",
        "visits": [
            _visit(one, people, everything=everything)
            for one in found
            if local_day(one.starts_at) == day
        ],
    }


def _visit(one: Occurrence, people: dict[UUID, Face], *, everything: bool) -> Words:
    said = [one.series.what, *(purpose.words for purpose in one.purposes)] if everything else []
    return {
        "time": clock_span(one.starts_at, None).removesuffix(" uur"),
        "who": visitor_name(one.series, people),
        "what": ". ".join(words for words in said if words),
    }
