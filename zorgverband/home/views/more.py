"""'Meer', in a network and over several."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import Here, Outside, network_door, person_door
from zorgverband.sharing.frame import page, page_across

from ..more_links import Group, groups_in, networks_link, own_links, route_link


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
    only_one = here.request.session.get("only")
    over_several = [] if only_one else [*route_link(), *networks_link()]
    groups = [Group(_("Voor u"), [*over_several, *own_links(here.person)])]
    return page_across(here, "home/more.html", current="more_across", groups=groups)
