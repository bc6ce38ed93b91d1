"""One meeting before it is held: who comes and when, and what will be spoken of."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, clients, faces, names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.forms import subject_options, writable_subjects
from zorgverband.sharing.frame import page
from zorgverband.sharing.subjects import Subject

from .. import queries
from ..forms import LENGTHS
from ..models import State
from ..models.meeting import COMING
from ..shown import show_meeting, show_options, show_participants
from ..shown_points import show_points

# In the address: with what who leads it can change.
ARRANGE = "regelen"


@require_safe
@network_door
def meeting(here: Here, meeting_id: UUID) -> HttpResponse:
    """The page of one meeting."""
    return one_page(here, meeting_id)


def back_to(here: Here, meeting_id: UUID, part: str = "") -> HttpResponse:
    """To the page of the meeting, after something was done there."""
    parts = {"network_id": here.network, "meeting_id": meeting_id}
    return HttpResponseRedirect(reverse("meeting", kwargs=parts) + part)


def one_page(
    here: Here, meeting_id: UUID, refusal: Refusal | None = None, *, arranging: bool = False
) -> HttpResponse:
    """The page of one meeting, with what went wrong and what was typed; `arranging` with what who
    leads it can change. What is not there, or not for who looks, stays so."""
    if refusal and refusal.status == 404:
        raise refusal
    row, asked = queries.meeting_and_asked(network=here.network, id=meeting_id)
    people = faces(here.network)
    there = show_participants(asked, people=people, mine=here.seat.member)
    leads = queries.leads(row, seat=here.seat, person=here.person) and row["state"] in COMING
    arranging = leads and (arranging or ARRANGE in here.request.GET)
    points = show_points(
        queries.points(meeting_id), network=here.network, person=here.person,
        names=names_of_people(here.network),
    )  # fmt: skip
    return page(
        here, "meetings/meeting.html", current="more", people=people,
        status=refusal.status if refusal else 200, refusal=refusal,
        meeting=show_meeting(row, people), state=row["state"], leads=leads, points=points,
        participants=there, me=next((one for one in there if one.mine), None),
        coming=row["state"] in COMING, total=sum(one.minutes or 0 for one in points),
        typed=here.request.POST, options=_poll(here, row, people),
        arranging=arranging,
        mine=[one for one in points if one.mine],
        **_bringing(here, row, people),
        **(_leading(here, row, people, there) if arranging else {}),
    )  # fmt: skip


def _poll(here: Here, row: queries.Row, people: dict[UUID, Face]) -> list[Any]:
    if row["state"] != State.PREPARING:
        return []
    rows = queries.options(row["item_id"])
    return show_options(rows, people=people, mine=here.seat.member)


def _leading(
    here: Here, row: queries.Row, people: dict[UUID, Face], there: list[Any]
) -> dict[str, Any]:
    """What who leads it can change, as it stands."""
    asked = {one.member for one in there}
    return {
        "row": row, "called": row["item__author_id"] == here.person,
        "first": clock.today(), "length": str(row["minutes"]),
        "lengths": [(str(one), str(one)) for one in sorted({*LENGTHS, row["minutes"]})],
        "leaders": [(str(one.member), one.name) for one in there],
        "addable": [
            (str(one.member), one.name) for one in people.values()
            if one.active and one.member not in asked
        ],
    }  # fmt: skip


def _bringing(here: Here, row: queries.Row, people: dict[UUID, Face]) -> dict[str, Any]:
    """About whom and what this person may bring a point."""
    about = row["item__about_id"]
    client = here.seat.side == Side.CLIENT
    if client:
        about = here.seat.member
    subjects = writable_subjects(here.seat, about)
    usual = (
        Subject.ARRANGEMENTS if Subject.ARRANGEMENTS in subjects else subjects[:1] and subjects[0]
    )
    several = len(clients(people)) > 1
    return {
        "client": client, "about": about, "subject_options": subject_options(subjects),
        "usual": usual.value if usual else "",
        "abouts": [
            (str(one.member), one.name) for one in clients(people) if several and one.active
            if writable_subjects(here.seat, one.member)
        ],
    }  # fmt: skip
