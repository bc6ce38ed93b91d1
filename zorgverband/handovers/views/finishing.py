"""Sending, taking over the whole with its effect shown first, refusing and withdrawing."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.networks.queries import faces
from zorgverband.sharing.confirming import Question, confirmed
from zorgverband.sharing.doors import Here, network_door

from .. import actions
from ..actions.finish_handover import come_up_since
from ..actions.parties import receiver
from ..belongings import roles_of
from ..handed import Handed, lines_of
from ..models import Ending, LineState
from .answering import done


@require_POST
@network_door
def send_handover(here: Here, handover_id: UUID) -> HttpResponse:
    """Send it."""
    who: dict[str, Any] = {"seat": here.seat, "person": here.person, "handover": handover_id}
    words = _("Verstuurd. Tot het is overgenomen, blijft alles van u.")
    return done(here, handover_id, lambda: actions.send_handover(**who), words)


@require_http_methods(["GET", "POST"])
@network_door
def receive_handover(here: Here, handover_id: UUID) -> HttpResponse:
    """Take over the whole: first what that means, for whom."""
    found = receiver(here.seat, handover_id)
    here.touch("R", handover_id)
    parts = {"network_id": here.network, "handover_id": handover_id}
    back = reverse("handover", kwargs=parts)
    question = Question(
        title=_("Deze zorg overnemen?"), first=_sentences(here, found), yes=_("Overnemen"),
        no=_("Nog niet"), done=_("U hebt het overgenomen."), back=back,
    )  # fmt: skip
    return confirmed(
        here,
        lambda: actions.receive_handover(seat=here.seat, person=here.person, handover=handover_id),
        question,
    )


def _sentences(here: Here, found: Handed) -> list[str]:
    """What passes on, and what ends for the leaver."""
    face = faces(here.network).get(found.from_member_id)
    name = {"name": face.name if face else _("Wie overdraagt")}
    taken = [
        one.what for one in lines_of(found.item_id)
        if one.state == LineState.ACCEPTED and one.to_member_id == here.seat.member
        and (not one.role or (face and face.active and one.role in roles_of(face)))
    ] + [one.what for one in come_up_since(found)]  # fmt: skip
    count = ngettext(
        "U neemt %(num)d ding over: %(what)s.", "U neemt %(num)d dingen over: %(what)s.", len(taken)
    ) % {"num": len(taken), "what": "; ".join(taken)}
    ends = {
        Ending.LEAVE: _(
            "Op dit moment stopt %(name)s: die doet niet meer mee en leest niets meer."
        ),
        Ending.READING: _("Op dit moment leest en schrijft %(name)s niets meer."),
        Ending.NOTHING: _("%(name)s blijft meedoen zoals nu."),
    }[Ending(found.ends)] % name
    return [count, ends] if taken else [ends]


@require_POST
@network_door
def refuse_handover(here: Here, handover_id: UUID) -> HttpResponse:
    """Take over nothing, because."""
    reason = here.request.POST.get("reason", "")
    who: dict[str, Any] = {"seat": here.seat, "person": here.person, "handover": handover_id}
    words = _("Genoteerd: u neemt dit niet over. Alles blijft zoals het was.")
    return done(here, handover_id, lambda: actions.refuse_handover(**who, reason=reason), words)


@require_POST
@network_door
def withdraw_handover(here: Here, handover_id: UUID) -> HttpResponse:
    """Take it back."""
    who: dict[str, Any] = {"seat": here.seat, "person": here.person, "handover": handover_id}
    words = _("Ingetrokken. Alles blijft van u.")
    return done(here, handover_id, lambda: actions.withdraw_handover(**who), words)
