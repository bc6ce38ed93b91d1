"""Who has parental authority (gezag) over a child: filled in and ended, each with what it changes."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.models import Side
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.sharing.step_up import step_up

from .. import actions
from ..confirming import Question, confirmed
from ..forms import kept, member_in
from ..queries import parents_with_authority
from ..shown import choosable
from .naming import About, about


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def give_authority(here: Here, client_id: UUID) -> HttpResponse:
    """Filling in a parent with authority."""
    who = about(here, client_id)
    parents = parents_with_authority(here.network).get(client_id, [])
    if not (here.seat.coordinator or here.seat.member in parents):
        raise NotHere()
    if here.request.method == "GET":
        return _form(here, who, parents)
    parent = member_in(here.request.POST, "parent")
    words = {"name": who.people[parent].name if parent in who.people else "",
             "child": who.face.name}  # fmt: skip
    question = Question(
        title=_("Heeft %(name)s gezag over %(child)s?") % words,
        first=[
            _("Wie gezag heeft, leest alles over %(child)s mee tot %(child)s 16 is.") % words,
            _("Weet u het niet zeker? Kijk in het gezagsregister van de rechtbank."),
        ],
        yes=_("Ja, heeft gezag"), no=_("Niet doen"), back=who.back,
        done=_("%(name)s heeft gezag over %(child)s.") % words,
        kept=kept(here.request.POST, ["parent"]),
    )  # fmt: skip
    try:
        return confirmed(here, lambda: _set(here, client_id, parent, has=True), question)
    except Refusal as refusal:
        return _form(here, who, parents, refusal)


@require_http_methods(["GET", "POST"])
@network_door
@step_up
def end_authority(here: Here, client_id: UUID, parent_id: UUID) -> HttpResponse:
    """A parent has authority no longer: said by that parent, or by the coordinator."""
    who = about(here, client_id)
    if parent_id not in parents_with_authority(here.network).get(client_id, []):
        raise NotHere()
    if not (here.seat.coordinator or here.seat.member == parent_id):
        raise NotHere()
    face = who.people.get(parent_id)
    words = {"name": face.name if face else _("Iemand"), "child": who.face.name}
    question = Question(
        title=_("Heeft %(name)s geen gezag meer over %(child)s?") % words,
        first=[_("%(name)s leest dan alleen nog wat met %(name)s gedeeld is.") % words],
        yes=_("Heeft geen gezag meer"), no=_("Niet doen"), back=who.back,
        done=_("%(name)s heeft geen gezag meer.") % words,
    )  # fmt: skip
    return confirmed(here, lambda: _set(here, client_id, parent_id, has=False), question)


def _set(here: Here, child: UUID, parent: UUID | None, *, has: bool) -> UUID:
    act = actions.set_authority
    return act(seat=here.seat, person=here.person, child=child, parent=parent, has=has)


def _form(
    here: Here, who: About, parents: list[UUID], refusal: Refusal | None = None
) -> HttpResponse:
    return page(
        here, "control/authority.html", current="more", people=who.people, refusal=refusal,
        status=refusal.status if refusal else 200, who=who,
        choosable=[
            face for face in choosable(who.people, but=who.face.member)
            if face.side in (Side.CLIENT, Side.FAMILY) and face.member not in parents
        ],
        chosen=here.request.POST.get("parent", ""),
    )  # fmt: skip
