"""'Telefoonlijst': for on the wall, or with everything who prints it knows."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.networks.queries import names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.ui.typeset import paper

from ..phone_list import SHAPE, printed_phone_list


@require_safe
@network_door
def phone_list(here: Here) -> HttpResponse:
    """Which list."""
    own_name = names_of_people(here.network).get(here.person, "")
    return page(here, "papers/phones.html", current="more", own_name=own_name)


@require_safe
@network_door
def phones_on_paper(here: Here) -> HttpResponse:
    """The paper itself."""
    everything = here.request.GET.get("everything") == "1"
    made = printed_phone_list(here.seat, here.person, everything=everything)
    return paper(made.pdf(SHAPE), _("telefoonlijst"))
