"""Supervision over the log: what the rules marked waits for a data-protection officer's decision.
Who, when, which network and which rule; never what was read, about what or about whom."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from zorgverband.base.locked import supervises
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, say

from ..actions.decide_mark import consult, decide_mark
from ..looking.marks import decided, one_mark, waiting
from ..models import Mark


@require_safe
@person_door
def review_queue(here: Outside) -> HttpResponse:
    """What waits, the oldest first, and what was decided last."""
    _officer()
    rows = waiting()
    consult(person=here.person, door="review_queue", words=f"{len(rows)}")
    return page_across(
        here, "privacy/review_queue.html", current="more_across", marks=rows, decided=decided()
    )


@require_http_methods(["GET", "POST"])
@person_door
def review_mark(here: Outside, mark_id: UUID) -> HttpResponse:
    """One mark, and deciding on it."""
    _officer()
    mark = one_mark(mark_id)
    words, refusal = here.request.POST, None
    if here.request.method == "POST":
        try:
            decide_mark(
                mark=mark_id, person=here.person, decision=words.get("decision", ""),
                note=words.get("note", ""),
            )  # fmt: skip
            say(here.request, _("Uw oordeel is bewaard."))
            return HttpResponseRedirect(reverse("review_queue"))
        except Refusal as found:
            refusal = found
    consult(person=here.person, door="review_mark", words=str(mark_id))
    return page_across(
        here, "privacy/review_mark.html", current="more_across", mark=mark, refusal=refusal,
        decisions=[(one.value, str(one.label)) for one in Mark.Decision],
        chosen=words.get("decision", ""), note=words.get("note", ""),
        status=refusal.status if refusal else 200,
    )  # fmt: skip


def _officer() -> None:
    if not supervises():
        raise NotHere()
