"""The answers to an agreement: one tap each, some with a reason."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.typed import day_of
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import say

from .. import actions
from .agreement import one_page


@require_POST
@network_door
def receive_agreement(here: Here, agreement_id: UUID) -> HttpResponse:
    """Seen; the answer follows."""
    words = _("Genoteerd: u laat het nog weten.")
    return answered(here, agreement_id, actions.receive_agreement, words)


@require_POST
@network_door
def accept_agreement(here: Here, agreement_id: UUID) -> HttpResponse:
    """Yes, I do this: what stood on the page on which they said so."""
    stated = here.request.POST.get("stated")
    words = _("Afgesproken.")
    return answered(here, agreement_id, actions.accept_agreement, words, stated=stated)


@require_POST
@network_door
def decline_agreement(here: Here, agreement_id: UUID) -> HttpResponse:
    """No, because."""
    words = _("Genoteerd. Wie het vroeg, leest uw antwoord.")
    return answered(here, agreement_id, actions.decline_agreement, words, reason=_reason(here))


@require_POST
@network_door
def start_agreement(here: Here, agreement_id: UUID) -> HttpResponse:
    """I have begun."""
    return answered(here, agreement_id, actions.start_agreement, _("Genoteerd: begonnen."))


@require_POST
@network_door
def hold_agreement(here: Here, agreement_id: UUID) -> HttpResponse:
    """For a while it stands still."""
    words = _("Deze afspraak staat nu stil.")
    return answered(here, agreement_id, actions.hold_agreement, words, reason=_reason(here))


@require_POST
@network_door
def resume_agreement(here: Here, agreement_id: UUID) -> HttpResponse:
    """It goes on."""
    return answered(here, agreement_id, actions.resume_agreement, _("Deze afspraak loopt weer."))


@require_POST
@network_door
def tick_agreement(here: Here, agreement_id: UUID) -> HttpResponse:
    """This day it was done."""
    day = day_of(here.request.POST.get("on_date", ""))
    if day is None:
        return one_page(here, agreement_id, UnknownChoice(field="on_date"))
    words = _("Genoteerd: gedaan.")
    return answered(here, agreement_id, actions.tick_agreement, words, on_date=day)


@require_POST
@network_door
def mark_done(here: Here, agreement_id: UUID) -> HttpResponse:
    """It is done."""
    return answered(here, agreement_id, actions.mark_done, _("Genoteerd: gedaan."))


@require_POST
@network_door
def fail_agreement(here: Here, agreement_id: UUID) -> HttpResponse:
    """It did not work out, because."""
    words = _("Genoteerd. Wie deze afspraak leest, leest ook waarom.")
    return answered(here, agreement_id, actions.fail_agreement, words, reason=_reason(here))


@require_POST
@network_door
def cancel_agreement(here: Here, agreement_id: UUID) -> HttpResponse:
    """Call it off."""
    words = _("Deze afspraak gaat niet door.")
    return answered(here, agreement_id, actions.cancel_agreement, words)


def _reason(here: Here) -> str:
    return here.request.POST.get("reason", "")


def answered(
    here: Here, agreement_id: UUID, act: Callable[..., None], words: str, **said: object
) -> HttpResponse:
    """Do it and go back to where the answer was given; on a refusal show the agreement as it is."""
    try:
        act(seat=here.seat, person=here.person, agreement=agreement_id, **said)
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return one_page(here, agreement_id, refusal)
    here.touch(UPDATE, agreement_id)
    say(here.request, words)
    return HttpResponseRedirect(_back(here, agreement_id))


def _back(here: Here, agreement_id: UUID) -> str:
    match here.request.POST.get("back"):
        case "today":
            return reverse("today", kwargs={"network_id": here.network})
        case "for_me":
            return reverse("for_me")
    parts = {"network_id": here.network, "agreement_id": agreement_id}
    return reverse("agreement", kwargs=parts)
