"""The answers to a question: one tap each, some with words."""

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
from ..models import AnswerKind
from .questions import one_page


@require_POST
@network_door
def answer_question(here: Here, item_id: UUID) -> HttpResponse:
    """Give the answer, and go back to where it was given."""
    typed = here.request.POST
    try:
        actions.answer_question(
            seat=here.seat, person=here.person, question=item_id,
            kind=_kind(typed.get("kind", "")), words=typed.get("words", ""),
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return one_page(here, item_id, refusal)
    here.touch(UPDATE, item_id)
    say(here.request, _("Uw antwoord is verstuurd."))
    return HttpResponseRedirect(_back(here, item_id))


def _kind(text: str) -> AnswerKind:
    try:
        return AnswerKind(text)
    except ValueError:
        raise UnknownChoice(field="kind") from None


def _back(here: Here, item_id: UUID) -> str:
    match here.request.POST.get("back"):
        case "for_me":
            return reverse("for_me")
        case "today" | "brief" as name:
            return reverse(name, kwargs={"network_id": here.network})
    return reverse("question", kwargs={"network_id": here.network, "item_id": item_id})
