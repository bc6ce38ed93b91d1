"""Letting somebody in: one person or one team, with what they get on joining. Everybody comes in
this way: who accepts an invitation (in the database, by the same functions), a team, the demo."""

from dataclasses import dataclass
from uuid import UUID

from zorgverband.base import clock, joining
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.networks.models import Member
from zorgverband.people.models import Organisation, Team

from ..announce import announce_kind
from ..checks import must_fit, must_lead, must_let_in, must_not_pass_by
from ..grants import grants_for


class AlreadyIn(Refusal):
    """Deze persoon of dit team doet al mee in dit netwerk. Kijk bij Mensen."""


@dataclass(frozen=True)
class Newcomer:
    """Who comes in, and as what: a person or a team, never both."""

    side: str
    function: str
    person: UUID | None = None
    team: UUID | None = None
    organisation: UUID | None = None
    description: str = ""
    phone: str = ""
    coordinator: bool = False
    first_contact: bool = False

    def facts(self, *, network: UUID, member: UUID, given_by: UUID) -> joining.Facts:
        """As the database function takes it, with the permissions this function gives."""
        return {
            "member": member,
            "network": network,
            "person": self.person,
            "team": self.team,
            "side": self.side,
            "function": self.function,
            "description": self.description.strip(),
            "organisation": self.organisation,
            "phone": self.phone.strip(),
            "known": FUNCTIONS[self.function].known_by_nature,
            "coordinator": self.coordinator,
            "first_contact": self.first_contact,
            "permissions": [grant.packed() for grant in grants_for(self.side, self.function)],
            "given_by": given_by,
            "at": clock.now().isoformat(),
        }


def admit(*, seat: Seat, person: UUID, newcomer: Newcomer) -> UUID:
    """Give the newcomer a seat in the viewer's network and answer the new member's id.

    They get the default permissions of their side and function about every client and, as far as
    not medical, about the household; a carer also about themselves. The clients hear of a new kind
    of organisation, everybody of the newcomer. Raises MayNotInvite, ClientDoes, AlreadyIn, or what
    `must_fit` raises.
    """
    must_lead(seat)
    must_not_pass_by(seat)
    must_let_in(seat, newcomer.side)
    kind = kind_of(newcomer)
    must_fit(side=newcomer.side, function=newcomer.function, kind=kind)
    # Two who add the same team at one moment: the second finds it there.
    joining.in_line(seat.network)
    must_be_new(network=seat.network, person=newcomer.person, team=newcomer.team)
    announce_kind(seat=seat, person=person, kind=kind)
    member = new_id()
    joining.join_network(newcomer.facts(network=seat.network, member=member, given_by=person))
    record(verb="joined", network=seat.network, person=person, member=member)
    return member


def kind_of(newcomer: Newcomer) -> str:
    """The kind of organisation a newcomer works for; "" for none."""
    if newcomer.team:
        team = Team.objects.filter(pk=newcomer.team)
        return team.values_list("organisation__kind", flat=True).get()
    if newcomer.organisation is None:
        return ""
    found = Organisation.objects.filter(pk=newcomer.organisation)
    return found.values_list("kind", flat=True).get()


def must_be_new(*, network: UUID, person: UUID | None, team: UUID | None) -> None:
    """Raise AlreadyIn when this person or team takes part now, as far as the viewer may see."""
    if person is None and team is None:
        return
    there = Member.objects.filter(network_id=network, left_at=None)
    if there.filter(**({"team_id": team} if team else {"person_id": person})).exists():
        raise AlreadyIn(field="email" if person else "team")
