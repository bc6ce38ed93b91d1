"""Who takes part as everybody in the network may know it: for paper that hangs on a wall."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from .functions import label_of
from .models import Member, Side
from .queries import Face, initials_of


def known_to_all(network: UUID, people: Mapping[UUID, Face]) -> dict[UUID, Face]:
    """Of these faces what no member may not know (visibility.md, *People*): nobody who takes part
    inside a compartment, and of care only function, organisation and number that are known by nature
    or were shown. One statement."""
    rows = Member.objects.filter(network_id=network, compartment=None)
    known = dict(rows.values_list("id", "role__known"))
    return {
        id: face if face.side != Side.CARE or known[id] else _unnamed(face)
        for id, face in people.items()
        if id in known
    }


def _unnamed(face: Face) -> Face:
    name = face.name if face.person else label_of("")
    return replace(
        face, name=name, given_name=face.given_name if face.person else name,
        initials=initials_of(name), function_code="", function=label_of(""), organisation="", phone="",
    )  # fmt: skip
