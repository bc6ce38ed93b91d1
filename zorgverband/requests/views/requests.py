"""The requests of a network, one of them, and the answers to it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base import requesting
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.typed import whole_number
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import items
from zorgverband.ui.dates import full_date

from .. import actions, queries
from ..actions.refuse_request import law_for
from ..grounds import grounds_of, keep_until
from ..models import Act
from ..queries import Asked
from ..shown import show


@require_safe
@network_door
def requests(here: Here) -> HttpResponse:
    """What waits for an answer of this person, what is too late first; then all others."""
    people, names = faces(here.network), names_of_people(here.network)
    found = queries.requests(here.network)
    mine = [one for one in found if one.open and one.answerer == here.seat.member]
    others = [one for one in found if one not in mine]
    return page(
        here, "requests/requests.html", current="more", people=people,
        to_answer=show(mine, person=here.person, people=people, names=names),
        others=show(others, person=here.person, people=people, names=names),
    )  # fmt: skip


@require_safe
@network_door
def request(here: Here, request_id: UUID) -> HttpResponse:
    """One request, how it stands, and what this person can do with it."""
    return _page(here, request_id)


@require_POST
@network_door
def grant_request(here: Here, request_id: UUID) -> HttpResponse:
    """Do what was asked."""
    sent = here.request.POST

    def act(**who: Any) -> None:
        actions.grant_request(
            **who,
            answer=sent.get("answer", ""),
            title=sent.get("title", ""),
            body=sent.get("body", ""),
            version=whole_number(sent.get("version")) or 0,
        )

    return _done(here, request_id, act, _("Gedaan. Wie het vroeg, krijgt bericht."))


@require_POST
@network_door
def refuse_request(here: Here, request_id: UUID) -> HttpResponse:
    """Say no, with the reason."""
    sent = here.request.POST

    def act(**who: Any) -> None:
        actions.refuse_request(**who, answer=sent.get("reason", ""), ground=sent.get("ground", ""))

    return _done(here, request_id, act, _("Genoteerd. Wie het vroeg, leest uw reden."))


@require_POST
@network_door
def extend_request(here: Here, request_id: UUID) -> HttpResponse:
    """Take two months more."""

    def act(**who: Any) -> None:
        actions.extend_request(**who, because=here.request.POST.get("because", ""))

    return _done(here, request_id, act, _("U hebt twee maanden langer de tijd."))


@require_POST
@network_door
def withdraw_request(here: Here, request_id: UUID) -> HttpResponse:
    """Take it back."""
    return _done(here, request_id, actions.withdraw_request, _("Uw verzoek is ingetrokken."))


def _done(here: Here, request_id: UUID, act: Callable[..., None], words: str) -> HttpResponse:
    try:
        act(seat=here.seat, person=here.person, request=request_id)
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return _page(here, request_id, refusal)
    here.touch(UPDATE, request_id)
    say(here.request, words)
    parts = {"network_id": here.network, "request_id": request_id}
    return HttpResponseRedirect(reverse("request", kwargs=parts))


def _page(here: Here, request_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    found = queries.request(network=here.network, id=request_id)
    people, names = faces(here.network), names_of_people(here.network)
    targets = items([found.of_item])
    target = targets[0] if targets else None
    answers = found.open and found.answerer == here.seat.member and target is not None
    sent = here.request.POST
    return page(
        here, "requests/request.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, found=found, target=target, answers=answers,
        line=show([found], person=here.person, people=people, names=names)[0],
        author=names.get(target["author_id"], "") if target else "",
        mine=target is not None and target["author_id"] == here.person,
        stuck=_stuck(here, found),
        may_withdraw=found.asked_by == here.person and (found.open or found.restricted),
        may_extend=answers and found.extended_at is None and not found.overdue,
        typed={name: sent.get(name, "") for name in ("answer", "reason", "ground", "because")},
        title=sent.get("title", target["title"] if target else ""),
        body=sent.get("body", target["body"] if target else ""),
        **(_kept(found, target["created_at"]) if answers and target else {"law": "", "grounds": []}),
    )  # fmt: skip


def _stuck(here: Here, found: Asked) -> bool:
    """Whether who must answer cannot any more: then somebody else would be asked now."""
    mine = found.open and found.asked_by == here.person
    return mine and requesting.answerer(found.of_item) != found.answerer


def _kept(found: Asked, written: Any) -> dict[str, Any]:
    """Under which law the item is kept, until when, and on which grounds one may say no."""
    if found.act != Act.REMOVE:
        return {"law": "", "grounds": []}
    law = law_for(found)
    until = keep_until(law, written)
    sentence = (
        _("Dit bericht valt onder de %(law)s. Zonder verzoek blijft het %(years)s jaar bewaard, "
          "tot %(day)s. De cliënt mag vragen om het eerder weg te halen.")
        % {"law": law.name, "years": law.years, "day": full_date(until)}
        if until
        else _("Voor dit bericht is er geen wet die zegt dat het bewaard moet blijven.")
    )  # fmt: skip
    return {"law": sentence, "grounds": [(one.code, str(one.text)) for one in grounds_of(law)]}
