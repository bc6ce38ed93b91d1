"""'Waarnemen': who looks after the network for its coordinator, choosing somebody, and stopping."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, NotYours, Refusal
from zorgverband.base.typed import day_of
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces
from zorgverband.networks.standing_in import standing_in
from zorgverband.networks.substitutes import substitutes
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page, say

from .. import actions
from ..actions.name_substitute import NotTheCoordinator


@require_http_methods(["GET", "HEAD", "POST"])
@network_door
def substitute(here: Here) -> HttpResponse:
    """Who substitutes, for who it is and who it is for; the coordinator chooses somebody."""
    if here.request.method != "POST":
        return _page(here)
    typed = here.request.POST
    try:
        actions.name_substitute(
            seat=here.seat, person=here.person, member=_member(typed.get("member", "")),
            first=day_of(typed.get("first")), last=day_of(typed.get("last")),
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.status in (NotHere.status, NotYours.status):
            raise
        return _page(here, refusal)
    say(here.request, _("Gevraagd. Wat hier aandacht vraagt, komt in die dagen bij de waarnemer."))
    return HttpResponseRedirect(reverse("people", kwargs={"network_id": here.network}))


@require_POST
@network_door
def end_substitute(here: Here, substitute_id: UUID) -> HttpResponse:
    """From now the coordinator looks after it again."""
    actions.end_substitute(seat=here.seat, person=here.person, substitute=substitute_id)
    say(here.request, _("Gestopt. De coördinator kijkt hier weer zelf naar."))
    return HttpResponseRedirect(reverse("people", kwargs={"network_id": here.network}))


def _member(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _page(here: Here, refusal: Refusal | None = None) -> HttpResponse:
    people = faces(here.network)
    found = substitutes(here.network)
    mine = {one.coordinator for one in found} | {one.substitute for one in found}
    if not here.seat.coordinator and here.seat.member not in mine:
        raise NotTheCoordinator()
    typed = here.request.POST
    return page(
        here, "membership/substitute.html", current="people", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, lines=standing_in(found, people),
        choices=_choices(people, here.seat.member), may_choose=here.seat.coordinator,
        member=typed.get("member", ""), last=typed.get("last", ""),
        first=typed.get("first", clock.today().isoformat()), today=clock.today(),
    )  # fmt: skip


def _choices(people: dict[UUID, Face], me: UUID) -> list[tuple[str, str]]:
    return [
        (str(face.member), f"{face.name} ({face.described})" if face.described else face.name)
        for face in people.values()
        if face.active and face.side in (Side.CARE, Side.SOCIAL) and face.member != me
    ]
