"""Asking to correct, remove or restrict one item."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere, NotYours, Refusal
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing import effect, effect_words
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.effect import Effect
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import item as readable_item
from zorgverband.sharing.subjects import Subject

from .. import actions
from ..models import Act, Request


class ChooseWhat(Refusal):
    """Kies wat u wilt vragen."""


@require_http_methods(["GET", "POST"])
@network_door
def ask_request(here: Here, item_id: UUID) -> HttpResponse:
    """What can be asked, and what restricting would change; then asking it."""
    if here.request.method == "GET":
        return _page(here, item_id)
    try:
        row = _asked(here, item_id)
    except (NotHere, NotYours):
        raise
    except Refusal as refusal:
        return _page(here, item_id, refusal)
    here.touch(CREATE, row.item_id)
    say(here.request, _("Uw verzoek is verstuurd. U krijgt binnen een maand antwoord."))
    parts = {"network_id": here.network, "request_id": row.item_id}
    return HttpResponseRedirect(reverse("request", kwargs=parts))


def _asked(here: Here, item: UUID) -> Request:
    sent = here.request.POST
    if sent.get("act") not in Act.values:
        raise ChooseWhat(field="act")
    done: list[Request] = []

    def act() -> None:
        done.append(_ask(here, item, Act(sent["act"]), sent.get("words", "")))

    if sent["act"] == Act.RESTRICT:
        effect.carry_out(seat=here.seat, act=act, seen=sent.get("seen", ""), items=[item])
    else:
        act()
    return done[-1]


def _ask(here: Here, item: UUID, act: Act, words: str) -> Request:
    return actions.ask_request(
        seat=here.seat, person=here.person, of_item=item, act=act, words=words
    )


def _page(here: Here, item: UUID, refusal: Refusal | None = None) -> HttpResponse:
    row = readable_item(network=here.network, id=item)
    people, names = faces(here.network), names_of_people(here.network)
    found, blocked = _effect(here, item)
    return page(
        here, "requests/ask.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, row=row,
        subject=str(Subject(row["subject"]).label), author=names.get(row["author_id"], ""),
        chosen=here.request.POST.get("act", ""), words=here.request.POST.get("words", ""),
        seen=found.digest if found else "", blocked=blocked,
        changes=" ".join(effect_words.item_sentences(
            found, network=here.network, people=people, names=names)) if found else "",
    )  # fmt: skip


def _effect(here: Here, item: UUID) -> tuple[Effect | None, str]:
    """What restricting would change, or the sentence that says why it cannot be asked now."""
    try:
        return effect.preview(
            seat=here.seat, person=here.person, items=[item],
            act=lambda: _ask(here, item, Act.RESTRICT, ""),
        ), ""  # fmt: skip
    except (NotHere, NotYours):
        raise
    except Refusal as refusal:
        return None, refusal.sentence
