"""The page that ends an advice, or leads to a new one in its place."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say

from .. import actions
from ..actions.end_advice import EndedAlready
from ..queries import one_advice
from ..shown import show_advice


@require_http_methods(["GET", "POST"])
@network_door
def end_advice(here: Here, item_id: UUID) -> HttpResponse:
    """Say why an advice does not hold any more, and end it."""
    row = one_advice(network=here.network, item=item_id)
    people = faces(here.network)
    line = show_advice(row, seat=here.seat, person=here.person, people=people)
    refusal: Refusal | None = None
    if row["ended_at"] is not None:
        refusal = EndedAlready()
    elif not line.act:
        raise NotHere()
    back = _back(here, row["about_id"])
    typed = here.request.POST.get("why", "")
    if here.request.method == "POST":
        try:
            actions.end_advice(seat=here.seat, person=here.person, item=item_id, reason=typed)
        except Refusal as raised:
            refusal = raised
        else:
            here.touch(UPDATE, item_id)
            say(here.request, _("Dit advies geldt niet meer. Het blijft te lezen."))
            return HttpResponseRedirect(back)
    return page(
        here, "advice/end.html", current="record", people=people, line=line, refusal=refusal,
        status=refusal.status if refusal else 200, typed=typed, back=back, topic=row["topic"],
    )  # fmt: skip


def _back(here: Here, about: UUID) -> str:
    at = reverse("advice", kwargs={"network_id": here.network})
    return at if about == here.network else f"{at}?about={about}"
