"""'Agenda': who comes, by day, this week and the next, or one chosen week."""

from datetime import date
from itertools import groupby

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.base import clock
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.ui.dates import day_heading, long_date

from ..forms import plannable_abouts
from ..queries import visits_between
from ..shown import show_visits
from ..weeks import ONE_DAY, WEEK, chosen_monday, monday_of, week_title


@require_safe
@network_door
def agenda(here: Here) -> HttpResponse:
    """From today to the end of next week; with `week` in the address, that week alone."""
    today = clock.today()
    chosen = chosen_monday(here.request.GET.get("week", ""))
    monday = chosen or monday_of(today)
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
        title=week_title(monday, today) if chosen else _("Deze week en volgende week"),
        before=_address(here, monday - WEEK), after=_address(here, after),
        chosen=chosen is not None, monday=monday, may_plan=bool(plannable_abouts(here.seat, people)),
    )  # fmt: skip


def _address(here: Here, monday: date) -> str:
    return f"{reverse('agenda', kwargs={'network_id': here.network})}?week={monday.isoformat()}"
