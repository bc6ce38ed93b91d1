"""Adding a team of an organisation: find it, see the effect, add it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.functions import label_of
from zorgverband.networks.models import Side
from zorgverband.people.models import Team
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.effect import carry_out
from zorgverband.sharing.frame import page, say

from .. import queries
from ..actions import Newcomer, admit
from ..checks import must_lead
from ..effect import effect_of_team
from ..forms import function_options, side_of_function
from ..kinds import CARE


@require_safe
@network_door
def find_team(here: Here) -> HttpResponse:
    """Teams one can add, found by name."""
    must_lead(here.seat)
    words = here.request.GET.get("q", "").strip()[:80]
    return page(
        here,
        "membership/find_team.html",
        current="people",
        words=words,
        teams=queries.teams_found(words),
    )


@require_http_methods(["GET", "POST"])
@network_door
def add_team(here: Here, team_id: UUID) -> HttpResponse:
    """What this team does here; then the effect; posted, it takes part."""
    must_lead(here.seat)
    team = Team.objects.filter(pk=team_id).select_related("organisation").first()
    if team is None:
        raise NotHere()
    asked = here.request.POST or here.request.GET
    newcomer = _newcomer(team, asked.get("function", ""))
    refusal, effect = None, None
    try:
        if here.request.method == "POST":
            _let_in(here, newcomer)
            return _welcomed(here, team)
    except Refusal as raised:
        refusal = raised
    try:
        if newcomer.function:
            effect = effect_of_team(seat=here.seat, person=here.person, newcomer=newcomer)
    except Refusal as raised:
        refusal = raised
    side = Side.CARE if team.organisation.kind in CARE else Side.SOCIAL
    return page(
        here,
        "membership/add_team.html",
        current="people",
        status=refusal.status if refusal else 200,
        refusal=refusal,
        team=team,
        function=newcomer.function,
        does=label_of(newcomer.function) if newcomer.function else "",
        functions=function_options(side),
        side=side,
        effect=effect,
        viewer_side=here.seat.side,
    )


def _let_in(here: Here, newcomer: Newcomer) -> None:
    """Exactly what was shown; raises EffectChanged when something changed since."""
    carry_out(
        seat=here.seat,
        act=lambda: admit(seat=here.seat, person=here.person, newcomer=newcomer),
        seen=here.request.POST.get("seen", ""),
    )


def _newcomer(team: Team, function: str) -> Newcomer:
    return Newcomer(
        side=side_of_function(function),
        function=function if side_of_function(function) else "",
        team=team.id,
        organisation=team.organisation_id,
        phone=team.phone,
    )


def _welcomed(here: Here, team: Team) -> HttpResponse:
    say(here.request, _("%(name)s doet nu mee.") % {"name": team.name})
    return HttpResponseRedirect(reverse("people", kwargs={"network_id": here.network}))
