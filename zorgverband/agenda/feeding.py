"""The agenda as a calendar program reads it (iCalendar, RFC 5545).

Each time somebody comes is an event of its own, in UTC: so every program shows moved and cancelled
visits right, also where summer time begins. What a visit is for never leaves this way, nor where it is:
calendar programs copy what they read to other companies' machines
(docs/decisions/0017-calendar-addresses.md).
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from zorgverband.networks.queries import Face

from .actions.details import title_of
from .models import Kind
from .occurrences import Occurrence
from .shown import STAYS
from .shown_parts import visitor_name

BACK, AHEAD = timedelta(days=14), timedelta(days=92)
# How often a program is asked to look again.
AGAIN = timedelta(hours=1)
# Signs at which some programs end a line, so that words would be taken for lines of the calendar; and
# with others of their kind no calendar may hold them: one such sign, and a program refuses it all.
_ENDS = dict.fromkeys({*range(32), *range(127, 160), 0x2028, 0x2029} - {9, 10, 13}, " ")


def span(today: date) -> tuple[date, date]:
    """The first and the last day that are in a feed: two weeks back, three months ahead."""
    return today - BACK, today + AHEAD


def as_calendar(
    visits: Iterable[Occurrence], people: dict[UUID, Face], *, name: str, titles: bool
) -> bytes:
    """These visits as a calendar of this name. Without `titles` each is only "Bezoek". The same visits
    give the same bytes. Of what is medical only the time leaves: that is needed in one's own diary, its
    words are not."""
    calendar = Calendar()
    calendar.add("prodid", "-//Zorgverband//agenda//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", AGAIN, parameters={"value": "DURATION"})
    # The same for programs from before that was written down (RFC 7986).
    calendar.add("x-published-ttl", "PT1H")
    for one in leaving(visits):
        calendar.add_component(_event(one, _words(one, people) if titles else _("Bezoek")))
    return bytes(calendar.to_ical())


def leaving(visits: Iterable[Occurrence]) -> list[Occurrence]:
    """What of these leaves for a calendar program: not the moments of medicines."""
    return [one for one in visits if one.series.kind != Kind.MEDICINE]


def _words(one: Occurrence, people: dict[UUID, Face]) -> str:
    if one.series.subject.medical:
        return title_of(one.series.kind)
    who = visitor_name(one, people)
    return f"{who}: {one.series.what}" if one.series.what else who


def _event(one: Occurrence, words: str) -> Event:
    event = Event()
    # Of one time somebody comes, also after it was moved.
    event.add("uid", f"{one.series.id}.{one.on_date.isoformat()}@zorgverband")
    event.add("dtstamp", (one.changed_at or one.series.entered_at).astimezone(UTC))
    event.add("sequence", one.version)
    event.add("dtstart", one.starts_at.astimezone(UTC))
    event.add("dtend", _ends(one))
    event.add("summary", words.translate(_ENDS))
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    return event


def _ends(one: Occurrence) -> datetime:
    """Later than it begins, as RFC 5545 asks: also in the night in which the clock skips an hour."""
    starts = one.starts_at.astimezone(UTC)
    if one.ends_at is None:
        return starts + STAYS
    ends = one.ends_at.astimezone(UTC)
    return ends if ends > starts else starts + (one.ends_at - one.starts_at)
