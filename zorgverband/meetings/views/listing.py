"""The meetings of a network: what comes, and what was."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page

from .. import queries
from ..forms import callable_abouts
from ..shown import show_meeting


@require_safe
@network_door
def meetings(here: Here) -> HttpResponse:
    """What comes, first what is first; below it what was."""
    people = faces(here.network)
    coming, been = (
        [show_meeting(row, people) for row in queries.meetings(here.network, coming=coming)]
        for coming in (True, False)
    )
    return page(
        here, "meetings/meetings.html", current="more", people=people, coming=coming, been=been,
        may_call=bool(callable_abouts(here.seat, people)),
    )  # fmt: skip
