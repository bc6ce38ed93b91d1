"""A question to talk about together, and writing down the answer."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import CREATE, UPDATE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import page, say

from .. import actions, queries
from ..actions.add_part import Said
from ..actions.end_part import may_change
from ..kinds import ANSWERS, KINDS, TO_ASK
from ..shown import show_part


@require_http_methods(["GET", "HEAD", "POST"])
@network_door
def answer_question(here: Here, question_id: UUID) -> HttpResponse:
    """The question with the form; posted, its answers stand in the plan."""
    if here.request.method != "POST":
        return _page(here, question_id)
    try:
        made = actions.answer_question(
            seat=here.seat, person=here.person, question=question_id,
            texts={kind: here.request.POST.get(kind, "") for kind in ANSWERS}, said=_said(here),
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.status in (403, 404):
            raise
        return _page(here, question_id, refusal)
    here.touch(UPDATE, question_id)
    for one in made:
        here.touch(CREATE, one.item_id)
    say(here.request, _("Het antwoord staat nu in het plan."))
    return HttpResponseRedirect(reverse("plan", kwargs={"network_id": here.network}))


def _said(here: Here) -> Said:
    """Who says it: nobody chosen is who writes."""
    text = here.request.POST.get("said_by", "")
    if not text:
        return Said()
    for member in faces(here.network):
        if str(member) == text:
            return Said(by=member)
    raise UnknownChoice(field="said_by")


def _page(here: Here, id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    found, people, typed = (
        queries.part(network=here.network, id=id),
        faces(here.network),
        here.request,
    )
    if found.kind != TO_ASK:
        raise NotHere()
    others = [
        (str(face.member), face.name)
        for face in people.values()
        if face.active and face.member != here.seat.member
    ]
    theirs = str(found.about) if found.about in people and found.about != here.seat.member else ""
    return page(
        here, "plan/question.html", current="plan", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, found=found,
        part=show_part(found, here.network, people), answers=[KINDS[code] for code in ANSWERS],
        may_write=here.seat.may_write(about=found.about, subject=found.subject)
        and found.ended_at is None,
        may_end=may_change(found, seat=here.seat, person=here.person) and found.ended_at is None,
        speakers=[("", _("Ik zeg dit zelf")), *others],
        said_by=typed.POST.get("said_by", theirs),
        texts={code: typed.POST.get(code, "") for code in ANSWERS},
    )  # fmt: skip
