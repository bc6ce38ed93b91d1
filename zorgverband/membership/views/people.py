"""'Mensen': who takes part, and the page of one of them."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from zorgverband.base.look import look_at_log
from zorgverband.base.refusals import NotHere
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.networks.standing_in import standing_in
from zorgverband.networks.substitutes import substitutes
from zorgverband.sharing.doors import READ, Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.ui.dates import full_date

from .. import queries
from ..checks import decides, decides_about, helps, leads


@require_safe
@network_door
def people(here: Here) -> HttpResponse:
    """Everybody in the network: first contact and coordinator on top, then by side."""
    there = faces(here.network)
    may = leads(here.seat)
    invites = may or helps(here.seat)
    return page(
        here,
        "membership/people.html",
        current="people",
        people=there,
        key_people=queries.key_people(there),
        groups=queries.groups(there),
        former=queries.former(there),
        standing_in=standing_in(substitutes(here.network), there),
        mates=queries.team_mates(here.network, there),
        leads=may,
        invites=invites,
        asked_first=decides(here.seat),
        may_leave=there[here.seat.member].person is not None,
        alone=sum(face.active for face in there.values()) < 2,
        invitations=queries.open_invitations(here.network) if invites else [],
    )


@require_safe
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
        lookers=_lookers(here, face),
        shows=_shows(here, face),
        full_date=full_date,
        **_may(here, face),
    )


def _lookers(here: Here, face: Face) -> list[queries.Looker] | None:
    """Who looked through this membership, for a client; that they see this is logged too. None:
    not told here."""
    if here.seat.side != Side.CLIENT or face.side == Side.CLIENT:
        return None
    address = here.request.META.get("REMOTE_ADDR", "")
    look_at_log(network=here.network, action=READ, door="member", address=address)
    names = names_of_people(here.network)
    return queries.lookers(network=here.network, member=face.member, names=names)


def _shows(here: Here, face: Face) -> str:
    """Whether municipality and welfare see what this care member does: "hidden" or "shown" when who
    decides chose, "" when there is nothing to choose."""
    natural = face.function_code in FUNCTIONS and FUNCTIONS[face.function_code].known_by_nature
    if face.side != Side.CARE or natural or not face.active or not decides(here.seat):
        return ""
    return "shown" if queries.known(face.member) else "hidden"


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
        and (face.side != Side.CLIENT or decides_about(here.seat, face.member)),
        "may_change_role": face.active and may and not me and face.side != Side.CLIENT,
        "may_be_first_contact": face.active and may and not face.first_contact,
        "may_coordinate": face.active
        and may
        and face.person is not None
        and face.side != Side.CLIENT
        and not face.coordinator,
    }
