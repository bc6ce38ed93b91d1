"""What the pages of this room share: the client they are about, and where they go back to."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from zorgverband.base.refusals import NotHere
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import Here
from zorgverband.ui.dates import full_date

from ..grounds import KEPT
from ..queries import Kept
from ..words import People, subjects_of


@dataclass(frozen=True)
class ShownKept:
    """Somebody who still reads about a client who died; `may_end` for all but the keeper."""

    id: UUID
    name: str
    ground: str
    subjects: str
    until: str
    may_end: bool


@dataclass(frozen=True)
class About:
    """The client a page is about, the others, and the address to go back to."""

    face: Face
    people: dict[UUID, Face]
    back: str
    me: bool


def about(here: Here, client: UUID) -> About:
    """The client with this member id; raises NotHere for who is none."""
    people = faces(here.network)
    face = people.get(client)
    if face is None or face.side != Side.CLIENT or not face.active:
        raise NotHere()
    parts = {"network_id": here.network, "client_id": client}
    back = reverse("who_decides_about", kwargs=parts)
    return About(face, people, back, client == here.seat.member)


def show_kept(kept: Sequence[Kept], people: People) -> list[ShownKept]:
    """Who keeps reading, ready to print."""
    return [
        ShownKept(
            id=one.id, name=people[one.member].name, ground=str(KEPT[one.ground]),
            subjects=subjects_of(one.subjects), until=full_date(one.until) if one.until else "",
            may_end=one.ground != "keeper",
        )
        for one in kept if one.member in people
    ]  # fmt: skip
