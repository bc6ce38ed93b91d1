"""Preparing what another must say yes to: who reads a subject, or one message."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces
from zorgverband.sharing import queries as sharing
from zorgverband.sharing.actions import Reading
from zorgverband.sharing.circles import CIRCLES, EVERYONE, FAMILY_CARE, audience_of
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.subjects import Subject

from .. import actions
from ..forms import kept, members_in
from ..models import Proposal
from ..proposing import audience_sentence, permission_sentence
from ..queries import helped_by


@require_http_methods(["GET", "POST"])
@network_door
def propose_permission(here: Here, about_id: UUID, member_id: UUID, subject: int) -> HttpResponse:
    """Who reads and writes one subject: chosen on the page before, sent from here."""
    people, data = faces(here.network), here.request.POST or here.request.GET
    face = people.get(member_id)
    if face is None or subject not in Subject.values or data.get("read") not in list(Reading):
        raise NotHere()
    if Subject(subject).medical and Side.SOCIAL in (face.side, here.seat.side):
        raise NotHere()
    if not here.seat.controls(about_id) and about_id not in helped_by(
        here.network, here.seat.member
    ):
        raise NotHere()
    facts = {"member": str(member_id), "subject": subject, "reading": str(data["read"]),
             "writing": data.get("write") == "1"}  # fmt: skip
    return _asked(here, Proposal.Kind.PERMISSION, about_id, facts, medical=Subject(subject).medical,
                  sentence=permission_sentence(facts, people),
                  kept=[("read", str(data["read"])), ("write", data.get("write", ""))])  # fmt: skip


@require_http_methods(["GET", "POST"])
@network_door
def propose_exception(here: Here, item_id: UUID, member_id: UUID) -> HttpResponse:
    """That somebody reads one message."""
    row = sharing.item(network=here.network, id=item_id)
    face = faces(here.network).get(member_id)
    if face is None or not here.seat.controls(row["about_id"]):
        raise NotHere()
    facts = {"member": str(member_id), "item": str(item_id)}
    ends = (here.request.POST or here.request.GET).get("end") == "1"
    words = (_("Het bezwaar tegen %(name)s bij dit bericht stopt.") if ends
             else _("%(name)s leest dit ene bericht mee."))  # fmt: skip
    kind = Proposal.Kind.EXCEPTION_ENDED if ends else Proposal.Kind.EXCEPTION
    return _asked(here, kind, row["about_id"], facts,
                  medical=Subject(row["subject"]).medical, item=item_id,
                  kept=[("end", "1")] if ends else [],
                  sentence=words % {"name": face.name})  # fmt: skip


@require_http_methods(["GET", "POST"])
@network_door
def propose_audience(here: Here, item_id: UUID) -> HttpResponse:
    """That other people read one message: chosen on the page before, sent from here."""
    row = sharing.item(network=here.network, id=item_id)
    data = here.request.POST or here.request.GET
    circle, members = data.get("circle", ""), members_in(data, "member")
    if circle not in CIRCLES or not here.seat.controls(row["about_id"]):
        raise NotHere()
    medical = Subject(row["subject"]).medical
    everyone = circle == EVERYONE or (medical and circle == FAMILY_CARE)
    people = faces(here.network).values()
    audience = None if everyone else audience_of(circle, people, set(members))
    facts = {"item": str(item_id), "circle": circle,
             "audience": None if audience is None else [str(one) for one in audience]}  # fmt: skip
    return _asked(here, Proposal.Kind.AUDIENCE, row["about_id"], facts, medical=medical,
                  item=item_id, sentence=audience_sentence(facts, faces(here.network)),
                  kept=kept(data, ["circle", "member"]))  # fmt: skip


def _asked(
    here: Here,
    kind: Proposal.Kind,
    about: UUID,
    facts: dict[str, Any],
    *,
    medical: bool,
    sentence: str,
    kept: list[tuple[str, str]],
    item: UUID | None = None,
) -> HttpResponse:
    back = reverse("who_decides", kwargs={"network_id": here.network})
    if here.request.method == "POST":
        actions.propose(
            seat=here.seat, person=here.person, kind=kind, about=about, payload=facts,
            medical=medical,
        )  # fmt: skip
        say(here.request, _("Uw voorstel is verstuurd. Er verandert pas iets na een ja."))
        return HttpResponseRedirect(back)
    return page(
        here, "control/propose.html", current="more", sentence=sentence, kept=kept, back=back,
        item=item,
    )  # fmt: skip
