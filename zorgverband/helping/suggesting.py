"""Whom to ask first: who told the asker that they do such things, and who would rather not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from zorgverband.base import clock
from zorgverband.carers.queries import offers_now
from zorgverband.carers.tasks import Stance
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face


@dataclass(frozen=True)
class Told:
    """What somebody said of a kind of help, in which item."""

    face: Face
    stance: str
    item: UUID


@dataclass(frozen=True)
class Candidates:
    """Who do such things (`willing`, gladly first), who said they do not want
    to, and who else may be asked. Only what the asker may read of it counts."""

    willing: list[Told]
    unwilling: list[Told]
    others: list[Face]


def stances(network: UUID, task: str) -> dict[UUID, tuple[str, UUID]]:
    """What carers say of this kind of help and in which item, as far as who asks may read it."""
    today = clock.today()
    return {
        member: (offer.tasks[task], offer.item)
        for member, offer in offers_now(network).items()
        if task in offer.tasks and (offer.until_on is None or offer.until_on >= today)
    }


def candidates(
    *, network: UUID, task: str, own: UUID, people: Mapping[UUID, Face], readers: Collection[UUID]
) -> Candidates:
    """Who may be asked first, of those who would read it."""
    said = stances(network, task)
    able = [
        face
        for face in people.values()
        if face.active and (face.person or face.team) and face.member != own and face.side != Side.CLIENT
        and face.member in readers
    ]  # fmt: skip
    told = [Told(face, *said[face.member]) for face in able if face.member in said]
    return Candidates(
        willing=[
            one for stance in (Stance.WANTS, Stance.CAN) for one in told if one.stance == stance
        ],
        unwilling=[one for one in told if one.stance == Stance.NOT],
        others=sorted(
            (face for face in able if face.member not in said),
            key=lambda face: face.side != Side.FAMILY,
        ),
    )
