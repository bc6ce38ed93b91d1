"""Where one goes with a complaint about an organisation whose list one keeps."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, say

from .. import actions, queries


@require_http_methods(["GET", "POST"])
@person_door
def set_officer(here: Outside, organisation_id: UUID) -> HttpResponse:
    """Name, number and address of the complaints officer."""
    name = queries.name_of(organisation_id, person=here.person)
    refusal, data = None, here.request.POST
    typed = queries.officer_of(organisation_id)
    if here.request.method == "POST":
        typed = {word: data.get(word, "")[:200] for word in typed}
        try:
            actions.set_officer(organisation=organisation_id, **typed)
        except NotHere:
            raise
        except Refusal as raised:
            refusal = raised
        else:
            say(here.request, _("Bewaard. Dit staat nu bij Klacht of vraag."))
            return HttpResponseRedirect(reverse("organisation", args=[organisation_id]))
    return page_across(
        here, "organisations/officer.html", current="more_across", refusal=refusal,
        status=refusal.status if refusal else 200, organisation=organisation_id,
        organisation_name=name, typed=typed,
    )  # fmt: skip
