"""'Agenda' over all networks of somebody: what they do themselves by day, or who comes anywhere."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from zorgverband.agenda.leafing import EVERYBODY, Leafing, own_or_all
from zorgverband.agenda.occurrences import Occurrence
from zorgverband.agenda.queries import mine_between
from zorgverband.agenda.shown import ShownVisit, show_visits, with_next
from zorgverband.agenda.views.agenda import asked_period
from zorgverband.base import clock
from zorgverband.base.viewer import Viewer, enter, networks_of
from zorgverband.networks.queries import faces_in, initials_of, network_name
from zorgverband.notifications.shown import names_across
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across

# With more networks than this only what one does oneself can be overlooked.
FEW = 8


@require_safe
@person_door
def agenda_across(here: Outside) -> HttpResponse:
    """As many statements for thirty networks as for one."""
    today, networks = clock.today(), networks_of(here.person)
    few = len(networks) <= FEW
    period = asked_period(here.request, today)
    leaf = Leafing(reverse("agenda_across"), period, here.request.GET.get("who", ""), today)
    viewer = enter(person=here.person, networks=networks)
    found = mine_between(
        [seat.member for seat in viewer.seats.values()], period.first, period.last,
        others=few and leaf.whose == EVERYBODY,
    )  # fmt: skip
    shown_in = list(dict.fromkeys(one.series.network for one in found if one.series.network))
    return page_across(
        here, "home/agenda_across.html", current="agenda_across",
        filters=own_or_all(leaf) if few else [],
        **leaf.context(_shown(here.person, viewer, shown_in, found)),
    )  # fmt: skip


def _shown(
    person: UUID, viewer: Viewer, networks: Sequence[UUID], found: Sequence[Occurrence]
) -> list[ShownVisit]:
    """The visits of all networks in order of time; one's own under the name of whom one goes to."""
    if not networks:
        return []
    been = {one.been_by for one in found if one.been_by}
    names = names_across(set(networks), people=been, members=set()).people
    companies = faces_in(networks)
    shown = []
    for network in networks:
        if network not in viewer.seats:
            continue
        visits = show_visits(
            [one for one in found if one.series.network == network],
            seat=viewer.seats[network], person=person, people=companies[network], names=names,
        )  # fmt: skip
        whose = network_name(companies[network])
        shown += [replace(one, next=False, **_named(one, whose)) for one in visits]
    return with_next(sorted(shown, key=lambda one: (one.starts_at, one.id)))


def _named(one: ShownVisit, whose: str) -> dict[str, Any]:
    if not one.mine:
        return {"network": whose}
    return {
        "name": whose,
        "initials": initials_of(whose),
        "shape": "client",
        "photo": "",
        "phone": "",
    }
