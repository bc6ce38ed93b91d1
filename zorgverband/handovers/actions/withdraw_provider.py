"""A provider stops, and nobody takes over: all of its members go out at once, and what they did becomes
a gap that the rules find from the facts (`nobody_arranged`, `agreement_after_leaving`)."""

from collections.abc import Mapping
from uuid import UUID

from zorgverband.base.refusals import NotHere
from zorgverband.base.viewer import Seat
from zorgverband.membership.actions import remove
from zorgverband.membership.actions.remove import MayNotRemove
from zorgverband.membership.checks import leads
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces

_PROVIDERS = (Side.CARE, Side.SOCIAL)


def providers(seat: Seat, people: Mapping[UUID, Face]) -> list[Face]:
    """Of each organisation that takes part, as far as the viewer knows it, its first member; who works
    for none that is known stands alone. Raises MayNotRemove for who does not lead."""
    if not leads(seat):
        raise MayNotRemove()
    found: dict[str, Face] = {}
    for one in people.values():
        if one.active and one.side in _PROVIDERS and one.member != seat.member:
            found.setdefault(one.organisation or str(one.member), one)
    return list(found.values())


def members_of_provider(seat: Seat, people: Mapping[UUID, Face], member: UUID) -> list[Face]:
    """Everybody who takes part for the same organisation as this member, but for who looks. Raises
    NotHere, and as `providers`."""
    chosen = next((one for one in providers(seat, people) if one.member == member), None)
    if chosen is None:
        raise NotHere()
    return [
        one
        for one in people.values()
        if one.active
        and one.member != seat.member
        and one.side in _PROVIDERS
        and (one.member == member or one.organisation == chosen.organisation != "")
    ]


def withdraw_provider(*, seat: Seat, person: UUID, member: UUID) -> None:
    """End the memberships of this provider. Raises MayNotRemove, NotHere or NobodyDecides."""
    for one in members_of_provider(seat, faces(seat.network), member):
        remove(seat=seat, person=person, member=one.member)
