"""Who takes part in a network, as the viewer may see it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from zorgverband.base.clock import now
from zorgverband.people.models import Person

from .functions import label_of
from .models import Member, Presence, Side

SHAPES = {"client": "client", "family": "round", "care": "square", "social": "octagon"}


@dataclass(frozen=True)
class Face:
    """A member as others see them: name, function and organisation, or just 'zorgverlener'."""

    member: UUID
    person: UUID | None
    team: UUID | None
    name: str
    given_name: str
    initials: str
    side: str
    function_code: str
    function: str
    organisation: str
    phone: str
    coordinator: bool
    first_contact: bool
    joined_at: datetime
    left_at: datetime | None
    formal_name: str = ""

    @property
    def shape(self) -> str:
        """The form of the avatar: round family, square care, octagon social."""
        return SHAPES[self.side]

    @property
    def active(self) -> bool:
        """Joined and not left."""
        return self.left_at is None or self.left_at > now()

    @property
    def described(self) -> str:
        """'wijkverpleegkundige, Thuiszorg De Brug'."""
        return ", ".join(part for part in (self.function, self.organisation) if part)


def initials_of(name: str) -> str:
    """First letters of the first and last word: 'Jannie de Wit' gives 'JW'."""
    words = name.split()
    return (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper() if words else "?"


_MEMBER = (
    "id", "person_id", "team_id", "side", "coordinator", "first_contact", "joined_at", "left_at",
    "person__given_name", "person__infix", "person__family_name", "person__salutation",
    "team__name", "team__phone", "team__organisation__name", "team__organisation__phone",
    "role__function", "role__description", "role__phone", "role__organisation__name",
)  # fmt: skip


def faces(network: UUID) -> dict[UUID, Face]:
    """Everybody who takes or took part, by member id, in the order of joining. One statement."""
    rows = Member.objects.filter(network_id=network).order_by("joined_at", "id").values(*_MEMBER)
    return {row["id"]: _face(row) for row in rows}


def _face(row: dict[str, Any]) -> Face:
    person = Person(
        given_name=row["person__given_name"] or "",
        infix=row["person__infix"] or "",
        family_name=row["person__family_name"] or "",
        salutation=row["person__salutation"] or "",
    )
    known = row["role__function"] is not None
    team = str(row["team__name"] or "")
    # The name of a team tells what it does, and so do its initials.
    name = person.name if row["person_id"] else team if known else label_of("")
    return Face(
        member=row["id"],
        person=row["person_id"],
        team=row["team_id"],
        name=name,
        given_name=person.given_name or name,
        initials=initials_of(name),
        side=str(row["side"]),
        function_code=str(row["role__function"] or ""),
        function=str(row["role__description"] or "") or label_of(str(row["role__function"] or "")),
        organisation=str(row["role__organisation__name"] or row["team__organisation__name"] or "")
        if known
        else "",
        phone=str(
            row["role__phone"] or row["team__phone"] or row["team__organisation__phone"] or ""
        )
        if known
        else "",
        coordinator=bool(row["coordinator"]),
        first_contact=bool(row["first_contact"]),
        joined_at=row["joined_at"],
        left_at=row["left_at"],
        formal_name=person.formal_name if row["person_id"] else name,
    )


def names_of_people(network: UUID) -> dict[UUID, str]:
    """The names of all persons who took part, by person id; team people too. One statement."""
    rows = (
        Presence.objects.filter(network_id=network)
        .order_by()
        .values_list("person_id", "person__given_name", "person__infix", "person__family_name")
    )
    return {
        person: " ".join(part for part in (given, infix, family) if part)
        for person, given, infix, family in rows
    }


def clients(people: dict[UUID, Face]) -> list[Face]:
    """The clients among these faces, in the order of joining."""
    return [face for face in people.values() if face.side == Side.CLIENT]


def network_name(people: dict[UUID, Face]) -> str:
    """How a network is called: its clients' names."""
    found = [face.name for face in clients(people) if face.active] or [
        face.name for face in clients(people)
    ]
    return " en ".join(found) if len(found) < 3 else ", ".join(found[:-1]) + " en " + found[-1]


def callable_first(people: dict[UUID, Face], count: int = 4) -> list[Face]:
    """Whom to call: first contact, coordinator, then others who share a number; not the clients."""
    found = [
        face for face in people.values() if face.active and face.phone and face.side != Side.CLIENT
    ]
    return sorted(found, key=lambda face: (not face.first_contact, not face.coordinator))[:count]
