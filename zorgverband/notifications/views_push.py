"""Messages on this device: on, off, and off on another device."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zorgverband.base.refusals import Refusal
from zorgverband.people import known_devices
from zorgverband.people.devices import device_of
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import say

from . import sealed, subscribing


def push_key() -> str:
    """By what a browser knows that messages are ours; empty where there are none."""
    if not settings.PUSH_KEY:
        return ""
    return sealed.encoded(sealed.public_bytes(sealed.own_key(settings.PUSH_KEY)))


@require_POST
@person_door
def begin_push(here: Outside) -> HttpResponse:
    """Send messages to this device, with what its browser gave (ui/push.js)."""
    given = here.request.POST
    try:
        token, mark = known_devices.recognise(here.request)
        subscribing.subscribe(
            person=here.person, mark=mark, kind=device_of(here.request.headers.get("User-Agent", "")),
            endpoint=given.get("endpoint", ""), public_key=given.get("public_key", ""),
            secret=given.get("secret", ""),
        )  # fmt: skip
    except Refusal as refusal:
        say(here.request, refusal.sentence, "attention")
        return HttpResponseRedirect(reverse("notification_settings"))
    say(here.request, _("U krijgt nu ook meldingen op dit toestel."))
    answer = HttpResponseRedirect(reverse("notification_settings"))
    return known_devices.keep_cookie(answer, token)


@require_POST
@person_door
def end_push(here: Outside, device_id: UUID) -> HttpResponse:
    """No messages on this one device any more."""
    subscribing.unsubscribe_one(person=here.person, device=device_id)
    say(here.request, _("Op dat toestel krijgt u geen meldingen meer."))
    return HttpResponseRedirect(reverse("notification_settings"))
