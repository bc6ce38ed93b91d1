"""What the first page of a network needs to know besides what the rooms below it answer."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from zorgverband.control.queries import FIELDS as PROPOSAL
from zorgverband.control.queries import (
    HELD,
    Held,
    Proposed,
    held_of,
    held_row,
    proposed_of,
    waiting_rows,
)
from zorgverband.membership.queries import put_before
from zorgverband.networks.models import Network
from zorgverband.safety.queries import FIELDS, Looked, fresh, looked_of
from zorgverband.sharing.models import Permission


@dataclass(frozen=True)
class Surroundings:
    """Who may read something about a client, who looked in need lately, what was proposed, how
    control over the viewer stands when it is not simply their own, and which invitations were put
    before who decides: their number and who prepared them."""

    readers: set[UUID]
    looked: list[Looked]
    proposals: list[Proposed]
    held: Held | None
    invitations: list[tuple[UUID, UUID]]


def surroundings(network: UUID, *, abouts: set[UUID], person: UUID, member: UUID) -> Surroundings:
    """The members who may read something about these clients or their household now or later, the
    looks in need by others than `person` that the first page tells, proposals that wait, and who
    decides about `member`. One statement for all."""
    here = OuterRef("pk")
    reading = Permission.objects.filter(network_id=here, about_id__in=abouts, can_read=True)
    looked = fresh(network=here, but=person).values(row=JSONObject(**{f: f for f in FIELDS}))
    row = Network.objects.filter(pk=network).values_list(
        ArraySubquery(reading.values("member_id").distinct()), ArraySubquery(looked),
        ArraySubquery(waiting_rows(here).values(row=JSONObject(**{f: f for f in PROPOSAL}))),
        ArraySubquery(put_before(here, but=person)),
        ArraySubquery(held_row(here, member).values(row=JSONObject(**{f: f for f in HELD}))[:1]),
    )  # fmt: skip
    readers, found, proposals, put, held = row.get()
    return Surroundings(
        readers=set(readers),
        looked=[looked_of(facts) for facts in found],
        proposals=[proposed_of(facts) for facts in proposals],
        held=held_of(held[0]) if held else None,
        invitations=[(UUID(one["id"]), UUID(one["by"])) for one in put],
    )
