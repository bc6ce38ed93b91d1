"""Saying yes to the plan."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import say

from .. import actions


@require_POST
@network_door
def agree_plan(here: Here) -> HttpResponse:
    """Yes, this is the plan."""
    try:
        about = UUID(here.request.POST.get("about", ""))
    except ValueError:
        raise UnknownChoice(field="about") from None
    made = actions.agree_plan(seat=here.seat, person=here.person, about=about)
    here.touch(CREATE, made.item_id)
    say(here.request, _("Genoteerd: ja tegen dit plan."))
    return HttpResponseRedirect(reverse("plan", kwargs={"network_id": here.network}))
