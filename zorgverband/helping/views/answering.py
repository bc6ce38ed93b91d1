"""The answers to help that is asked: one tap each."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zorgverband.base.refusals import Refusal
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.frame import say

from .. import actions
from .one import show


@require_POST
@network_door
def take_help(here: Here, help_id: UUID) -> HttpResponse:
    """I do it."""
    return _answered(here, help_id, actions.take_help, _("Afgesproken: u doet dit. Fijn!"))


@require_POST
@network_door
def refuse_help(here: Here, help_id: UUID) -> HttpResponse:
    """I cannot."""
    words = here.request.POST.get("words", "")[:500]
    told = _("Genoteerd. U wordt hier niet meer voor gevraagd.")
    return _answered(here, help_id, actions.refuse_help, told, words=words)


@require_POST
@network_door
def give_back_help(here: Here, help_id: UUID) -> HttpResponse:
    """Not after all."""
    words = _("Genoteerd. Wie het vroeg, hoort dit. Wij zoeken iemand anders.")
    return _answered(here, help_id, actions.give_back, words)


@require_POST
@network_door
def open_help(here: Here, help_id: UUID) -> HttpResponse:
    """Ask everybody now."""
    words = _("Iedereen die dit mag lezen, kan nu zeggen: ik doe het.")
    return _answered(here, help_id, actions.open_help, words)


@require_POST
@network_door
def end_help(here: Here, help_id: UUID) -> HttpResponse:
    """Not needed any more."""
    return _answered(here, help_id, actions.end_help, _("Genoteerd: dit is niet meer nodig."))


@require_POST
@network_door
def thank_help(here: Here, help_id: UUID) -> HttpResponse:
    """Thank you."""
    words = here.request.POST.get("words", "")
    return _answered(here, help_id, actions.thank, _("Uw bedankje is verstuurd."), words=words)


def _answered(
    here: Here, help_id: UUID, act: Callable[..., object], told: str, **said: Any
) -> HttpResponse:
    try:
        act(seat=here.seat, person=here.person, asked=help_id, **said)
    except Refusal as refusal:
        return show(here, help_id, refusal)
    here.touch(UPDATE, help_id)
    say(here.request, told)
    if here.request.POST.get("back") == "today":
        return HttpResponseRedirect(reverse("today", kwargs={"network_id": here.network}))
    parts = {"network_id": here.network, "help_id": help_id}
    return HttpResponseRedirect(reverse("help_one", kwargs=parts))
