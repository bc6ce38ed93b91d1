"""'Uit het ziekenhuis': the form with which somebody opens it, with the standard list."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.subjects import Subject

from ..actions import open_discharge as opening
from ..needs_forms import abouts, at_home, read_day, read_going, whose
from ..standard_needs import LINES

_TYPED = ("expected_on", "ward", "call_name", "call_phone", "told", "more", "about")


@require_http_methods(["GET", "POST"])
@network_door
def open_discharge(here: Here) -> HttpResponse:
    """The form, and opening what was filled in."""
    if here.seat.side == Side.SOCIAL:
        raise NotHere()
    people = faces(here.network)
    about = whose(here.request.POST, seat=here.seat, people=people, subject=Subject.HEALTH)
    if here.request.method == "GET":
        return _form(here, people, about)
    try:
        return _open(here, people, about)
    except Refusal as refusal:
        return _form(here, people, about, refusal)


def _open(here: Here, people: dict[UUID, Face], about: UUID) -> HttpResponse:
    data = here.request.POST
    item = opening.open_discharge(
        seat=here.seat, person=here.person, about=about,
        expected_on=read_day(data, "expected_on"), going=read_going(data, people),
        more=data.get("more", "")[:2000], lines=data.getlist("line"),
    )  # fmt: skip
    here.touch(CREATE, item)
    say(here.request, _("Dit staat klaar. Vraag nu voor elke regel wie het doet."))
    parts = {"network_id": here.network, "discharge_id": item}
    return HttpResponseRedirect(reverse("discharge", kwargs=parts))


def _form(
    here: Here, people: dict[UUID, Face], about: UUID, refusal: Refusal | None = None
) -> HttpResponse:
    data = here.request.POST
    chosen = set(data.getlist("line"))
    lines = [
        (one.code, str(one.words), one.code in chosen if data else one.ticked)
        for one in LINES.values()
        if here.seat.may_write(about=about, subject=one.subject)
    ]
    return page(
        here, "handovers/open_discharge.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, first=clock.today(), lines=lines, about=about,
        abouts=abouts(here.seat, people, Subject.HEALTH), fewer=len(lines) < len(LINES),
        told=[("", _("Nog niemand")), *at_home(people)],
        typed={name: data.get(name, "") for name in _TYPED},
    )  # fmt: skip
