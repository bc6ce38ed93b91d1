"""What can be chosen for a question or complaint: whom it is about, and who may handle it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import complaining
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face
from zorgverband.sharing.queries import Reason, reasons_if
from zorgverband.sharing.subjects import Subject


@dataclass(frozen=True)
class Place:
    """Where it is put in the network: about whom and under which subject, and how that is said."""

    about: UUID
    subject: Subject
    label: str
    hint: str

    @property
    def code(self) -> str:
        """How a form names it."""
        return f"{self.about}:{self.subject.value}"


def places(seat: Seat, people: Mapping[UUID, Face]) -> list[Place]:
    """Where this seat may put it. First what is only about who asks.

    A client's and a carer's own complaint is about themselves, so that nobody else reads it by line 4.
    About the care of a client, that client reads it too; about the treatment it is behind the wall.
    """
    return [*_own(seat), *_of_clients(seat, people), *_of_all(seat)]


def _own(seat: Seat) -> list[Place]:
    own: tuple[tuple[Subject, str, str], ...]
    if seat.side == Side.CLIENT:
        own = (
            (Subject.ARRANGEMENTS, _("De zorg of de samenwerking"), ""),
            (Subject.TREATMENT, _("Mijn gezondheid of behandeling"),
             _("Gemeente, welzijn en school kunnen dit nooit lezen.")),
        )  # fmt: skip
    elif seat.side == Side.FAMILY:
        own = (
            (Subject.CARER, _("Mijzelf, of hoe er met mij wordt samengewerkt"),
             _("Niemand anders leest dit dan wie u kiest.")),
        )  # fmt: skip
    else:
        return []
    return [
        Place(seat.member, subject, label, hint)
        for subject, label, hint in own
        if seat.may_write(about=seat.member, subject=subject)
    ]


def _of_clients(seat: Seat, people: Mapping[UUID, Face]) -> list[Place]:
    words = {
        Subject.ARRANGEMENTS: _("De zorg voor %(name)s"),
        Subject.TREATMENT: _("De gezondheid of behandeling van %(name)s"),
    }
    return [
        Place(face.member, subject, label % {"name": face.given_name},
              _("%(name)s leest dit mee.") % {"name": face.given_name})
        for face in people.values()
        if face.side == Side.CLIENT and face.active and face.member != seat.member
        for subject, label in words.items()
        if seat.may_write(about=face.member, subject=subject)
    ]  # fmt: skip


def _of_all(seat: Seat) -> list[Place]:
    """For who works here: the cooperation as a whole."""
    if seat.side not in (Side.CARE, Side.SOCIAL):
        return []
    if not seat.may_write(about=seat.network, subject=Subject.ARRANGEMENTS):
        return []
    label = _("De samenwerking in dit netwerk")
    return [Place(seat.network, Subject.ARRANGEMENTS, label, "")]


def handlers(
    seat: Seat, person: UUID, people: Mapping[UUID, Face], place: Place, against: UUID | None
) -> list[Face]:
    """Who may handle it: one person who works here or coordinates, who is not (of the team) it is
    against and not who asks. Who asks without deciding on it themselves chooses among those who may
    read about it already."""
    refused = complaining.accused(against) if against else set()
    fit = [
        face
        for face in people.values()
        if face.active and face.person and face.person != person and face.person not in refused
        and (face.side in (Side.CARE, Side.SOCIAL) or face.coordinator)
        and not (place.subject.medical and face.side == Side.SOCIAL)
    ]  # fmt: skip
    if not seat.decides(about=place.about, subject=place.subject):
        reading = readers(seat, person, place, [face.member for face in fit])
        named = {one.member for one in reading}
        fit = [face for face in fit if face.member in named]
    return sorted(fit, key=lambda face: (not face.coordinator, face.name))


def readers(seat: Seat, person: UUID, place: Place, audience: Collection[UUID]) -> list[Reason]:
    """Who would read it with these readers, by the rule itself."""
    found = reasons_if(
        network=seat.network, about=place.about, subject=place.subject, author=person,
        audience=list(audience),
    )  # fmt: skip
    return [one for one in found if one.reads]
