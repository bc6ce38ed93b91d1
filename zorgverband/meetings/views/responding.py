"""What who is asked to a meeting says: whether they come, which moment suits, and that they thought
about it."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zorgverband.base.refusals import Refusal
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import say

from .. import actions
from ..models import Answer, Vote
from .meeting import back_to, one_page


@require_POST
@network_door
def answer_call(here: Here, meeting_id: UUID) -> HttpResponse:
    """'Ik kom', or not."""
    try:
        comes = _one_of(Answer, here.request.POST.get("comes", ""), "comes")
        actions.answer_call(
            seat=here.seat, person=here.person, meeting=meeting_id, comes=Answer(comes)
        )
    except Refusal as refusal:
        return one_page(here, meeting_id, refusal)
    here.touch(UPDATE, meeting_id)
    return back_to(here, meeting_id)


@require_POST
@network_door
def vote(here: Here, meeting_id: UUID, option_id: UUID) -> HttpResponse:
    """What one moment of the poll is to who looks, in one tap."""
    try:
        says = _one_of(Vote, here.request.POST.get("vote", ""), "vote")
        actions.vote(
            seat=here.seat, person=here.person, meeting=meeting_id, option=option_id,
            says=Vote(says),
        )  # fmt: skip
    except Refusal as refusal:
        return one_page(here, meeting_id, refusal)
    here.touch(UPDATE, meeting_id)
    return back_to(here, meeting_id, "#wanneer")


@require_POST
@network_door
def say_ready(here: Here, meeting_id: UUID) -> HttpResponse:
    """'Ik ben klaar': they thought about what was asked."""
    try:
        actions.say_ready(seat=here.seat, person=here.person, meeting=meeting_id)
    except Refusal as refusal:
        return one_page(here, meeting_id, refusal)
    here.touch(UPDATE, meeting_id)
    say(here.request, _("Dank u. Wie het overleg leidt, ziet dat u klaar bent."))
    return back_to(here, meeting_id)


def _one_of(choices: type[Answer] | type[Vote], text: str, field: str) -> str:
    if text not in choices.values:
        raise UnknownChoice(field=field)
    return text
