"""A team of one's organisation: who is in it, and taking somebody out."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, say

from .. import actions, queries
from .organisation import ask


@require_http_methods(["GET", "POST"])
@person_door
def make_team(here: Outside, organisation_id: UUID) -> HttpResponse:
    """A new team, still without people."""
    name = queries.name_of(organisation_id, person=here.person)
    refusal, data = None, here.request.POST
    typed = {word: data.get(word, "")[:80] for word in ("name", "phone")}
    if here.request.method == "POST":
        try:
            made = actions.make_team(organisation=organisation_id, **typed)
        except Refusal as raised:
            refusal = raised
        else:
            say(here.request, _("Het team is er. Zet er nu mensen in."))
            return HttpResponseRedirect(reverse("our_team", args=[organisation_id, made]))
    return page_across(
        here,
        "organisations/make_team.html",
        current="more_across",
        status=refusal.status if refusal else 200,
        refusal=refusal,
        organisation=organisation_id,
        organisation_name=name,
        typed=typed,
    )


@require_safe
@person_door
def our_team(here: Outside, organisation_id: UUID, team_id: UUID) -> HttpResponse:
    """Who is in this team, will be, and was until a while ago."""
    name = queries.name_of(organisation_id, person=here.person)
    people, teams = queries.book_of(organisation_id)
    for one in teams:
        if one.team == team_id:
            return page_across(
                here,
                "organisations/team.html",
                current="more_across",
                organisation=organisation_id,
                organisation_name=name,
                team=one,
                staff=people,
            )
    raise NotHere()


@require_http_methods(["GET", "POST"])
@person_door
def end_turn(here: Outside, organisation_id: UUID, turn_id: UUID) -> HttpResponse:
    """Taking somebody out of a team, from now."""
    queries.name_of(organisation_id, person=here.person)
    _people, teams = queries.book_of(organisation_id)
    turns = [one for team in teams for one in team.turns if one.turn == turn_id]
    if not turns:
        raise NotHere()
    (turn,) = turns
    parts = {"name": turn.name, "team": turn.team_name}
    return ask(
        here,
        lambda: actions.end_turn(turn=turn_id),
        title=_("%(name)s uit %(team)s halen?") % parts,
        sentences=[
            _(
                "%(name)s leest vanaf dat moment niets meer via %(team)s. Dat geldt voor alle cliënten."
            )
            % parts,
            _("Wat %(name)s al schreef, blijft staan.") % parts,
            _("%(name)s blijft wel bij uw organisatie werken.") % parts,
        ],
        yes=_("Uit het team halen"),
        no=_("Niet doen"),
        done=_("%(name)s zit niet meer in %(team)s.") % parts,
        back=reverse("our_team", args=[organisation_id, turn.team]),
    )
