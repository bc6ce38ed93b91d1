"""A proposal: who prepared what, what it would change, and saying yes or no to it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page, say

from .. import actions
from ..actions.answer_proposal import AnsweredAlready, MayNotAnswer
from ..confirming import Question, cannot, confirmed
from ..models import Proposal
from ..proposing import sentence
from ..queries import Proposed
from ..queries import proposal as found_proposal


@require_http_methods(["GET", "POST"])
@network_door
def proposal(here: Here, proposal_id: UUID) -> HttpResponse:
    """What is proposed with its effect, for who answers; for who made it, that it waits."""
    one = found_proposal(here.network, proposal_id)
    if one.by_member == here.seat.member or one.state != Proposal.State.OPEN:
        if here.request.method == "POST":
            raise AnsweredAlready() if one.state != Proposal.State.OPEN else MayNotAnswer()
        return _standing(here, one)
    names, people = names_of_people(here.network), faces(here.network)
    who = names.get(one.by_person, _("Iemand"))
    question = Question(
        title=_("%(name)s stelt iets voor") % {"name": who},
        first=[sentence(one, people), _("U kiest. Er verandert niets als u nee zegt.")],
        yes=_("Ja"), no=_("Later kiezen"), back=_back(here), done=_("U zei ja."),
    )  # fmt: skip
    try:
        return confirmed(
            here, lambda: _agree(here, one), question, template="control/proposal.html"
        )
    except (MayNotAnswer, AnsweredAlready):
        if here.request.method == "POST":
            raise
        return _standing(here, one)
    except Refusal as refusal:
        # It cannot be done any more, such as with somebody who left; a no is always possible.
        return cannot(here, question, refusal, template="control/proposal.html")


def _agree(here: Here, one: Proposed) -> None:
    actions.answer_proposal(seat=here.seat, person=here.person, proposed=one, agreed=True)


def _standing(here: Here, one: Proposed) -> HttpResponse:
    people = faces(here.network)
    return page(
        here, "control/proposed.html", current="more", people=people, one=one,
        sentence=sentence(one, people), back=_back(here),
        state=str(Proposal.State(one.state).label),
        mine=one.by_person == here.person and one.state == Proposal.State.OPEN,
    )  # fmt: skip


@require_POST
@network_door
def decline(here: Here, proposal_id: UUID) -> HttpResponse:
    """Saying no: nothing changes."""
    one = found_proposal(here.network, proposal_id)
    actions.answer_proposal(seat=here.seat, person=here.person, proposed=one, agreed=False)
    say(here.request, _("U zei nee. Er is niets veranderd."))
    return HttpResponseRedirect(_back(here))


@require_POST
@network_door
def withdraw(here: Here, proposal_id: UUID) -> HttpResponse:
    """Taking one's own proposal back."""
    one = found_proposal(here.network, proposal_id)
    if one.by_person != here.person:
        raise NotHere()
    actions.withdraw_proposal(proposed=one)
    say(here.request, _("Uw voorstel is ingetrokken."))
    return HttpResponseRedirect(_back(here))


def _back(here: Here) -> str:
    return reverse("who_decides", kwargs={"network_id": here.network})
