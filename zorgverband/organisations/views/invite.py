"""Asking somebody to work here: the form, the code that is shown once, and taking it back."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.membership.tokens import as_shown, code_of
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, say
from zorgverband.ui.dates import full_date

from .. import actions, queries
from ..forms import functions, read_wanted
from ..models import WorkInvitation

SHOW_CODE = "asked_to_work"


@require_http_methods(["GET", "POST"])
@person_door
def invite_colleague(here: Outside, organisation_id: UUID) -> HttpResponse:
    """Who is asked, at which address, to do what."""
    name = queries.name_of(organisation_id, person=here.person)
    refusal, wanted = None, read_wanted(here.request.POST)
    if here.request.method == "POST":
        try:
            made, _code = actions.invite_colleague(
                organisation=organisation_id, person=here.person, wanted=wanted
            )
        except Refusal as raised:
            refusal = raised
        else:
            here.request.session[SHOW_CODE] = str(made)
            return HttpResponseRedirect(reverse("work_code", args=[organisation_id, made]))
    return page_across(
        here,
        "organisations/invite.html",
        current="more_across",
        status=refusal.status if refusal else 200,
        refusal=refusal,
        organisation=organisation_id,
        organisation_name=name,
        wanted=wanted,
        functions=functions(),
    )


@require_safe
@person_door
def work_code(here: Outside, organisation_id: UUID, invitation_id: UUID) -> HttpResponse:
    """The code, shown once, and what to do with it."""
    queries.name_of(organisation_id, person=here.person)
    row = (
        WorkInvitation.objects.filter(
            organisation_id=organisation_id, id=invitation_id, ended_at=None
        )
        .values("given_name", "expires_at")
        .first()
    )
    if row is None:
        raise NotHere()
    once = here.request.session.pop(SHOW_CODE, "") == str(invitation_id)
    return page_across(
        here,
        "organisations/invited.html",
        current="more_across",
        organisation=organisation_id,
        name=row["given_name"],
        until=full_date(row["expires_at"]),
        code=as_shown(code_of(invitation_id, row["expires_at"])) if once else "",
    )


@require_POST
@person_door
def withdraw_work(here: Outside, organisation_id: UUID, invitation_id: UUID) -> HttpResponse:
    """Ending an invitation nobody answered yet."""
    queries.name_of(organisation_id, person=here.person)
    actions.withdraw_work(organisation=organisation_id, invitation=invitation_id)
    say(here.request, _("Ingetrokken. De link in de mail werkt niet meer."))
    return HttpResponseRedirect(reverse("organisation", args=[organisation_id]))
