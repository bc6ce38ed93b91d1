"""The start page: to the one network somebody has, or to the list of what waits for them."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from zorgverband.base.locked import hats_to_choose
from zorgverband.base.undoing import something_to_undo
from zorgverband.base.viewer import enter, networks_and_coordinated
from zorgverband.sharing.doors import Outside, note_networks, own_door, person_door
from zorgverband.sharing.reading import is_new

from ..route.stops import goes_anywhere


@require_safe
@own_door
def home(request: HttpRequest) -> HttpResponseBase:
    """To signing in, or on to where this person belongs."""
    if not request.user.is_authenticated:
        return HttpResponseRedirect(reverse("account_login"))
    return _onward(request)


@person_door
def _onward(here: Outside) -> HttpResponse:
    if enter(person=here.person).withheld:
        return HttpResponseRedirect(reverse("second_factor"))
    if hats_to_choose(here.person):
        return HttpResponseRedirect(reverse("hats"))
    if is_new(here.request):
        return HttpResponseRedirect(reverse("welcome"))
    networks, coordinated = networks_and_coordinated(here.person)
    note_networks(here.request, networks)
    if not networks and something_to_undo():
        return HttpResponseRedirect(reverse("undoing"))
    if len(networks) == 1:
        return HttpResponseRedirect(reverse("today", kwargs={"network_id": networks[0]}))
    here.request.session["route"] = goes = goes_anywhere(here.person, networks)
    # Who coordinates several comes to what asks attention in them.
    first = "my_route" if goes else "desk" if len(coordinated) > 1 else "for_me"
    return HttpResponseRedirect(reverse(first))
