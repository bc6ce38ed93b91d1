"""Starting a network around one client or household."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from zorgverband.base import clock, joining
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import Refusal
from zorgverband.networks.models import Side

from ..announce import announce_founder
from ..checks import must_fit
from .admit import Newcomer, kind_of


class NoClient(Refusal):
    """Een netwerk is er voor iemand. Kies eerst voor wie."""


@dataclass(frozen=True)
class Founder:
    """As what the person who starts a network takes part, when they are no client themselves."""

    function: str = "care_coordinator"
    side: str = Side.CARE
    organisation: UUID | None = None
    description: str = ""
    phone: str = ""
    coordinator: bool = True
    first_contact: bool = False


def found_network(
    *,
    person: UUID,
    clients: Sequence[UUID],
    founder: Founder | None = None,
    phones: Sequence[str] = (),
) -> UUID:
    """Make a network of these clients (persons), started by `person`, and answer its id.

    `person` is one of the clients, or takes part as `founder`: as its coordinator unless told
    otherwise; the clients hear for what kind of organisation before anything is there to read.
    `phones` belong to the clients in their order. Every client decides about what is
    about them, from the start. The caller must be entered as `person`, and enters again to look
    inside. Raises NoClient, or what `must_fit` raises.
    """
    if not clients:
        raise NoClient()
    network = new_id()
    first = [
        Newcomer(side=Side.CLIENT, function="client", person=client, phone=phone)
        for client, phone in zip(clients, [*phones, *[""] * len(clients)], strict=False)
    ]
    if person not in clients:
        first.append(_as_newcomer(founder or Founder(), person))
    members = [one.facts(network=network, member=new_id(), given_by=person) for one in first]
    joining.found_network(network=network, at=clock.now(), members=members)
    if person not in clients:
        announce_founder(network=network, person=person, kind=kind_of(first[-1]))
    return network


def _as_newcomer(founder: Founder, person: UUID) -> Newcomer:
    newcomer = Newcomer(
        person=person,
        side=founder.side,
        function=founder.function,
        organisation=founder.organisation,
        description=founder.description,
        phone=founder.phone,
        coordinator=founder.coordinator,
        first_contact=founder.first_contact,
    )
    must_fit(side=newcomer.side, function=newcomer.function, kind=kind_of(newcomer))
    return newcomer
