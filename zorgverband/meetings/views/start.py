"""'Overleg plannen': why, who, when; who could not read it is shown and cannot be ticked."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.subjects import Subject

from ..actions.choose_date import call_and_date as call
from ..forms import LENGTHS, CallDraft, callable_abouts, read_call
from ..models import Kind


@require_http_methods(["GET", "POST"])
@network_door
def call_meeting(here: Here) -> HttpResponse:
    """The form, and calling what was filled in."""
    people = faces(here.network)
    draft = read_call(here.request.POST or here.request.GET, seat=here.seat, people=people)
    if here.request.method == "GET":
        return _form(here, draft, people)
    try:
        made = call(seat=here.seat, person=here.person, wanted=draft.wanted(people))
    except Refusal as refusal:
        return _form(here, draft, people, refusal)
    here.touch(CREATE, made.item_id)
    say(here.request, _("Het overleg staat klaar. Iedereen die u vroeg, krijgt bericht."))
    parts = {"network_id": here.network, "meeting_id": made.item_id}
    return HttpResponseRedirect(reverse("meeting", kwargs=parts))


def _form(
    here: Here, draft: CallDraft, people: dict[UUID, Face], refusal: Refusal | None = None
) -> HttpResponse:
    found = reasons_if(
        network=here.network, about=draft.about, subject=Subject.ARRANGEMENTS,
        author=here.person, audience=None,
    )  # fmt: skip
    reading = {one.member for one in found if one.reads}
    there = [face for face in people.values() if face.active]
    return page(
        here, "meetings/call.html", current="more", people=people, draft=draft,
        status=refusal.status if refusal else 200, refusal=refusal,
        abouts=callable_abouts(here.seat, people),
        kinds=[(one.value, str(one.label)) for one in Kind], first=clock.today(),
        lengths=[(str(one), _("%(count)s minuten") % {"count": one}) for one in LENGTHS],
        askable=[face for face in there if face.member in reading],
        others=[face.name for face in there if face.member not in reading],
        leaders=[(str(one.member), one.name) for one in there if one.member in reading],
    )  # fmt: skip
