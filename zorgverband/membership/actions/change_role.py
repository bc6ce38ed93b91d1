"""Giving somebody who takes part another function, on another side if that belongs to it."""

from dataclasses import dataclass
from uuid import UUID

from zorgverband.base import joining
from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.networks.models import Side
from zorgverband.people.models import Organisation, Team

from ..announce import announce_kind
from ..checks import leads, must_fit, must_let_in, must_not_pass_by
from ..grants import grants_for
from .remove import must_be_there


class MayNotChangeRole(NotYours):
    """U kunt niet kiezen wat iemand hier doet. Dat doet wie beslist, of de coördinator."""


class NotOwnRole(NotYours):
    """U kunt uw eigen functie niet veranderen. Vraag het aan wie beslist, of aan de coördinator."""


class ClientStays(Refusal):
    """Een cliënt blijft cliënt. Dit kan niet veranderen."""


@dataclass(frozen=True)
class Role:
    """What somebody is going to do here, and for whom they work."""

    side: str
    function: str
    organisation: UUID | None = None


def change_role(*, seat: Seat, person: UUID, member: UUID, role: Role) -> list[UUID]:
    """Give this member another function; answers the changes in permissions that were kept.

    What the new function gives takes the place of what the old one gave; what who decides chose
    stays. Another side ends all keys of the old one. Objections stay. Raises MayNotChangeRole,
    NotOwnRole, ClientStays, NotHere, AlreadyGone, ClientDoes, CareByWhoDecides, or what `must_fit`
    raises.
    """
    if not leads(seat):
        raise MayNotChangeRole()
    if member == seat.member:
        raise NotOwnRole()
    now = must_be_there(seat, member)
    if now["side"] == Side.CLIENT:
        raise ClientStays()
    must_not_pass_by(seat)
    must_let_in(seat, role.side)
    kind = _kind(role.organisation, now["team_id"])
    must_fit(side=role.side, function=role.function, kind=kind)
    announce_kind(seat=seat, person=person, kind=kind)
    made = joining.change_role(
        {
            "network": seat.network,
            "member": member,
            "side": role.side,
            "function": role.function,
            "organisation": role.organisation,
            "known": FUNCTIONS[role.function].known_by_nature,
            "permissions": [grant.packed() for grant in grants_for(role.side, role.function)],
        }
    )
    record(verb="role_changed", network=seat.network, person=person, member=member)
    return made


def _kind(organisation: UUID | None, team: object) -> str:
    if isinstance(team, UUID):
        return Team.objects.filter(pk=team).values_list("organisation__kind", flat=True).get()
    if organisation is None:
        return ""
    found = Organisation.objects.filter(pk=organisation).values_list("kind", flat=True)
    return found.first() or ""
