"""'Agenda op uw telefoon': the addresses at which calendar programs read it, making and ending them."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.step_up import step_up
from zorgverband.ui.dates import full_date

from .. import actions
from ..feed_addresses import token_of
from ..models import Feed
from ..queries import feeds_of


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def agenda_feeds(here: Here) -> HttpResponse:
    """One's own addresses in this network; posted: one more."""
    refusal, typed = None, here.request.POST.get("titles", "")
    if here.request.method == "POST":
        try:
            actions.make_feed(seat=here.seat, person=here.person, titles=typed == "1")
            say(here.request, _("Uw adres is klaar. Zet het in de agenda van uw telefoon."))
            return HttpResponseRedirect(_address(here))
        except Refusal as refused:
            refusal = refused
    found = [
        _shown(here.request, one) for one in feeds_of(network=here.network, person=here.person)
    ]
    return page(
        here, "agenda/feeds.html", current="more", people=faces(here.network), feeds=found,
        refusal=refusal, typed=typed, status=refusal.status if refusal else 200,
    )  # fmt: skip


@require_POST
@network_door
def end_feed(here: Here, feed_id: UUID) -> HttpResponse:
    """This address stops at once."""
    actions.end_feed(seat=here.seat, person=here.person, feed=feed_id)
    say(here.request, _("Dit adres werkt niet meer."))
    return HttpResponseRedirect(_address(here))


def _address(here: Here) -> str:
    return reverse("agenda_feeds", kwargs={"network_id": here.network})


def _shown(request: HttpRequest, one: Feed) -> dict[str, Any]:
    address = request.build_absolute_uri(reverse("agenda_feed", args=[token_of(one.id)]))
    return {
        "id": one.id,
        "address": address,
        "opens": "webcal:" + address.partition(":")[2],
        "titles": one.titles,
        "made": full_date(one.made_at),
    }
