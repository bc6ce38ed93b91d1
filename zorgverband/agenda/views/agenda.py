"""'Agenda': who comes, by day, this week and the next, or one chosen week."""

from datetime import date, timedelta
from itertools import groupby

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.base import clock
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.ui.dates import day_heading, long_date, short_date

from ..forms import plannable_abouts
from ..queries import visits_between
from ..shown import show_visits

WEEK = timedelta(days=7)
ONE_DAY = timedelta(days=1)


@require_safe
@network_door
def agenda(here: Here) -> HttpResponse:
    """From today to the end of next week; with `week` in the address, that week alone."""
    today = clock.today()
    chosen = _monday_of(here.request.GET.get("week", ""))
    monday = chosen or _monday(today)
    first = chosen or today
    after = monday + (WEEK if chosen else 2 * WEEK)
    people, names = faces(here.network), names_of_people(here.network)
    visits = show_visits(
        visits_between(here.network, first, after - ONE_DAY),
        seat=here.seat, person=here.person, people=people, names=names,
    )  # fmt: skip
    days = [
        (day_heading(day, today), long_date(day), list(group))
        for day, group in groupby(visits, key=lambda one: one.starts_at.date())
    ]
    return page(
        here, "agenda/agenda.html", current="more", people=people, days=days,
        title=_title(monday, today) if chosen else _("Deze week en volgende week"),
        before=_address(here, monday - WEEK), after=_address(here, after),
        chosen=chosen is not None, may_plan=bool(plannable_abouts(here.seat, people)),
    )  # fmt: skip


def _address(here: Here, monday: date) -> str:
    return f"{reverse('agenda', kwargs={'network_id': here.network})}?week={monday.isoformat()}"


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _monday_of(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    # Weeks far away hold nothing, and dates end at the year 9999.
    return _monday(day) if 1900 < day.year < 3000 else None


def _title(monday: date, today: date) -> str:
    near = {-1: _("Vorige week"), 0: _("Deze week"), 1: _("Volgende week")}
    words = near.get((monday - _monday(today)).days // 7)
    span = _("%(first)s tot en met %(last)s") % {
        "first": short_date(monday),
        "last": short_date(monday + WEEK - ONE_DAY),
    }
    return f"{words}: {span}" if words else span
