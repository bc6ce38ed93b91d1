"""The list of networks somebody takes part in."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from zorgverband.base.typed import whole_number
from zorgverband.base.undoing import something_to_undo
from zorgverband.base.viewer import enter, networks_and_coordinated
from zorgverband.networks.queries import Face, faces_in, initials_of, network_name
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across
from zorgverband.sharing.queries import unread_in

NETWORKS_A_PAGE = 20


@dataclass(frozen=True)
class NetworkLine:
    """One network in the list: its name and how much news there is."""

    id: UUID
    name: str
    initials: str
    unread: int
    role: str


@require_safe
@person_door
def networks(here: Outside) -> HttpResponse:
    """The networks this person takes part in, some at a time. Who coordinates several comes to what
    asks attention first."""
    ids, coordinated = networks_and_coordinated(here.person)
    if len(coordinated) > 1 and not here.request.GET:
        return HttpResponseRedirect(reverse("desk"))
    asked = here.request.GET.get("page", "")
    number = whole_number(asked) or 0
    shown = ids[number * NETWORKS_A_PAGE : (number + 1) * NETWORKS_A_PAGE]
    viewer = enter(person=here.person, networks=shown)
    people, unread = faces_in(shown), unread_in(shown)
    lines = [
        _line(network, people[network], viewer.seat(network).member, unread[network])
        for network in shown
        if network in viewer.seats
    ]
    lines.sort(key=lambda line: (-line.unread, line.name))
    following = number + 1 if len(ids) > (number + 1) * NETWORKS_A_PAGE else 0
    return page_across(
        here, "home/networks.html", current="networks", lines=lines, following=following,
        shut=something_to_undo(), leads=bool(coordinated),
    )  # fmt: skip


def _line(network: UUID, people: dict[UUID, Face], member: UUID, unread: int) -> NetworkLine:
    name = network_name(people)
    mine = people.get(member)
    return NetworkLine(
        id=network,
        name=name,
        initials=initials_of(name),
        unread=unread,
        role=mine.function if mine else "",
    )
