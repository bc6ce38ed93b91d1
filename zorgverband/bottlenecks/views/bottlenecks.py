"""'Wat vraagt aandacht': the bottlenecks of one network, as far as this person may meet them."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page

from .. import queries
from ..shown import show


@require_GET
@network_door
def bottlenecks(here: Here) -> HttpResponse:
    """The most serious few, each with its facts and why."""
    people = faces(here.network)
    shown = show(queries.handful(here.network), seat=here.seat, people=people)
    return page(
        here, "bottlenecks/bottlenecks.html", current="more", people=people, shown=shown
    )  # fmt: skip
