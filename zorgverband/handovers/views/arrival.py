"""'Is alles er?': the day after, one answer for each thing, with big buttons."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base.refusals import NotHere, NotYours, Refusal
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.frame import page, say

from ..actions import say_arrived as saying
from ..actions.say_arrived import is_asked
from ..models.discharge import Arrived
from ..needs_shown import answers, show_needs
from ..queries.discharge import asked_now, open_needs


@require_safe
@network_door
def is_all_there(here: Here) -> HttpResponse:
    """What is asked, and below it what was said before."""
    return _page(here)


def _page(here: Here, refusal: Refusal | None = None) -> HttpResponse:
    people = faces(here.network)
    if not is_asked(people.get(here.seat.member)):
        raise NotHere()
    asked = set(asked_now(here.network).values_list("item_id", flat=True))
    shown = show_needs(open_needs(here.network), network=here.network, people=people)
    return page(
        here, "handovers/is_all_there.html", current="today", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, answers=answers(),
        asked=[one for one in shown if one.id in asked],
        said=[one for one in shown if one.arrived],
    )  # fmt: skip


@require_POST
@network_door
def say_arrived(here: Here, needed_id: UUID) -> HttpResponse:
    """One answer."""
    answer = here.request.POST.get("answer", "")
    try:
        saying.say_arrived(seat=here.seat, person=here.person, needed=needed_id, answer=answer)
    except Refusal as refusal:
        if refusal.status in (NotHere.status, NotYours.status):
            raise
        return _page(here, refusal)
    here.touch(CREATE, needed_id)
    missing = _("Wij zeggen het tegen wie dit zou doen, en tegen de coördinator.")
    say(here.request, missing if answer == Arrived.MISSING else _("Dank u. Dat is genoteerd."))
    back = "today" if here.request.POST.get("back") == "today" else "is_all_there"
    return HttpResponseRedirect(reverse(back, kwargs={"network_id": here.network}))
