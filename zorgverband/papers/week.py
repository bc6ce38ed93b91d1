"""The words of a printed week: who comes when, large enough for the wall, and whom to call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from zorgverband.agenda.occurrences import Occurrence
from zorgverband.agenda.queries import visits_between
from zorgverband.agenda.rows import without_taken
from zorgverband.agenda.weeks import ONE_DAY, WEEK, span
from zorgverband.agreements.agreed import Agreed
from zorgverband.agreements.moves import BINDING
from zorgverband.agreements.queries import open_agreements
from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.networks.for_all import known_to_all
from zorgverband.networks.queries import Face, faces, names_of_people, network_name
from zorgverband.sharing.queries import for_everyone
from zorgverband.ui.letters import breakable
from zorgverband.ui.typeset import Printed

from .calling import Words, call_words, made_words, whom_to_call
from .week_rows import ways

SHAPE = Path(__file__).parent / "week.typ"


@dataclass(frozen=True)
class Week:
    """What stands on the paper of one week, as it was found. `reader`: whose the paper is when more
    stands on it than everybody may read, else nothing."""

    monday: date
    visits: Sequence[Occurrence]
    agreements: Sequence[Agreed]
    people: dict[UUID, Face]
    reader: str


def printed_week(seat: Seat, person: UUID, monday: date, *, everything: bool) -> Printed:
    """The week that begins on this Monday, in Dutch. For on the wall: what was entered for everybody
    in the network, without what a visit is for, whoever prints it. With `everything`: all that who
    entered may read."""
    network, people = seat.network, faces(seat.network)
    # On the wall stands what others read: of what only some may know, that the time is taken.
    last = monday + WEEK - ONE_DAY
    visits = visits_between(network, monday, last, as_taken=not everything)
    visits = [one for one in visits if not one.cancelled]
    agreements = [one for one in open_agreements(network) if one.state in BINDING]
    agreements = [one for one in agreements if days_in(one, monday)]
    if everything:
        reader = names_of_people(network).get(person, "")
    else:
        reader, people = "", known_to_all(network, people)
        ids = {one.series.id for one in visits} | {one.id for one in agreements}
        for_all = for_everyone(network, ids)
        visits = without_taken([one for one in visits if one.series.id in for_all])
        agreements = [one for one in agreements if one.id in for_all]
    with translation.override("nl"):
        words = week_words(
            Week(monday, visits, agreements, people, reader),
            own=seat.side == "client" and people[seat.member].name == network_name(people),
        )
    return Printed(words, _items(visits, agreements, everything=everything), clock.now())


def days_in(one: Agreed, monday: date) -> list[date]:
    """On which days of this week it is to be done."""
    return one.days(monday, monday + WEEK - ONE_DAY)


def week_words(week: Week, *, own: bool) -> Words:
    """What the shape prints; `own` when who prints it is the client, and the only one."""
    calls = whom_to_call(week.people)
    name = breakable(network_name(week.people))
    return {
        "title": _("Mijn week") if own else _("De week van %(name)s") % {"name": name},
        "span": span(week.monday),
        "theirs": _("Dit blad is voor %(name)s. Hang het niet op waar anderen het kunnen lezen.")
        % {"name": breakable(week.reader)}
        if week.reader
        else "",
        "ways": ways(
            week.monday,
            week.visits,
            [(one, days_in(one, week.monday)) for one in week.agreements],
            week.people,
            everything=bool(week.reader),
            asks=calls[0].name if calls else "",
        ),
        "promised": _("Afgesproken"),
        "call": _("Bellen"),
        "calls": [call_words(one) for one in calls],
        "urgent": [_("Levensgevaar"), "112"],
        **made_words(calls),
    }


def _items(
    visits: Sequence[Occurrence], agreements: Sequence[Agreed], *, everything: bool
) -> frozenset[UUID]:
    found = {one.series.id for one in visits} | {one.id for one in agreements}
    if everything:
        found |= {purpose.item for one in visits for purpose in one.purposes}
    return frozenset(found)
