"""Choosing as whom one looks, for who takes part in a network through two teams."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base import locked
from zorgverband.base.refusals import NotHere
from zorgverband.networks.actions import choose_hat as put_on
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across


@require_safe
@person_door
def hats(here: Outside) -> HttpResponse:
    """The teams to choose from."""
    return page_across(
        here, "home/hats.html", current="networks", choices=locked.hats_to_choose(here.person)
    )


@require_POST
@person_door
def choose_hat(here: Outside) -> HttpResponse:
    """Keep the choice; it can only be one of those offered."""
    wanted = here.request.POST.get("member", "")
    for network, member, _team in locked.hats_to_choose(here.person):
        if str(member) == wanted:
            put_on(network=network, person=here.person, member=UUID(wanted))
            return HttpResponseRedirect("/")
    raise NotHere()
