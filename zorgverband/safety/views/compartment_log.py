"""From when the client may see who looked inside a compartment."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.typed import day_of
from zorgverband.networks.queries import names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.step_up import step_up

from .. import actions, queries
from .inside import to_compartment


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def open_log(here: Here, compartment_id: UUID) -> HttpResponse:
    """Which day, and who decided it."""
    one = queries.compartment(network=here.network, id=compartment_id)
    refusal, asked = None, here.request.POST
    if here.request.method == "POST":
        try:
            actions.open_log(
                seat=here.seat, person=here.person, compartment=compartment_id,
                day=day_of(asked.get("day")), note=asked.get("note", ""),
            )  # fmt: skip
        except Refusal as raised:
            refusal = raised
        else:
            say(here.request, _("Bewaard."))
            return to_compartment(here, compartment_id)
    return page(
        here, "safety/open_log.html", current="more", one=one, refusal=refusal,
        status=refusal.status if refusal else 200, day=asked.get("day", ""),
        note=asked.get("note", ""), first=clock.today().isoformat(), now=clock.now(),
        openings=queries.openings(compartment_id), names=names_of_people(here.network),
    )  # fmt: skip


@require_POST
@network_door
def withdraw_opening(here: Here, compartment_id: UUID, opening_id: UUID) -> HttpResponse:
    """Take an opening back that has not come yet."""
    queries.compartment(network=here.network, id=compartment_id)
    actions.withdraw_opening(seat=here.seat, opening=opening_id)
    say(here.request, _("Teruggenomen. De cliënt ziet dit niet."))
    return to_compartment(here, compartment_id)
