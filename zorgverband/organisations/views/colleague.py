"""Somebody who works for one's organisation: teams, numbers, keeping the list, and leaving."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, say

from .. import actions, queries
from ..forms import Turn, functions, read_turn
from ..models import ProfessionalNumber
from .organisation import ask


@require_safe
@person_door
def colleague(here: Outside, organisation_id: UUID, person_id: UUID) -> HttpResponse:
    """What they do here since when, in which teams, with which numbers."""
    return _page(here, organisation_id, person_id)


@require_POST
@person_door
def begin_turn(here: Outside, organisation_id: UUID, person_id: UUID) -> HttpResponse:
    """Putting them in a team, from a day, maybe until a day."""
    typed = read_turn(here.request.POST)
    try:
        if typed.team_id is None:
            raise NoTeam(field="team")
        actions.begin_turn(
            organisation=organisation_id,
            team=typed.team_id,
            person=person_id,
            function=typed.function,
            starts_at=typed.starts_at,
            ends_at=typed.ends_at,
            substitute=typed.substitute,
        )
    except Refusal as refusal:
        return _page(here, organisation_id, person_id, refusal=refusal, turn=typed)
    say(here.request, _("Deze persoon zit nu in het team, of vanaf de dag die u koos."))
    return HttpResponseRedirect(_address("colleague", organisation_id, person_id))


class NoTeam(Refusal):
    """Kies een team."""


@require_POST
@person_door
def set_numbers(here: Outside, organisation_id: UUID, person_id: UUID) -> HttpResponse:
    """Keeping the numbers under which they are registered."""
    typed = {kind.value: here.request.POST.get(kind, "")[:20] for kind in ProfessionalNumber.Kind}
    try:
        actions.set_numbers(organisation=organisation_id, person=person_id, typed=typed)
    except Refusal as refusal:
        return _page(here, organisation_id, person_id, refusal=refusal, numbers=typed)
    say(here.request, _("De nummers zijn bewaard."))
    return HttpResponseRedirect(_address("colleague", organisation_id, person_id))


@require_http_methods(["GET", "POST"])
@person_door
def keep_list(here: Outside, organisation_id: UUID, person_id: UUID) -> HttpResponse:
    """Letting them keep the list too, or no longer."""
    one = one_of(here, organisation_id, person_id)
    parts = {"name": one.name}
    act = actions.dismiss_keeper if one.keeper else actions.appoint_keeper
    told = (
        [_("%(name)s kan dan geen mensen en teams meer veranderen.") % parts]
        if one.keeper
        else [
            _("%(name)s kan dan mensen uitnodigen, en in teams zetten en eruit halen.") % parts,
            _("%(name)s ziet daardoor geen cliënten.") % parts,
        ]
    )
    return ask(
        here,
        lambda: act(organisation=organisation_id, person=person_id),
        title=(_("%(name)s niet meer als beheerder?") if one.keeper
               else _("%(name)s als beheerder kiezen?")) % parts,
        sentences=told,
        yes=_("Geen beheerder meer") if one.keeper else _("Als beheerder kiezen"),
        no=_("Niet doen"),
        done=(_("%(name)s is geen beheerder meer.") if one.keeper
              else _("%(name)s is nu ook beheerder.")) % parts,
        back=_address("colleague", organisation_id, person_id),
        onward="/" if one.keeper and person_id == here.person else "",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@person_door
def leave_organisation(here: Outside, organisation_id: UUID, person_id: UUID) -> HttpResponse:
    """The end of their work here, from now, in every team and network."""
    one = one_of(here, organisation_id, person_id)
    parts = {"name": one.name}
    said = [
        _(
            "%(name)s leest vanaf dat moment niets meer via uw organisatie. Dat geldt voor alle cliënten."
        )
        % parts,
        _("%(name)s gaat uit alle teams. Ook wie zonder team meedoet voor uw organisatie, stopt.")
        % parts,
        _("Wat %(name)s schreef, blijft staan.") % parts,
        _("%(name)s houdt het eigen account.") % parts,
    ]
    if one.teams:
        said.insert(1, _("Het gaat om: %(teams)s.") % {"teams": one.teams})
    return ask(
        here,
        lambda: actions.leave_organisation(organisation=organisation_id, person=person_id),
        title=_("%(name)s uit de organisatie halen?") % parts,
        sentences=said,
        yes=_("Uit de organisatie halen"),
        no=_("Niet doen"),
        done=_("%(name)s werkt hier niet meer en leest niets meer.") % parts,
        back=_address("colleague", organisation_id, person_id),
        onward="/" if person_id == here.person
        else reverse("organisation", args=[organisation_id]),
    )  # fmt: skip


def one_of(here: Outside, organisation: UUID, person: UUID) -> queries.Person:
    """A colleague in the organisation whose list the viewer keeps; raises NotHere."""
    queries.name_of(organisation, person=here.person)
    for one in queries.book_of(organisation)[0]:
        if one.person == person:
            return one
    raise NotHere()


def _address(name: str, organisation: UUID, person: UUID) -> str:
    return reverse(name, args=[organisation, person])


def _page(
    here: Outside,
    organisation: UUID,
    person: UUID,
    *,
    refusal: Refusal | None = None,
    turn: Turn | None = None,
    numbers: dict[str, str] | None = None,
) -> HttpResponse:
    name = queries.name_of(organisation, person=here.person)
    people, teams = queries.book_of(organisation)
    found = [one for one in people if one.person == person]
    if not found or (refusal is not None and refusal.status == 404):
        raise NotHere()
    context: dict[str, Any] = {
        "organisation": organisation,
        "organisation_name": name,
        "one": found[0],
        "teams": teams,
        "team_options": [(str(one.team), one.name) for one in teams],
        "turn": turn or Turn(team=here.request.GET.get("team", "")),
        "numbers": numbers or found[0].numbers,
        "kinds": [(kind.value, str(kind.label)) for kind in ProfessionalNumber.Kind],
        "functions": functions(),
        "nearby": bool(queries.neighbourhoods_of(organisation)),
        "refusal": refusal,
    }
    status = refusal.status if refusal else 200
    return page_across(
        here, "organisations/colleague.html", current="more_across", status=status, **context
    )
