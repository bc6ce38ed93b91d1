"""Where somebody is signed in, signing out there, a shared device, and leaving in a hurry."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.notifications.subscribing import unsubscribe
from zorgverband.people import known_devices, sessions
from zorgverband.people.devices import LABELS
from zorgverband.sharing.doors import Outside, account_door, own_door
from zorgverband.sharing.frame import onward, page_across, say
from zorgverband.ui.addresses import address

from .overview import account_of


@require_safe
@account_door
def devices(here: Outside) -> HttpResponse:
    """The list, this device first."""
    found = sessions.devices_of(account_of(here), here=here.request.session.session_key or "")
    return page_across(
        here, "home/safety/devices.html", current="more_across", devices=found, labels=LABELS,
        shared=bool(here.request.session.get(sessions.SHARED)), idle=settings.SHARED_IDLE // 60,
    )  # fmt: skip


@require_POST
@account_door
def sign_out_there(here: Outside) -> HttpResponse:
    """Sign out one other device, all others, or everywhere."""
    account, which = account_of(here), here.request.POST.get("which", "")
    if which == "everywhere":
        sessions.end_others(account)
        logout(here.request)
        return HttpResponseRedirect(address("account_login"))
    if which == "others":
        sessions.end_others(account, keep=here.request.session.session_key or "")
        say(here.request, _("Op alle andere toestellen bent u uitgelogd."))
    else:
        sessions.end_one(account, mark=which)
        say(here.request, _("Op dat toestel bent u uitgelogd."))
    return HttpResponseRedirect(address("devices"))


@require_POST
@account_door
def share_device(here: Outside) -> HttpResponse:
    """Say that others use this device too, or that they do not. Nothing of anybody stays on one that
    others use."""
    shared = here.request.POST.get("shared") == "1"
    if shared:
        mark = known_devices.here(here.request)
        unsubscribe(person=here.person, mark=mark)
        known_devices.end_own_here(person=here.person, mark=mark)
    here.request.session[sessions.SHARED] = shared
    words = _("Dit is nu een gedeeld toestel.") if shared else _("Dit toestel is nu van u alleen.")
    say(here.request, words)
    answer = HttpResponseRedirect(address("devices"))
    return sessions.remember_shared(answer, shared=shared)


@require_POST
@own_door
def leave_quickly(request: HttpRequest) -> HttpResponse:
    """Sign out and go to a page that anybody may be looking at. Safe to repeat."""
    logout(request)
    return onward(settings.QUICK_EXIT)
