"""Answering a line, asking back, and answering what was asked."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import say

from .. import actions
from .one import one_handover


@require_POST
@network_door
def answer_line(here: Here, handover_id: UUID, taken_id: UUID) -> HttpResponse:
    """Yes, or not, because."""
    typed = here.request.POST
    who: dict[str, Any] = {
        "seat": here.seat,
        "person": here.person,
        "handover": handover_id,
        "line": taken_id,
    }
    if typed.get("answer") == "no":
        reason = typed.get("reason", "")
        words = _("Genoteerd: dit neemt u niet over.")
        return done(here, handover_id, lambda: actions.refuse_line(**who, reason=reason), words,
                    at=taken_id)  # fmt: skip
    words = _("Genoteerd: dit neemt u over, zodra u het geheel overneemt.")
    return done(here, handover_id, lambda: actions.accept_line(**who), words, at=taken_id)


@require_POST
@network_door
def ask_back(here: Here, handover_id: UUID) -> HttpResponse:
    """A question about a section or line."""
    typed = here.request.POST
    try:
        item = UUID(typed.get("item", ""))
    except ValueError:
        raise UnknownChoice(field="item") from None
    return done(
        here, handover_id,
        lambda: actions.ask_back(seat=here.seat, person=here.person, handover=handover_id,
                                 item=item, words=typed.get("words", "")),
        _("Uw vraag is gesteld."), at=item,
    )  # fmt: skip


@require_POST
@network_door
def answer_back(here: Here, handover_id: UUID, asked_id: UUID) -> HttpResponse:
    """The answer of the leaver."""
    words = here.request.POST.get("words", "")
    return done(
        here, handover_id,
        lambda: actions.answer_back(seat=here.seat, person=here.person, handover=handover_id,
                                    question=asked_id, words=words),
        _("Uw antwoord is bewaard."), at=asked_id,
    )  # fmt: skip


def done(
    here: Here,
    handover_id: UUID,
    act: Callable[[], object],
    words: str,
    at: UUID | None = None,
) -> HttpResponse:
    """Do it and go back to the handover; on a refusal show it with what was typed."""
    try:
        act()
    except Refusal as refusal:
        if refusal.status in (NotHere.status, 403):
            raise
        return one_handover(here, handover_id, refusal, at)
    here.touch(UPDATE, handover_id)
    say(here.request, words)
    parts = {"network_id": here.network, "handover_id": handover_id}
    return HttpResponseRedirect(reverse("handover", kwargs=parts))
