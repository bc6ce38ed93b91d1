"""'Lezen zonder bereik': saying that a device is one's own, taking that back, and what it then keeps."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.people import known_devices
from zorgverband.people.devices import LABELS, device_of
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, say

from ..kept import HOURS, kept_addresses
from .waiting import mark_of


@require_safe
@person_door
def own_device(here: Outside) -> HttpResponse:
    """What reading without reception means, and on which devices it is on."""
    return _show(here)


@require_POST
@person_door
def make_own_device(here: Outside) -> HttpResponse:
    """From now on this device keeps the pages of today's clients."""
    try:
        token, mark = known_devices.recognise(here.request)
    except Refusal as refusal:
        return _show(here, refusal)
    kind = device_of(here.request.headers.get("User-Agent", ""))
    known_devices.make_own(person=here.person, mark=mark, kind=kind)
    say(here.request, _("Bewaard. U kunt nu op dit toestel lezen zonder bereik."))
    return known_devices.keep_cookie(HttpResponseRedirect(reverse("own_device")), token)


@require_POST
@person_door
def end_own_device(here: Outside, device_id: UUID) -> HttpResponse:
    """Not on that device any more: what it keeps is wiped as soon as it has reception."""
    known_devices.end_own(person=here.person, device=device_id)
    say(here.request, _("Uitgezet. Wat op dat toestel stond, wordt gewist zodra het bereik heeft."))
    return HttpResponseRedirect(reverse("own_device"))


@require_safe
@person_door
def kept_list(here: Outside) -> HttpResponse:
    """For the device itself (worker.js): which pages to fetch through their own doors, as this person
    takes part now. Whatever it has that is not in the list, it wipes."""
    own = known_devices.is_own(here.request, here.person)
    return JsonResponse({
        "who": mark_of(str(here.person)),
        "own": own,
        "pages": kept_addresses(here.person, clock.today()) if own else [],
        "hours": HOURS,
        "lang": get_language(),
        "today": _("U hebt geen bereik. Zoals het was om {time} uur."),
        "earlier": _("U hebt geen bereik. Zoals het was op {day} om {time} uur."),
    })  # fmt: skip


def _show(here: Outside, refusal: Refusal | None = None) -> HttpResponse:
    devices = known_devices.own_devices(here.request, here.person)
    return page_across(
        here, "offline/own_device.html", current="more_across", devices=devices, labels=LABELS,
        on_here=any(one.here for one in devices), refusal=refusal,
        status=refusal.status if refusal else 200,
    )  # fmt: skip
