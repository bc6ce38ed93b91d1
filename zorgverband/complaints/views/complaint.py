"""One question or complaint: how it stands, what was said, and what each can do."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import replies_of
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.addresses import address
from zorgverband.ui.dates import clock, full_date

from .. import actions, queries
from ..queries import Case
from ..shown import show, show_insights
from .complain import outward


@require_safe
@network_door
def complaint(here: Here, complaint_id: UUID) -> HttpResponse:
    """How it stands, and what this person can do with it."""
    return one_page(here, complaint_id)


@require_POST
@network_door
def receive_complaint(here: Here, complaint_id: UUID) -> HttpResponse:
    """Say that it was received."""
    words = _("Genoteerd: ontvangen.")
    return _done(here, complaint_id, actions.receive_complaint, words)


@require_POST
@network_door
def say_more(here: Here, complaint_id: UUID) -> HttpResponse:
    """Add something to the conversation."""
    body = here.request.POST.get("body", "")
    return _done(here, complaint_id, actions.say_more, _("Verstuurd."), body=body)


@require_POST
@network_door
def extend_complaint(here: Here, complaint_id: UUID) -> HttpResponse:
    """Take four weeks more."""
    because = here.request.POST.get("because", "")
    words = _("U hebt vier weken langer de tijd.")
    return _done(here, complaint_id, actions.extend_complaint, words, because=because)


@require_POST
@network_door
def answer_complaint(here: Here, complaint_id: UUID) -> HttpResponse:
    """Give the answer."""
    outcome = here.request.POST.get("outcome", "")
    return _done(here, complaint_id, actions.answer_complaint, _("Verstuurd."), outcome=outcome)


@require_POST
@network_door
def end_complaint(here: Here, complaint_id: UUID) -> HttpResponse:
    """Say whether the answer is good, or stop."""
    said = {"yes": True, "no": False}.get(here.request.POST.get("satisfied", ""))
    words = _("Dit is nu klaar. Wie u hielp, leest niets extra meer.")
    return _done(here, complaint_id, actions.end_complaint, words, satisfied=said)


def _done(
    here: Here, complaint_id: UUID, act: Callable[..., object], words: str, **said: Any
) -> HttpResponse:
    try:
        act(seat=here.seat, person=here.person, complaint=complaint_id, **said)
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return one_page(here, complaint_id, refusal)
    here.touch(UPDATE, complaint_id)
    say(here.request, words)
    return HttpResponseRedirect(
        address("complaint", network_id=here.network, complaint_id=complaint_id)
    )


def one_page(here: Here, complaint_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    """The page of one of them, with what went wrong and what was typed."""
    found = queries.case(network=here.network, id=complaint_id)
    people, names = faces(here.network), names_of_people(here.network)
    sent = here.request.POST
    return page(
        here, "complaints/complaint.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, case=found,
        line=show([found], people=people)[0], said=_said(found, names),
        history=_history(found), subject=str(Subject(found.subject).label),
        lent=show_insights(queries.insights(complaint_id), case=found, network=here.network,
                           people=people, names=names),
        typed={name: sent.get(name, "") for name in ("body", "because", "outcome")},
        **_may(here, found), **outward(here),
    )  # fmt: skip


def _may(here: Here, found: Case) -> dict[str, bool]:
    mine, handles = found.author == here.person, found.handler == here.seat.member
    return {
        "mine": mine,
        "handles": handles and found.runs,
        "may_say": found.runs and (mine or handles),
        "may_extend": not found.answered_at and not found.extended_at and not found.overdue,
        "may_open": found.runs and any(keys.control for keys in here.seat.abouts.values()),
    }


def _said(found: Case, names: dict[UUID, str]) -> list[dict[str, str]]:
    first = {"author_id": found.author, "created_at": found.asked_at, "body": found.body}
    return [
        {"who": names.get(row["author_id"], ""), "when": _moment(row["created_at"]),
         "body": row["body"]}
        for row in [first, *replies_of(found.id)]
    ]  # fmt: skip


def _history(found: Case) -> list[tuple[str, str]]:
    """What happened when, for the list of facts."""
    moments = (
        (_("Verstuurd"), found.asked_at), (_("Ontvangen"), found.received_at),
        (_("Langer de tijd"), found.extended_at), (_("Antwoord"), found.answered_at),
    )  # fmt: skip
    return [(word, _moment(moment)) for word, moment in moments if moment]


def _moment(moment: Any) -> str:
    return f"{full_date(moment)}, {clock(moment)}"
