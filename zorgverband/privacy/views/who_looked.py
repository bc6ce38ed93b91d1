"""'Wie heeft gekeken': the access log of oneself, or of whom one represents, in words; per person
every visit; and copies to take along. Looking in it is logged too."""

from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.base.clock import HOME, now, today
from zorgverband.base.look import look_at_log
from zorgverband.base.refusals import NotHere
from zorgverband.base.typed import day_of
from zorgverband.journal.codes import code_at
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces, network_name
from zorgverband.sharing.doors import EXECUTE, READ, Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.ui.dates import clock, day_heading, full_date, long_date, short_date

from ..looking.copies import as_csv, as_pdf
from ..looking.groups import groups, odd_ones
from ..looking.visits import Visit, visits
from ..looking.words import described, reasons, summed_up, what

DAYS_A_PAGE = 30
A_YEAR = timedelta(days=365)


@require_safe
@network_door
def who_looked(here: Here) -> HttpResponse:
    """A month of the log on one screen: what is unusual, then everybody in groups."""
    until = day_of(here.request.GET.get("until")) or today()
    found, people = _month(here, until), faces(here.network)
    _note(here, READ)
    return page(
        here, "privacy/who_looked.html", current="more", people=people,
        odd=odd_ones(found, client=_client(here, people)), groups=groups(found),
        period=_period(until), summed_up=summed_up(found), own=_own(here, people),
        earlier=(until - timedelta(days=DAYS_A_PAGE)).isoformat(),
        code=code_at(here.network, now()), until=until.isoformat(),
    )  # fmt: skip


@require_safe
@network_door
def who_looked_person(here: Here, person_id: UUID) -> HttpResponse:
    """Every visit of one person in a month, by day."""
    until = day_of(here.request.GET.get("until")) or today()
    found = [visit for visit in _month(here, until) if visit.person == person_id]
    if not found:
        raise NotHere()
    people = faces(here.network)
    _note(here, READ)
    return page(
        here, "privacy/who_looked_person.html", current="more", people=people,
        days=_days(found, _client(here, people)), first=found[0], until=until.isoformat(),
        does=described(found[0].function, found[0].organisation), period=_period(until),
        asks=here.seat.member if _own(here, people) else None,
    )  # fmt: skip


@require_safe
@network_door
def who_looked_csv(here: Here) -> HttpResponse:
    """The log of a year as a table for a computer."""
    _note(here, EXECUTE)
    table = as_csv(network=here.network, start=now() - A_YEAR, end=now())
    return _file("﻿" + table, "text/csv; charset=utf-8", "wie-heeft-gekeken.csv")


@require_safe
@network_door
def who_looked_pdf(here: Here) -> HttpResponse:
    """The log of a year as a document to read or print."""
    _note(here, EXECUTE)
    people, since = faces(here.network), now() - A_YEAR
    found = visits(network=here.network, start=since, end=now())
    title = _("Wie heeft gekeken bij %(name)s") % {"name": network_name(people)}
    paper = as_pdf(found, title=title, client=_client(here, people), since=since)
    return _file(paper, "application/pdf", "wie-heeft-gekeken.pdf")


def _file(content: str | bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=kind, headers=headers)


def _note(here: Here, action: str) -> None:
    door = here.request.resolver_match and here.request.resolver_match.url_name
    look_at_log(
        network=here.network, action=action, door=door or "",
        address=here.request.META.get("REMOTE_ADDR", ""),
    )  # fmt: skip


def _month(here: Here, until: date) -> list[Visit]:
    end = datetime.combine(until + timedelta(days=1), time(), HOME)
    return visits(network=here.network, start=end - timedelta(days=DAYS_A_PAGE), end=end)


def _period(until: date) -> str:
    if until == today():
        return _("De afgelopen maand")
    start = until - timedelta(days=DAYS_A_PAGE - 1)
    return _("%(start)s tot en met %(end)s") % {
        "start": short_date(start) if start.year == until.year else full_date(start),
        "end": full_date(until),
    }


def _client(here: Here, people: dict[UUID, Face]) -> str:
    """Whose log it is, inside a sentence: 'u', or the names of the clients."""
    return _("u") if here.seat.side == Side.CLIENT else network_name(people)


def _own(here: Here, people: dict[UUID, Face]) -> bool:
    """Whether there is a client whose log this person may read."""
    return any(
        face.side == Side.CLIENT and (face.member == here.seat.member
                                      or here.seat.controls(face.member))
        for face in people.values()
    )  # fmt: skip


def _days(found: list[Visit], client: str) -> list[tuple[str, str, list[dict[str, Any]]]]:
    return [
        (day_heading(day, now()), long_date(day), [_line(visit, client) for visit in group])
        for day, group in groupby(found, key=lambda visit: visit.start.astimezone(HOME).date())
    ]


def _line(visit: Visit, client: str) -> dict[str, Any]:
    return {
        "clock": clock(visit.start),
        "what": what(visit.deeds),
        "reasons": reasons(visit.odd, name=visit.name, client=client),
        "at": visit.start.isoformat(),
    }
