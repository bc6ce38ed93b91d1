"""Whether somebody a file names takes part here already: by the whole name, and only one of them."""

from uuid import UUID

from zorgverband.fhir.storing.same_person import letters
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces


class Company:
    """The members of one network by name. The clients are left out: a file says so of them."""

    def __init__(self, network: UUID) -> None:
        """One statement."""
        found: dict[str, list[UUID]] = {}
        for face in faces(network).values():
            if face.active and face.side != Side.CLIENT:
                found.setdefault(letters(face.name), []).append(face.member)
        self._found = found

    def member(self, name: str) -> UUID | None:
        """The one member with this whole name; None for nobody, or more than one."""
        found = self._found.get(letters(name), [])
        return found[0] if name and len(found) == 1 else None
