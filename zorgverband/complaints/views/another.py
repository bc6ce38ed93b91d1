"""Choosing somebody else to handle one's own question or complaint."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.addresses import address

from .. import actions, queries
from ..actions.change_handler import others_for
from ..actions.going_on import NotYourWords
from .complain import outward


@require_http_methods(["GET", "POST"])
@network_door
def change_handler(here: Here, complaint_id: UUID) -> HttpResponse:
    """Who could, and choosing one of them."""
    if here.request.method == "GET":
        return _form(here, complaint_id)
    try:
        actions.change_handler(
            seat=here.seat, person=here.person, complaint=complaint_id, handler=_chosen(here)
        )
    except Refusal as refusal:
        if refusal.status in (403, NotHere.status):
            raise
        return _form(here, complaint_id, refusal)
    here.touch(UPDATE, complaint_id)
    say(here.request, _("Gekozen. Wie u eerst hielp, leest hier niets meer van."))
    at = address("complaint", network_id=here.network, complaint_id=complaint_id)
    return HttpResponseRedirect(at)


def _chosen(here: Here) -> UUID | None:
    try:
        return UUID(here.request.POST.get("handler", ""))
    except ValueError:
        return None


def _form(here: Here, complaint_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    found = queries.case(network=here.network, id=complaint_id)
    if found.author != here.person:
        raise NotYourWords()
    people = faces(here.network)
    now = people.get(found.handler)
    return page(
        here, "complaints/handler.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, id=complaint_id,
        over=not found.runs or found.answered_at is not None, now=now.name if now else "",
        handlers=others_for(found, seat=here.seat, person=here.person, people=people),
        **outward(here),
    )  # fmt: skip
