"""The questions and complaints of a network, and handing in a new one."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from zorgverband.base.refusals import Refusal
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.addresses import address

from .. import actions, queries
from ..choosing import Place, handlers, places
from ..models import Kind
from ..outward import general_ways, own_officers
from ..shown import show


@require_safe
@network_door
def complaints(here: Here) -> HttpResponse:
    """All one may read, what runs first; and the ways outward."""
    people = faces(here.network)
    found = queries.cases(here.network)
    return page(
        here, "complaints/complaints.html", current="more", people=people,
        mine=show([one for one in found if one.author == here.person], people=people),
        others=show([one for one in found if one.author != here.person], people=people),
        may=bool(places(here.seat, people)), **outward(here),
    )  # fmt: skip


def outward(here: Here) -> dict[str, Any]:
    """What the block with the ways outward needs."""
    return {"officers": own_officers(here.network), "ways": general_ways()}


@require_http_methods(["GET", "POST"])
@network_door
def complain(here: Here) -> HttpResponse:
    """In two steps: what it is about; then who handles it, and what happened."""
    people = faces(here.network)
    sent = here.request.POST or here.request.GET
    refusal = None
    if here.request.method == "POST":
        try:
            return _complained(here)
        except Refusal as raised:
            if raised.status == 404:
                raise
            refusal = raised
    options = places(here.seat, people)
    put = next((one for one in options if one.code == sent.get("place")), None)
    if put is None or "against" not in sent or "change" in sent:
        return _what(here, people, options, refusal)
    return _who(here, people, put, refusal)


def _complained(here: Here) -> HttpResponse:
    sent = here.request.POST
    kind = sent.get("kind", "")
    row = actions.complain(
        seat=here.seat, person=here.person,
        kind=Kind(kind) if kind in Kind.values else Kind.QUESTION, place=sent.get("place", ""),
        against=_id(sent.get("against", "")), handler=_id(sent.get("handler", "")),
        title=sent.get("title", ""), body=sent.get("body", ""),
    )  # fmt: skip
    here.touch(CREATE, row.item_id)
    say(here.request, _("Verstuurd. U leest hieronder wanneer u iets hoort."))
    return HttpResponseRedirect(
        address("complaint", network_id=here.network, complaint_id=row.item_id)
    )


def _id(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


def _what(
    here: Here, people: dict[UUID, Face], options: list[Place], refusal: Refusal | None
) -> HttpResponse:
    sent = here.request.POST or here.request.GET
    chosen = sent.get("place", "")
    return page(
        here, "complaints/what.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, places=options,
        chosen=chosen if len(options) > 1 else "".join(one.code for one in options),
        kind=sent.get("kind", Kind.QUESTION.value), against=sent.get("against", ""),
        whom=_whom(here, people), **outward(here),
    )  # fmt: skip


def _whom(here: Here, people: dict[UUID, Face]) -> list[tuple[str, str]]:
    """Whom it can be against: everybody who takes part and works here, helps, or decides."""
    found = [
        (str(face.member), ", ".join(part for part in (face.name, face.described) if part))
        for face in people.values()
        if face.active and face.member != here.seat.member and face.side != Side.CLIENT
    ]
    return [("", _("Niemand in het bijzonder")), *found]


def _who(here: Here, people: dict[UUID, Face], put: Place, refusal: Refusal | None) -> HttpResponse:
    sent = here.request.POST or here.request.GET
    against = _id(sent.get("against", ""))
    face = people.get(against) if against else None
    return page(
        here, "complaints/who.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, place=put, face=face,
        handlers=handlers(here.seat, here.person, people, put, against),
        typed={name: sent.get(name, "") for name in ("kind", "against", "handler", "title", "body")},
        **outward(here),
    )  # fmt: skip
