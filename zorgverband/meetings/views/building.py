"""'Punten kiezen': the agenda out of open bottlenecks, plans to look back upon, new measurements."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import CREATE, READ, Here, network_door
from zorgverband.sharing.frame import page, say

from .. import actions, queries
from ..offers import chosen, offers, told
from ..shown import show_meeting
from .meeting import back_to


@require_http_methods(["GET", "POST"])
@network_door
def build_agenda(here: Here, meeting_id: UUID) -> HttpResponse:
    """What could be on the agenda, and putting there what was ticked."""
    row = queries.meeting(network=here.network, id=meeting_id)
    people = faces(here.network)
    if here.request.method == "GET":
        return _form(here, row, people)
    found = offers(seat=here.seat, person=here.person, meeting=row, people=people)
    wanted = chosen(found, here.request.POST.getlist("point"))
    try:
        for one in wanted:
            made = actions.bring_point(
                seat=here.seat, person=here.person, meeting=meeting_id,
                told=told(one, seat=here.seat, person=here.person),
            )  # fmt: skip
            here.touch(CREATE, made.item_id)
    except Refusal as refusal:
        return _form(here, row, people, refusal)
    words = ngettext("Er staat %(num)s punt bij.", "Er staan %(num)s punten bij.", len(wanted))
    say(here.request, words % {"num": len(wanted)})
    return back_to(here, meeting_id, "#punten")


def _form(
    here: Here, row: queries.Row, people: dict[UUID, Face], refusal: Refusal | None = None
) -> HttpResponse:
    found = offers(seat=here.seat, person=here.person, meeting=row, people=people)
    for _title, group in found:
        for one in group:
            for fact in one.facts:
                here.touch(READ, fact)
    return page(
        here, "meetings/build.html", current="more", people=people,
        status=refusal.status if refusal else 200, refusal=refusal,
        meeting=show_meeting(row, people), groups=found,
        chosen=here.request.POST.getlist("point"),
    )  # fmt: skip
