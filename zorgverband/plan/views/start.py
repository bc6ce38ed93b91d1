"""'Een plan beginnen': five boxes on one page, all but one may stay empty."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.subjects import Subject

from .. import actions
from ..forms import read_day
from ..kinds import KINDS, LIGHT
from ..reviewing import next_review
from ..shown import abouts_of


@require_http_methods(["GET", "POST"])
@network_door
def start_plan(here: Here) -> HttpResponse:
    """The form, and beginning with what was filled in."""
    if here.request.method == "GET":
        return _form(here)
    try:
        return _start(here)
    except Refusal as refusal:
        return _form(here, refusal)


def _start(here: Here) -> HttpResponse:
    typed = here.request.POST
    try:
        about = UUID(typed.get("about", ""))
    except ValueError:
        raise UnknownChoice(field="about") from None
    made = actions.start_plan(
        seat=here.seat, person=here.person, about=about,
        texts={kind: typed.get(kind, "") for kind in LIGHT},
        review_on=read_day(typed.get("review_on", ""), "review_on"),
    )  # fmt: skip
    for one in made:
        here.touch(CREATE, one.item_id)
    say(here.request, _("Het plan is begonnen. U kunt er steeds iets bij zetten."))
    return HttpResponseRedirect(reverse("plan", kwargs={"network_id": here.network}))


def _form(here: Here, refusal: Refusal | None = None) -> HttpResponse:
    people, typed = faces(here.network), here.request.POST or here.request.GET
    abouts = [
        (about, name)
        for about, name in abouts_of(here.seat, people)
        if here.seat.may_write(about=about, subject=Subject.ARRANGEMENTS)
    ]
    if not abouts:
        raise MayNotWrite()
    return page(
        here, "plan/start.html", current="plan", people=people, abouts=abouts,
        status=refusal.status if refusal else 200, refusal=refusal,
        about=typed.get("about", str(abouts[0][0])), kinds=[KINDS[code] for code in LIGHT],
        texts={kind: typed.get(kind, "") for kind in LIGHT},
        review_on=typed.get("review_on", next_review(full=False).isoformat()), first=clock.today(),
        client=here.seat.side == Side.CLIENT,
    )  # fmt: skip
