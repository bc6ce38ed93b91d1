"""Saying that a bottleneck needs nothing, with a reason."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere, NotYours, Refusal
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page, say

from .. import actions, queries
from ..shown import show


@require_http_methods(["GET", "POST"])
@network_door
def dismiss_bottleneck(here: Here, bottleneck_id: UUID) -> HttpResponse:
    """Not needed, because."""
    if here.request.method == "GET":
        return _form(here, bottleneck_id)
    reason = here.request.POST.get("reason", "")
    try:
        actions.dismiss(seat=here.seat, person=here.person, bottleneck=bottleneck_id, reason=reason)
    except Refusal as refusal:
        if refusal.status in (NotHere.status, NotYours.status):
            raise
        return _form(here, bottleneck_id, refusal)
    say(here.request, _("Genoteerd. Verandert er iets, dan komt het terug."))
    return HttpResponseRedirect(reverse("bottlenecks", kwargs={"network_id": here.network}))


def _form(here: Here, bottleneck_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    people = faces(here.network)
    row = queries.bottleneck(network=here.network, id=bottleneck_id)
    one = show([row], seat=here.seat, people=people)[0]
    if not one.may_handle:
        raise NotYours()
    return page(
        here, "bottlenecks/dismiss.html", current="more", people=people, one=one,
        refusal=refusal, reason=here.request.POST.get("reason", ""),
        status=refusal.status if refusal else 200,
    )  # fmt: skip
