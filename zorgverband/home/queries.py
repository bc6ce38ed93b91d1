"""What the first page of a network needs to know besides what the rooms below it answer."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from zorgverband.networks.models import Network
from zorgverband.safety.queries import FIELDS, Looked, fresh, looked_of
from zorgverband.sharing.models import Permission


@dataclass(frozen=True)
class Surroundings:
    """Who may read something about a client, and who looked in need lately."""

    readers: set[UUID]
    looked: list[Looked]


def surroundings(network: UUID, *, abouts: set[UUID], person: UUID) -> Surroundings:
    """The members who may read something about these clients or their household now or later, and
    the looks in need by others than `person` that the first page tells. One statement for both."""
    here = OuterRef("pk")
    reading = Permission.objects.filter(network_id=here, about_id__in=abouts, can_read=True)
    looked = fresh(network=here, but=person).values(row=JSONObject(**{f: f for f in FIELDS}))
    row = Network.objects.filter(pk=network).values_list(
        ArraySubquery(reading.values("member_id").distinct()), ArraySubquery(looked)
    )
    readers, found = row.get()
    return Surroundings(readers=set(readers), looked=[looked_of(facts) for facts in found])
