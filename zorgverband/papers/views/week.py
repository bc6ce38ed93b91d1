"""'De week afdrukken': the week on one page, for on the wall or with everything."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.agenda.weeks import WEEK, chosen_monday, monday_of, week_title
from zorgverband.base import clock
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import EXECUTE, Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.ui.typeset import paper

from ..week import SHAPE, printed_week


@require_safe
@network_door
def print_week(here: Here) -> HttpResponse:
    """Which week, and with what on it."""
    today = clock.today()
    near = [monday_of(today), monday_of(today) + WEEK]
    chosen = chosen_monday(here.request.GET.get("week", ""))
    weeks = near if chosen is None or chosen in near else [chosen, *near]
    return page(
        here, "papers/week.html", current="more", people=faces(here.network),
        weeks=[(monday.isoformat(), week_title(monday, today)) for monday in weeks],
        own_name=names_of_people(here.network).get(here.person, ""),
    )  # fmt: skip


@require_safe
@network_door
def week_on_paper(here: Here) -> HttpResponse:
    """The paper itself: this week, or the one in the address."""
    monday = chosen_monday(here.request.GET.get("week", "")) or monday_of(clock.today())
    everything = here.request.GET.get("everything") == "1"
    made = printed_week(here.seat, here.person, monday, everything=everything)
    for item in made.items:
        here.touch(EXECUTE, item)
    return paper(made.pdf(SHAPE), _("week"))
