"""'Meer', in a network and over several, and help."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import Here, Outside, network_door, own_door, person_door
from zorgverband.sharing.frame import basics, page, page_across, rendered

from ..more_links import Group, groups_in, own_links


@require_safe
@network_door
def more(here: Here) -> HttpResponse:
    """Everything of a network that has no word in the menu."""
    people = faces(here.network)
    groups = groups_in(here.seat, here.person, people)
    return page(here, "home/more.html", current="more", people=people, groups=groups)


@require_safe
@person_door
def more_across(here: Outside) -> HttpResponse:
    """The same for who looks over several networks."""
    groups = [Group(_("Voor u"), own_links(here.person))]
    return page_across(here, "home/more.html", current="more_across", groups=groups)


@require_safe
@own_door
def help(request: HttpRequest) -> HttpResponse:
    """What Zorgverband is in four sentences, and what to do in need."""
    return rendered("home/help.html", basics(request))
