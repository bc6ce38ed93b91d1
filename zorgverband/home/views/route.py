"""'Mijn route': the clients of a day in the order of their visits, over all networks of who goes."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from zorgverband.agenda.rounds import round_of
from zorgverband.base import clock
from zorgverband.base.typed import day_of
from zorgverband.base.viewer import enter, networks_of
from zorgverband.networks.queries import faces_in
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across
from zorgverband.ui.dates import day_heading, long_date

from ..route.facts import known_of
from ..route.stops import show_stops

# So far ahead and back one may leaf; the rest stands in the agenda of each client.
REACH = timedelta(days=366)


@require_safe
@person_door
def my_route(here: Outside) -> HttpResponse:
    """The visits of this person, or of a team they take turns in. As many statements for twelve
    clients as for one."""
    day = _day(here.request.GET.get("day", ""))
    viewer = enter(person=here.person, networks=networks_of(here.person))
    members = [seat.member for seat in viewer.seats.values()]
    stops = round_of(members, day)
    networks = list(dict.fromkeys(stop.network for stop in stops))
    # From here on only the keys of these doors: fewer to compare for every row.
    viewer = enter(person=here.person, networks=networks)
    shown = show_stops(
        stops, viewer=viewer, faces=faces_in(networks) if networks else {},
        known=known_of(networks, members=members, person=here.person, day=day) if networks else {},
    )  # fmt: skip
    return page_across(
        here, "home/route.html", current="my_route", stops=shown, day=day,
        heading=day_heading(day, clock.today()), date_words=long_date(day),
        today=day == clock.today(), left=sum(bool(one.ticks) for one in shown),
        earlier=_link(day - timedelta(days=1)), later=_link(day + timedelta(days=1)),
    )  # fmt: skip


def _day(text: str) -> date:
    """The day asked for; today for what is none or too far away."""
    asked = day_of(text)
    return asked if asked and abs(asked - clock.today()) <= REACH else clock.today()


def _link(day: date) -> tuple[str, str]:
    """Where that day is, and how it is called."""
    return f"{reverse('my_route')}?day={day.isoformat()}", day_heading(day, clock.today())
