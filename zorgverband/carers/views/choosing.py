"""What both forms of a carer offer to choose from: readers, and the answers of the short list."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.networks.queries import Face


@dataclass(frozen=True)
class ReaderOption:
    """Somebody who can be chosen to read it."""

    member: UUID
    name: str
    described: str
    chosen: bool


def reader_options(
    people: Mapping[UUID, Face], own: UUID, chosen: Collection[UUID]
) -> list[ReaderOption]:
    """Everybody who takes part but the carer: coordinator and first contact before others."""
    active = [face for face in people.values() if face.active and face.member != own]
    order = sorted(active, key=lambda face: (not face.coordinator, not face.first_contact))
    return [
        ReaderOption(face.member, face.name, face.described, face.member in chosen)
        for face in order
    ]


def answer_options() -> list[tuple[int, str]]:
    """What one can answer to a question of the short list."""
    return [(0, _("Nee")), (1, _("Soms")), (2, _("Ja"))]
