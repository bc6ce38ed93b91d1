"""'Overdracht': what is and was handed over in this network, and announcing a new one."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.typed import day_of
from zorgverband.membership.checks import leads
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.frame import page, say

from .. import actions
from ..actions.announce_handover import NothingToHandOver, Wish
from ..handed import handovers as every_handover
from ..models import Ending, HandoverKind
from ..shown import show_head
from ..writable import abouts_for, kinds_for


@require_safe
@network_door
def handovers(here: Here) -> HttpResponse:
    """What runs first, then what is over."""
    people = faces(here.network)
    found = [show_head(one, seat=here.seat, people=people) for one in every_handover(here.network)]
    return page(
        here, "handovers/handovers.html", current="more", people=people,
        running=[one for one in found if one.running],
        over=[one for one in found if not one.running],
        may_begin=bool(kinds_for(here.seat)), leads=leads(here.seat),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@network_door
def announce_handover(here: Here) -> HttpResponse:
    """The form, and announcing what was filled in."""
    if here.request.method == "GET":
        return _form(here, here.request.GET)
    typed = here.request.POST
    try:
        made = actions.announce_handover(
            seat=here.seat, person=here.person, wish=_wish(here, typed)
        )
    except Refusal as refusal:
        if isinstance(refusal, NotHere | NothingToHandOver):
            raise
        return _form(here, typed, refusal)
    here.touch(CREATE, made.item_id)
    say(here.request, _("Uw overdracht is aangekondigd. Vul nu de onderdelen in."))
    parts = {"network_id": here.network, "handover_id": made.item_id}
    return HttpResponseRedirect(reverse("handover", kwargs=parts))


def _wish(here: Here, typed: QueryDict) -> Wish:
    kinds, abouts = kinds_for(here.seat), _abouts(here, typed, faces(here.network))
    if not kinds or not abouts:
        raise NothingToHandOver()
    day = typed.get("planned_on", "")
    return Wish(
        about=_uuid(typed.get("about", "")) or abouts[0][0],
        kind=typed.get("kind", "") or kinds[0], ends=typed.get("ends", "") or Ending.LEAVE,
        to_member=_uuid(typed.get("to_member", "")), to_name=typed.get("to_name", ""),
        planned_on=day_of(day) if day else None, words=typed.get("words", ""),
    )  # fmt: skip


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _abouts(here: Here, typed: QueryDict, people: dict[UUID, Face]) -> list[tuple[UUID, str]]:
    kinds = kinds_for(here.seat)
    kind = typed.get("kind", "")
    wanted = HandoverKind(kind) if kind in kinds else kinds[0] if kinds else None
    return abouts_for(here.seat, people, wanted) if wanted else []


def _form(here: Here, typed: QueryDict, refusal: Refusal | None = None) -> HttpResponse:
    people = faces(here.network)
    kinds, abouts = kinds_for(here.seat), _abouts(here, typed, people)
    if not kinds or not abouts:
        raise NothingToHandOver()
    return page(
        here, "handovers/new.html", current="more", people=people,
        status=refusal.status if refusal else 200, refusal=refusal, typed=typed, kinds=kinds,
        abouts=abouts, receivers=receivers(here, people), endings=list(Ending), first=clock.today(),
        has_words=bool(typed.get("to_name")),
    )  # fmt: skip


def receivers(here: Here, people: dict[UUID, Face]) -> list[tuple[str, str]]:
    """Who could take something over: everybody who takes part, but for oneself and the clients."""
    found = [
        (str(one.member), f"{one.name}, {one.described}" if one.described else one.name)
        for one in people.values()
        if one.active and one.member != here.seat.member and one.side != "client"
    ]
    return [("", _("Kies wie dit overneemt")), *found]
