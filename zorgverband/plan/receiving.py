"""What of the plan goes on paper: all that who prints may read, or of that what its receiver may read.

Paper for a client is made under two locks, one after the other: under the client's own keys the
database says what the client reads, and under the keys of who prints it gives of those what they
read themselves. So nothing on it is new to either of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from zorgverband.agreements.agreed import Agreed
from zorgverband.agreements.models import OPEN, Agreement
from zorgverband.agreements.queries import open_agreements
from zorgverband.base.refusals import NotHere
from zorgverband.base.viewer import Seat, enter
from zorgverband.networks.models import Member
from zorgverband.networks.queries import Face, faces

from . import queries
from .models import PlanPart
from .queries import Part, Step


@dataclass(frozen=True)
class Read:
    """The plan as it is for one reader: `seat` is that reader's, for the words ('U', 'te laat')."""

    seat: Seat
    people: dict[UUID, Face]
    parts: Sequence[Part]
    steps: dict[UUID, list[Step]]
    agreements: Sequence[Agreed]


def own_view(seat: Seat) -> Read:
    """All of it that who entered may read."""
    network = seat.network
    return Read(
        seat, faces(network), queries.parts(network), queries.steps(network),
        open_agreements(network),
    )  # fmt: skip


def view_for(*, seat: Seat, person: UUID, client: UUID) -> Read:
    """What both this client and `person`, who entered, may read; raises NotHere for who is no client
    here now. The keys of `person` hold again when it answers."""
    network, face = seat.network, faces(seat.network).get(client)
    if face is None or face.side != "client" or face.person is None or not face.active:
        raise NotHere()
    try:
        theirs = enter(person=face.person, networks=[network]).seat(network)
        items = _items(network)
        members = set(Member.objects.filter(network_id=network).values_list("id", flat=True))
    finally:
        enter(person=person, networks=[network])
    return Read(
        theirs, {id: one for id, one in faces(network).items() if id in members},
        queries.parts(network, of=items), queries.steps(network),
        open_agreements(network, of=items),
    )  # fmt: skip


def _items(network: UUID) -> set[UUID]:
    """The parts of the plan and the open agreements that who entered may read."""
    parts = PlanPart.objects.filter(network_id=network, ended_at=None)
    agreements = Agreement.objects.filter(network_id=network, state__in=OPEN)
    return {
        *parts.values_list("item_id", flat=True), *agreements.values_list("item_id", flat=True)
    }  # fmt: skip
