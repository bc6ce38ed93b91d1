"""What the pages of a compartment share: for professionals only, and how one is told to go on."""

from uuid import UUID

from django.http import HttpResponseRedirect
from django.urls import reverse

from zorgverband.base.refusals import NotHere
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face
from zorgverband.sharing.doors import Here

from ..actions.make_compartment import PROFESSIONAL


def must_work_here(here: Here) -> None:
    """Raise NotHere for the client's and family's side: for them there are no such pages."""
    if here.seat.side not in PROFESSIONAL:
        raise NotHere()


def to_compartment(here: Here, compartment: UUID) -> HttpResponseRedirect:
    """On to the page of a compartment."""
    parts = {"network_id": here.network, "compartment_id": compartment}
    return HttpResponseRedirect(reverse("compartment", kwargs=parts))


def professionals(people: dict[UUID, Face], *, but: set[UUID]) -> list[Face]:
    """Who takes part by profession now, without these members."""
    return [
        face
        for face in people.values()
        if face.active and Side(face.side) in PROFESSIONAL and face.member not in but
    ]
