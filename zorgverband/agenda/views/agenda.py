"""'Agenda': who comes, as a list, a day, a week or a month; of everybody or of one side."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from zorgverband.base import clock
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page

from ..forms import plannable_abouts
from ..leafing import Leafing, sides
from ..periods import WEEK_VIEW, Period, chosen_period
from ..queries import visits_between
from ..shown import show_visits
from ..weeks import monday_of


@require_safe
@network_door
def agenda(here: Here) -> HttpResponse:
    """The part in the address; a list of this week and the next without one."""
    today = clock.today()
    period = asked_period(here.request, today)
    at = reverse("agenda", kwargs={"network_id": here.network})
    leaf = Leafing(at, period, here.request.GET.get("who", ""), today)
    people, names = faces(here.network), names_of_people(here.network)
    visits = show_visits(
        visits_between(here.network, period.first, period.last),
        seat=here.seat, person=here.person, people=people, names=names,
    )  # fmt: skip
    return page(
        here, "agenda/agenda.html", current="more", people=people,
        filters=sides(leaf, mine=here.seat.side != Side.CLIENT), monday=monday_of(period.day),
        may_plan=bool(plannable_abouts(here.seat, people)), **leaf.context(visits),
    )  # fmt: skip


def asked_period(request: HttpRequest, today: date) -> Period:
    """The part of the agenda an address asks for; `week` alone is that week."""
    asked = request.GET
    view = asked.get("view", "") or (WEEK_VIEW if "week" in asked else "")
    return chosen_period(view, asked.get("day", "") or asked.get("week", ""), today)
