"""Who else is named in a compartment: a professional of the network, or a team only the named see."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.membership.forms import function_options
from zorgverband.membership.kinds import CARE
from zorgverband.membership.queries import teams_found
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces
from zorgverband.people.models import Team
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.step_up import step_up

from .. import actions, queries
from .inside import professionals, to_compartment


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def widen(here: Here, compartment_id: UUID) -> HttpResponse:
    """Choose a professional of the network, or look for a team."""
    one = queries.open_compartment(network=here.network, id=compartment_id)
    people, refusal = faces(here.network), None
    if here.request.method == "POST":
        try:
            _name(here, compartment_id)
        except Refusal as raised:
            refusal = raised
        else:
            say(here.request, _("Genoemd. Deze persoon of dit team heeft bericht gekregen."))
            return to_compartment(here, compartment_id)
    words = here.request.GET.get("q", "").strip()[:80]
    return page(
        here, "safety/widen.html", current="more", people=people, one=one, refusal=refusal,
        status=refusal.status if refusal else 200, words=words,
        teams=teams_found(words) if words else [],
        choosable=professionals(people, but=queries.named_in(compartment_id)),
    )  # fmt: skip


def _name(here: Here, compartment_id: UUID) -> None:
    try:
        member = UUID(here.request.POST.get("member", ""))
    except ValueError:
        raise UnknownChoice(field="member") from None
    actions.name_inside(
        seat=here.seat, person=here.person, compartment=compartment_id, member=member
    )


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def admit_inside(here: Here, compartment_id: UUID, team_id: UUID) -> HttpResponse:
    """What this team does here; posted, it takes part, and only the named see that."""
    one = queries.open_compartment(network=here.network, id=compartment_id)
    team = Team.objects.filter(pk=team_id).select_related("organisation").first()
    if team is None:
        raise NotHere()
    refusal, function = None, here.request.POST.get("function", "")
    if here.request.method == "POST":
        try:
            actions.admit_inside(
                seat=here.seat, person=here.person, compartment=compartment_id, team=team_id,
                function=function,
            )  # fmt: skip
        except Refusal as raised:
            refusal = raised
        else:
            say(here.request, _("%(name)s doet nu mee in deze ruimte.") % {"name": team.name})
            return to_compartment(here, compartment_id)
    side = Side.CARE if team.organisation.kind in CARE else Side.SOCIAL
    return page(
        here, "safety/admit_inside.html", current="more", one=one, team=team, refusal=refusal,
        status=refusal.status if refusal else 200, function=function,
        functions=function_options(side),
    )  # fmt: skip
