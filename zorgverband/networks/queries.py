"""Who takes part in a network, as the viewer may see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zorgverband.base import reading
from zorgverband.base.clock import now
from zorgverband.people.names import formal_name, full_name
from zorgverband.ui.sentences import listed

from .functions import label_of
from .models import Side

# 'van', 'den', 'ten': words of a name that say nothing about whose it is.
LONGEST_INFIX = 3
# From so many clients on, their full names fill the head of a phone.
HOUSEHOLD = 3
SHAPES = {"client": "client", "family": "round", "care": "square", "social": "octagon"}


@dataclass(frozen=True)
class Face:
    """A member as others see them: name, function and organisation, or just 'zorgverlener'. Who takes
    part `inside` a safety compartment is there for few, and is named nowhere else."""

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
    photo: str = ""
    inside: bool = False

    @property
    def shape(self) -> str:
        """The form of the avatar: round family, square care, octagon social."""
        return SHAPES[self.side]

    @property
    def active(self) -> bool:
        """Joined and not left."""
        return self.left_at is None or self.left_at > now()

    @property
    def organisation_besides(self) -> str:
        """The organisation; empty when the name says it already."""
        return "" if self.organisation in self.name else self.organisation

    @property
    def described(self) -> str:
        """'wijkverpleegkundige, Thuiszorg De Brug'; an organisation in the name is not said again."""
        return ", ".join(part for part in (self.function, self.organisation_besides) if part)


def initials_of(name: str) -> str:
    """First letters of the first and last word: 'Jannie de Wit' gives 'JW'."""
    words = name.split()
    return (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper() if words else "?"


def faces(network: UUID) -> dict[UUID, Face]:
    """Everybody who takes or took part, by member id, in the order of joining. One statement."""
    return {one.member: _face(one, network) for one in reading.company(network)}


def faces_in(networks: Sequence[UUID]) -> dict[UUID, dict[UUID, Face]]:
    """The faces of each of these networks, all of which were entered. One statement."""
    return {
        network: {one.member: _face(one, network) for one in company}
        for network, company in reading.companies(networks).items()
    }


def _face(one: reading.Companion, network: UUID) -> Face:
    known = one.function is not None
    given, infix, family = one.given_name or "", one.infix or "", one.family_name or ""
    team = one.team_name or ""
    # The name of a team tells what it does, and so do its initials.
    name = full_name(given, infix, family) if one.person else team if known else label_of("")
    return Face(
        member=one.member,
        person=one.person,
        team=one.team,
        name=name,
        given_name=given or name,
        initials=initials_of(name),
        side=one.side,
        function_code=one.function or "",
        function=one.description or label_of(one.function or ""),
        organisation=(one.organisation or one.team_organisation or "") if known else "",
        phone=(one.phone or one.team_phone or one.team_organisation_phone or "") if known else "",
        coordinator=one.coordinator,
        first_contact=one.first_contact,
        joined_at=one.joined_at,
        left_at=one.left_at,
        formal_name=formal_name(given, infix, family, one.salutation or "") if one.person else name,
        photo=_photo(one, network),
        inside=one.inside,
    )


def _photo(one: reading.Companion, network: UUID) -> str:
    """Where the photo of who takes part stands, another address for another photo; empty for none."""
    if one.portrait is None or one.left_at is not None:
        return ""
    return f"/n/{network}/mensen/{one.member}/foto/?{int(one.portrait.timestamp())}"


def names_of_people(network: UUID) -> dict[UUID, str]:
    """The names of all persons who took part, by person id; team people too. One statement."""
    return reading.names(network)


def named(words: str, people: dict[UUID, Face]) -> bool:
    """Whether a word of these, as somebody typed them, is part of the name of a client."""
    asked = {word for word in words.casefold().split() if len(word) > LONGEST_INFIX}
    return any(asked & set(face.name.casefold().split()) for face in clients(people))


def clients(people: dict[UUID, Face]) -> list[Face]:
    """The clients among these faces, in the order of joining."""
    return [face for face in people.values() if face.side == Side.CLIENT]


def network_name(people: dict[UUID, Face]) -> str:
    """How a network is called: its clients' names."""
    found = [face.name for face in clients(people) if face.active] or [
        face.name for face in clients(people)
    ]
    return listed(found)


def short_name(people: dict[UUID, Face]) -> str:
    """The same for a head with little room: of three clients or more the given names."""
    found = [face for face in clients(people) if face.active]
    if len(found) < HOUSEHOLD:
        return network_name(people)
    return listed([face.given_name for face in found])


def callable_first(people: dict[UUID, Face], count: int = 4) -> list[Face]:
    """Whom to call: first contact, coordinator, then others who share a number; not the clients."""
    found = [
        face for face in people.values() if face.active and face.phone and face.side != Side.CLIENT
    ]
    return sorted(found, key=lambda face: (not face.first_contact, not face.coordinator))[:count]
