"""'Mensen': who takes part, and the page of one of them."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from zorgverband.base.refusals import NotHere
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.ui.dates import full_date

from .. import queries
from ..checks import decides, leads


@require_GET
@network_door
def people(here: Here) -> HttpResponse:
    """Everybody in the network: first contact and coordinator on top, then by side."""
    there = faces(here.network)
    may = leads(here.seat)
    return page(
        here,
        "membership/people.html",
        current="people",
        people=there,
        key_people=queries.key_people(there),
        groups=queries.groups(there),
        former=queries.former(there),
        mates=queries.team_mates(here.network, there),
        leads=may,
        may_leave=there[here.seat.member].person is not None,
        alone=sum(face.active for face in there.values()) < 2,
        invitations=queries.open_invitations(here.network) if may else [],
    )


@require_GET
@network_door
def member(here: Here, member_id: UUID) -> HttpResponse:
    """One person or team: what they do, for whom they work, since when, and what may be done."""
    there = faces(here.network)
    face = one_of(there, member_id)
    return page(
        here,
        "membership/member.html",
        current="people",
        people=there,
        face=face,
        mates=queries.team_mates(here.network, {member_id: face}).get(member_id, []),
        decides=decides(here.seat),
        **_may(here, face),
    )


def one_of(there: dict[UUID, Face], member: UUID) -> Face:
    """This member; raises NotHere, the same for who is not there and who is not for you."""
    if member not in there:
        raise NotHere()
    return there[member]


def _may(here: Here, face: Face) -> dict[str, Any]:
    may, me = leads(here.seat), face.member == here.seat.member
    in_person = me and face.person is not None
    return {
        "me": me,
        "period": (full_date(face.joined_at), full_date(face.left_at) if face.left_at else ""),
        "may_leave": face.active and in_person,
        "may_remove": face.active
        and may
        and not me
        and (face.side != Side.CLIENT or here.seat.controls(face.member)),
        "may_change_role": face.active and may and not me and face.side != Side.CLIENT,
        "may_be_first_contact": face.active and may and not face.first_contact,
        "may_coordinate": face.active
        and may
        and face.person is not None
        and face.side != Side.CLIENT
        and not face.coordinator,
    }
