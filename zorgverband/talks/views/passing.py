"""Passing a question on to somebody else, and withdrawing one's own."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import reasons

from .. import actions, queries
from ..actions.moving import NotAskedYou
from ..actions.reading import NobodyAsked
from ..forms import chosen
from ..shown import show_questions
from .questions import one_page


@require_http_methods(["GET", "POST"])
@network_door
def pass_question(here: Here, item_id: UUID) -> HttpResponse:
    """Choose who answers it instead, among those who may read it."""
    if here.request.method == "GET":
        return _form(here, item_id)
    try:
        return _pass(here, item_id)
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return _form(here, item_id, refusal)


def _pass(here: Here, item_id: UUID) -> HttpResponse:
    typed = here.request.POST
    face, _function = chosen(typed.get("to", ""), faces(here.network))
    if face is None:
        raise NobodyAsked(field="to")
    actions.pass_question(
        seat=here.seat, person=here.person, question=item_id, to=face.member,
        words=typed.get("words", ""),
    )  # fmt: skip
    here.touch(UPDATE, item_id)
    say(here.request, _("Doorgestuurd aan %(name)s.") % {"name": face.name})
    parts = {"network_id": here.network, "item_id": item_id}
    return HttpResponseRedirect(reverse("question", kwargs=parts))


def _form(here: Here, item_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    found = queries.question(network=here.network, id=item_id, member=here.seat.member)
    if not found.mine and found.author != here.person:
        raise NotAskedYou()
    if not found.open:
        return one_page(here, item_id, refusal)
    people, names = faces(here.network), names_of_people(here.network)
    reading = {one.member for one in reasons(item_id) if one.reads}
    not_now = {found.to_member, here.seat.member}
    return page(
        here, "talks/pass.html", current="more", people=people,
        status=refusal.status if refusal else 200, refusal=refusal, found=found,
        question=show_questions([found], person=here.person, people=people, names=names)[0],
        to=here.request.POST.get("to", ""), words=here.request.POST.get("words", ""),
        readers=[
            (str(one.member), f"{one.name}, {one.described}" if one.described else one.name)
            for one in people.values()
            if one.active and one.member in reading and one.member not in not_now
        ],
    )  # fmt: skip


@require_POST
@network_door
def withdraw_question(here: Here, item_id: UUID) -> HttpResponse:
    """No answer is needed any more."""
    try:
        actions.withdraw_question(seat=here.seat, person=here.person, question=item_id)
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return one_page(here, item_id, refusal)
    here.touch(UPDATE, item_id)
    say(here.request, _("Deze vraag is ingetrokken."))
    return HttpResponseRedirect(reverse("questions", kwargs={"network_id": here.network}))
