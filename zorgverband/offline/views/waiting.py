"""'Nog te versturen', and the page without reception: empty shells that the device itself fills."""

import hashlib

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from zorgverband.people import known_devices
from zorgverband.people.sessions import SHARED
from zorgverband.sharing.doors import own_door
from zorgverband.sharing.frame import basics, plain_token, rendered


@require_safe
@own_door
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits on this device. The page holds nothing of anybody: the device keeps a copy of it."""
    return rendered("offline/waiting.html", _bare(request))


@require_safe
@own_door
def no_reception(request: HttpRequest) -> HttpResponse:
    """What is shown in the place of a page that cannot be fetched."""
    return rendered("offline/no_reception.html", _bare(request))


@require_safe
@own_door
def sending_pass(request: HttpRequest) -> HttpResponse:
    """For who is signed in: with what the device sends on, and a mark that tells whose words are whose.
    The mark says nothing outside this device's queue. 401 for who is not."""
    if not request.user.is_authenticated:
        return JsonResponse({}, status=401)
    return JsonResponse({
        "who": mark_of(str(request.user.person_id)),
        "token": plain_token(request),
        # In which language the pages without reception are to be kept.
        "lang": get_language(),
        "shared": bool(request.session.get(SHARED)),
        # Whether this device may be somebody's own: who it is, that says the list.
        "known": bool(known_devices.here(request)),
    })  # fmt: skip


def mark_of(person: str) -> str:
    """A word for this person that cannot be turned back into who it is."""
    keyed = salted_hmac("zorgverband.offline", person, secret=settings.SECRET_KEY)
    return hashlib.sha256(keyed.digest()).hexdigest()[:24]


def _bare(request: HttpRequest) -> dict[str, object]:
    """The frame without who looks: no name, no token, no words kept for the next page."""
    said = request.session.get("said")
    context = basics(request, viewer=None, messages=(), csrf_token="", key="", shared=False)
    if said:
        request.session["said"] = said
    return context
