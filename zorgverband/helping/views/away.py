"""'Ik ben een tijd weg': which days, and who may know; and back after all."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.carers.forms import read_readers
from zorgverband.carers.views.choosing import reader_options
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import CREATE, UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say

from .. import actions
from ..forms import read_day


@require_http_methods(["GET", "POST"])
@network_door
def be_away(here: Here) -> HttpResponse:
    """The form, and keeping what was filled in."""
    if here.seat.side != Side.FAMILY:
        raise NotHere()
    people, data, refusal = faces(here.network), here.request.POST, None
    if here.request.method == "POST":
        try:
            return _keep(here, people)
        except Refusal as raised:
            refusal = raised
    chosen = read_readers(data, people) if data else _usual(people)
    return page(
        here, "helping/away.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, first=clock.today().isoformat(),
        typed={name: data.get(name, "") for name in ("first_on", "last_on", "words")},
        readers=reader_options(people, here.seat.member, chosen),
    )  # fmt: skip


def _usual(people: dict[UUID, Face]) -> list[UUID]:
    """Who hears it unless the carer chooses otherwise: the client and who coordinates."""
    return [
        face.member
        for face in people.values()
        if face.active and (face.coordinator or face.side == Side.CLIENT)
    ]


def _keep(here: Here, people: dict[UUID, Face]) -> HttpResponse:
    data = here.request.POST
    item = actions.be_away(
        seat=here.seat, person=here.person, first_on=read_day(data.get("first_on", ""), "first_on"),
        last_on=read_day(data.get("last_on", ""), "last_on"), words=data.get("words", "")[:500],
        readers=read_readers(data, people),
    )  # fmt: skip
    here.touch(CREATE, item)
    say(here.request, _("Bewaard. Kijk hieronder wat iemand van u kan overnemen."))
    return HttpResponseRedirect(reverse("what_i_do", kwargs={"network_id": here.network}))


@require_POST
@network_door
def be_back(here: Here, away_id: UUID) -> HttpResponse:
    """Not away after all."""
    actions.be_back(seat=here.seat, person=here.person, away=away_id)
    here.touch(UPDATE, away_id)
    say(here.request, _("Weggehaald. U bent er gewoon."))
    return HttpResponseRedirect(reverse("what_i_do", kwargs={"network_id": here.network}))
