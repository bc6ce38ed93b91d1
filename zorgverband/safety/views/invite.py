"""Inviting one person into a compartment: the form, the code, and taking it back."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.membership.forms import function_options, read_wish
from zorgverband.membership.tokens import as_shown
from zorgverband.networks.models import Side
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.step_up import step_up

from .. import actions, queries

SHOW_CODE = "invited_inside"


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def invite_inside(here: Here, compartment_id: UUID) -> HttpResponse:
    """Who, and what they do for work; posted, the mail leaves. Then, once, the code."""
    one = queries.open_compartment(network=here.network, id=compartment_id)
    wish, refusal = read_wish(here.request.POST), None
    if here.request.method == "POST":
        try:
            made, code = actions.invite_inside(
                seat=here.seat, person=here.person, compartment=compartment_id, wish=wish
            )
        except NotHere:
            raise
        except Refusal as raised:
            refusal = raised
        else:
            here.request.session[SHOW_CODE] = [str(made), wish.given_name, as_shown(code)]
            return _again(here, compartment_id)
    _made, name, code = here.request.session.pop(SHOW_CODE, ("", "", ""))
    return page(
        here, "safety/invite_inside.html", current="more", one=one, wish=wish, refusal=refusal,
        status=refusal.status if refusal else 200, name=name, code=code,
        functions=function_options(Side.CARE, Side.SOCIAL),
        waiting=queries.invited_inside(compartment_id),
    )  # fmt: skip


@require_POST
@network_door
def withdraw_inside(here: Here, compartment_id: UUID, invitation_id: UUID) -> HttpResponse:
    """Take it back before it is answered."""
    queries.compartment(network=here.network, id=compartment_id)
    actions.withdraw_inside(compartment=compartment_id, invitation=invitation_id)
    say(here.request, _("Ingetrokken. De link in de mail werkt niet meer."))
    return _again(here, compartment_id)


def _again(here: Here, compartment: UUID) -> HttpResponseRedirect:
    parts = {"network_id": here.network, "compartment_id": compartment}
    return HttpResponseRedirect(reverse("invite_inside", kwargs=parts))
