"""Asking for an earlier result one cannot read, and the page on which who decides releases it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import item as readable_item
from zorgverband.sharing.queries import reasons
from zorgverband.sharing.subjects import Subject

from .. import actions
from ..examination_kinds import EXAMINATION_KINDS
from ..models import ResultQuestion
from ..shown import examination
from ..standing import standing, unseen_now
from .about import record_page, whose


@require_http_methods(["GET", "POST"])
@network_door
def ask_result(here: Here) -> HttpResponse:
    """Ask for the result of an examination of which one knows only that it is there."""
    found, sent = whose(here), here.request.POST
    kind = sent.get("examination") or here.request.GET.get("examination", "")
    if not unseen_now(network=here.network, about=found.member, kind=kind):
        raise NotHere()
    refusal, words = None, sent.get("words", "")
    back = reverse("examinations", kwargs={"network_id": here.network}) + found.query
    if here.request.method == "POST":
        try:
            item = actions.ask_result(
                seat=here.seat, person=here.person, about=found.member, kind=kind, words=words
            )
        except Refusal as raised:
            refusal = raised
        else:
            here.touch(CREATE, item.id)
            say(
                here.request, _("Uw vraag is gesteld. U krijgt bericht als u de uitslag mag lezen.")
            )
            return HttpResponseRedirect(back)
    return record_page(
        here, found, "record/ask_result.html", status=refusal.status if refusal else 200,
        refusal=refusal, words=words, back=back, kind=kind,
        kind_name=str(EXAMINATION_KINDS[kind].label),
    )  # fmt: skip


@require_GET
@network_door
def result_question(here: Here, item_id: UUID) -> HttpResponse:
    """What was asked, and for who decides each examination it can be about, to release or not."""
    item = readable_item(network=here.network, id=item_id)
    question = ResultQuestion.objects.filter(network_id=here.network, item_id=item_id).first()
    people = faces(here.network)
    asker = people.get(question.member_id) if question else None
    if question is None or asker is None:
        raise NotHere()
    decides = here.seat.decides(about=question.about_id, subject=Subject.RESULTS)
    return page(
        here, "record/result_question.html", current="record", people=people, item=item,
        asker=asker, decides=decides, kind_name=str(EXAMINATION_KINDS[question.kind].label),
        lines=_lines(here, question) if decides else [],
    )  # fmt: skip


def _lines(here: Here, question: ResultQuestion) -> list[dict[str, Any]]:
    """Each examination of this kind that is still valid, and whether the asker reads it already."""
    found = standing(network=here.network, about=question.about_id, kind=question.kind)
    lines = []
    for row in found.rows:
        parts = {"network_id": here.network, "item_id": row["item_id"]}
        reads = any(
            one.reads for one in reasons(row["item_id"]) if one.member == question.member_id
        )
        share = reverse("share_with", kwargs=parts | {"member_id": question.member_id})
        lines.append({"line": examination(here.seat, row), "reads": reads, "share": share})
    return lines
