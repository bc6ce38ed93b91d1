"""The agreements of a network, one of them, and the answers to it."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import clients, faces, names_of_people
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.forms import writable_abouts
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.shown import about_names
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import clock, long_date

from .. import actions, queries
from ..actions.cancel_agreement import may_cancel
from ..models import State
from ..shown import show_agreements


@require_GET
@network_door
def agreements(here: Here) -> HttpResponse:
    """What is open, first what is due first; below it what ended."""
    people, names = faces(here.network), names_of_people(here.network)
    both = queries.open_agreements(here.network), queries.ended_agreements(here.network)
    running, ended = (
        show_agreements(found, seat=here.seat, people=people, names=names) for found in both
    )
    return page(
        here, "agreements/agreements.html", current="more", people=people, running=running,
        ended=ended, may_ask=bool(writable_abouts(here.seat, people)),
    )  # fmt: skip


@require_GET
@network_door
def agreement(here: Here, agreement_id: UUID) -> HttpResponse:
    """One agreement, and what this person can answer."""
    return _page(here, agreement_id)


@require_POST
@network_door
def accept_agreement(here: Here, agreement_id: UUID) -> HttpResponse:
    """Yes, I do this."""
    return _answered(here, agreement_id, actions.accept_agreement, _("Afgesproken: u doet dit."))


@require_POST
@network_door
def decline_agreement(here: Here, agreement_id: UUID) -> HttpResponse:
    """No, because."""

    def decline(*, agreement: UUID, **who: object) -> None:
        reason = here.request.POST.get("reason", "")
        actions.decline_agreement(
            seat=here.seat, person=here.person, agreement=agreement, reason=reason
        )

    return _answered(here, agreement_id, decline, _("Genoteerd. Wie het vroeg, leest uw antwoord."))


@require_POST
@network_door
def mark_done(here: Here, agreement_id: UUID) -> HttpResponse:
    """It is done."""
    return _answered(here, agreement_id, actions.mark_done, _("Genoteerd: gedaan."))


@require_POST
@network_door
def cancel_agreement(here: Here, agreement_id: UUID) -> HttpResponse:
    """Call it off."""
    return _answered(
        here, agreement_id, actions.cancel_agreement, _("Deze afspraak gaat niet door.")
    )


def _answered(here: Here, agreement_id: UUID, act: Callable[..., None], words: str) -> HttpResponse:
    try:
        act(seat=here.seat, person=here.person, agreement=agreement_id)
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return _page(here, agreement_id, refusal)
    here.touch(UPDATE, agreement_id)
    say(here.request, words)
    back = here.request.POST.get("back")
    if back == "today":
        return HttpResponseRedirect(reverse("today", kwargs={"network_id": here.network}))
    if back == "for_me":
        return HttpResponseRedirect(reverse("for_me"))
    parts = {"network_id": here.network, "agreement_id": agreement_id}
    return HttpResponseRedirect(reverse("agreement", kwargs=parts))


def _page(here: Here, agreement_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    found = queries.agreement(network=here.network, id=agreement_id)
    people, names = faces(here.network), names_of_people(here.network)
    shown = show_agreements([found], seat=here.seat, people=people, names=names)[0]
    several = len(clients(people)) > 1
    return page(
        here, "agreements/agreement.html", current="more", people=people,
        status=refusal.status if refusal else 200, refusal=refusal, agreement=shown, found=found,
        subject=str(Subject(found.subject).label),
        about=about_names(here.network, people).get(found.about, "") if several else "",
        asked_at=f"{long_date(found.asked_at)}, {clock(found.asked_at)}",
        answered_by=names.get(found.state_by, "") if found.state_by else "",
        answered_at=f"{long_date(found.state_at)}, {clock(found.state_at)}",
        answered=found.state != State.ASKED, reason=here.request.POST.get("reason", ""),
        may_cancel=found.open and may_cancel(found, here.seat, here.person),
    )  # fmt: skip
