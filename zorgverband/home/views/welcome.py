"""A first visit, which explains once what Zorgverband is; and 'Hulp', where that stands too."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base import clock
from zorgverband.base.viewer import Viewer, enter, networks_of
from zorgverband.networks.explained import CLIENT, Explained, explained, whom
from zorgverband.networks.queries import Face, callable_first, clients, faces_in
from zorgverband.people.models import Account
from zorgverband.sharing.doors import Outside, own_door, person_door
from zorgverband.sharing.frame import basics, page_across, rendered

# The networks somebody came to first tell enough; and more names to call would be no help.
LOOKED_AT = 3
CALLED = 3


@require_safe
@person_door
def welcome(here: Outside) -> HttpResponse:
    """The sentences for who looks, with one button."""
    return page_across(here, "home/welcome.html", current="", said=_said(*_around(here)))


@require_POST
@person_door
def welcomed(here: Outside) -> HttpResponse:
    """Note that they were read, the first time; on to where this person belongs."""
    mine = Account.objects.filter(person_id=here.person, welcomed_at=None)
    mine.update(welcomed_at=clock.now())
    return HttpResponseRedirect("/")


@require_safe
@own_door
def help(request: HttpRequest) -> HttpResponseBase:
    """What Zorgverband is, whom to call and how to ask. Who is signed in sees their own numbers."""
    if request.user.is_authenticated:
        return _my_help(request)
    return rendered("home/help.html", basics(request, said=explained(CLIENT), calls=[]))


@person_door
def _my_help(here: Outside) -> HttpResponse:
    viewer, around = _around(here)
    calls = [(_name(people), one) for people in around for one in callable_first(people, CALLED)
             if one.person != here.person]  # fmt: skip
    return page_across(
        here, "home/help.html", current="more_across", said=_said(viewer, around), calls=calls,
        several=len(around) > 1,
    )  # fmt: skip


def _around(here: Outside) -> tuple[Viewer, list[dict[UUID, Face]]]:
    """Who looks, and the people of the first of their networks."""
    networks = networks_of(here.person)[:LOOKED_AT]
    viewer = enter(person=here.person, networks=networks)
    found = faces_in(networks)
    return viewer, [found[one] for one in networks if one in viewer.seats]


def _said(viewer: Viewer, around: list[dict[UUID, Face]]) -> Explained:
    return explained(
        whom(seat.side for seat in viewer.seats.values()),
        _name(around[0]) if len(around) == 1 else "",
    )


def _name(people: dict[UUID, Face]) -> str:
    found = [one.given_name for one in clients(people) if one.active]
    return found[0] if len(found) == 1 else _("de cliënt")
