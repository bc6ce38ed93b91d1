"""Making a safety compartment about a client: a title, and the professionals named in it."""

from collections.abc import Collection
from uuid import UUID

from zorgverband.base import clock, confining
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import NotHere, NotYours, Refusal
from zorgverband.base.viewer import Seat, enter
from zorgverband.networks.models import Member, Side

from ..telling import tell_named

PROFESSIONAL = (Side.CARE, Side.SOCIAL)
LONGEST = 80


class OnlyProfessionals(NotYours):
    """Alleen zorgverleners en de gemeente, welzijn of school maken een afgeschermde ruimte."""


class NoTitle(Refusal):
    """Vul in waar het over gaat, in een paar woorden."""


class NotProfessional(Refusal):
    """In een afgeschermde ruimte kunnen alleen mensen meedoen die hier voor hun werk zijn."""


def make_compartment(
    *, seat: Seat, person: UUID, about: UUID, title: str, members: Collection[UUID]
) -> UUID:
    """Make it, name these members besides one's own, and answer its id.

    Nobody else learns of it: no event names it, and who is named is told one by one. Raises
    OnlyProfessionals, NotHere for who is no client here, NoTitle, NotProfessional. After this the
    viewer holds the key to it. Source: visibility.md, *Safety compartment*.
    """
    if seat.side not in PROFESSIONAL:
        raise OnlyProfessionals()
    if not Member.objects.filter(id=about, network_id=seat.network, side=Side.CLIENT).exists():
        raise NotHere()
    if not title.strip():
        raise NoTitle(field="title")
    others = set(members) - {seat.member}
    must_be_professional(seat, others)
    compartment = new_id()
    confining.make_compartment(
        {
            "compartment": compartment,
            "network": seat.network,
            "about": about,
            "title": title.strip()[:LONGEST],
            "members": sorted(others),
            "at": clock.now().isoformat(),
        }
    )
    enter(person=person, networks=[seat.network])
    tell_named(seat=seat, person=person, members=others)
    return compartment


def must_be_professional(seat: Seat, members: Collection[UUID]) -> None:
    """Raise NotProfessional unless all of these take part now, by profession."""
    there = Member.objects.filter(
        id__in=members, network_id=seat.network, side__in=PROFESSIONAL, left_at=None
    )
    if there.count() != len(set(members)):
        raise NotProfessional(field="member")
