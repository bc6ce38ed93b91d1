"""'Hoe gaat het hiermee?': scores from 1 to 5 per domain, by the client or by somebody else."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import faces
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import page, say

from .. import actions
from ..domains import GENERAL
from ..forms import domain_options, plan_abouts, read_scores
from ..shown import score_word


@require_http_methods(["GET", "POST"])
@network_door
def score_domains(here: Here) -> HttpResponse:
    """The list to fill in, and keeping what was chosen."""
    people = faces(here.network)
    abouts = [(one, name) for one, name in plan_abouts(here.seat, people) if one != here.network]
    if not abouts:
        raise MayNotWrite()
    typed = here.request.POST or here.request.GET
    about = _about(typed.get("about", ""), abouts)
    refusal = None
    if here.request.method == "POST" and "look" not in here.request.POST:
        try:
            return _keep(here, about)
        except Refusal as refused:
            refusal = refused
    name = dict(abouts)[about]
    return page(
        here, "plan/score.html", current="plan", people=people, about=about, abouts=abouts,
        name=name, own=about == here.seat.member, refusal=refusal,
        status=refusal.status if refusal else 200, groups=_groups(here, about),
        chosen=read_scores(here.request.POST),
        choices=[(value, score_word(value)) for value in range(1, 6)],
    )  # fmt: skip


def _about(text: str, abouts: list[tuple[UUID, str]]) -> UUID:
    if not text:
        return abouts[0][0]
    for about, _name in abouts:
        if str(about) == text:
            return about
    raise UnknownChoice(field="about")


def _groups(here: Here, about: UUID) -> list[tuple[str, list[tuple[str, str]]]]:
    found = [
        (name, [one for one in group if one[0] != GENERAL.code])
        for name, group in domain_options(here.seat, about)
    ]
    return [(name, group) for name, group in found if group]


def _keep(here: Here, about: UUID) -> HttpResponse:
    made = actions.score_domains(
        seat=here.seat, person=here.person, about=about, values=read_scores(here.request.POST)
    )
    for one in made:
        here.touch(CREATE, one.item_id)
    say(here.request, _("Genoteerd hoe het gaat."))
    return HttpResponseRedirect(reverse("plan", kwargs={"network_id": here.network}))
