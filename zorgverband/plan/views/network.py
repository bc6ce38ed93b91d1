"""'Het netwerk in een tekening': who stands around the clients, drawn and as a list."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page

from ..circles import circles, told
from ..placing import around, below


@require_safe
@network_door
def network_picture(here: Here) -> HttpResponse:
    """The picture and the list, from what this person may read."""
    people = faces(here.network)
    found = circles(seat=here.seat, people=people)
    return page(
        here, "plan/network.html", current="people", people=people, circles=found,
        told=told(found), drawings=[("wide", around(found)), ("narrow", below(found))],
        client=here.seat.side == Side.CLIENT,
    )  # fmt: skip
