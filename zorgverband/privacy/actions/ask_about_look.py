"""Asking about somebody who looked: a question to the contact person, which stays until answered."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.agreements.actions import ask_agreement
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face
from zorgverband.sharing.circles import OWN
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.subjects import Subject

# Not medical: who is asked may be of the social side, and the question names no subject.
SUBJECT = Subject.ARRANGEMENTS


class NobodyToAsk(Refusal):
    """Er is nu niemand die wij dit kunnen vragen. Bel iemand die u vertrouwt."""


@dataclass(frozen=True)
class Contact:
    """Who is asked, and about which client."""

    member: UUID
    name: str
    role: str
    about: UUID

    def audience(self, seat: Seat) -> list[UUID]:
        """The members it is for: the client, who is asked and who asks."""
        return list(dict.fromkeys([self.about, self.member, seat.member]))


def contact_for(
    *, seat: Seat, person: UUID, people: dict[UUID, Face], looked: UUID | None
) -> Contact:
    """The first contact, else the coordinator, else a family member: never who asks, never `looked`
    (the member it is about), and only who would read the question. Raises NobodyToAsk."""
    for about in _abouts(seat, people):
        reads = {
            reason.member
            for reason in reasons_if(
                network=seat.network, about=about, subject=SUBJECT, author=person, audience=None
            )
            if reason.reads
        }
        for face, role in _candidates(people):
            if face.member in reads and face.member not in (seat.member, looked, about):
                return Contact(face.member, face.name, role, about)
    raise NobodyToAsk()


def readers_of(contact: Contact, *, seat: Seat, person: UUID) -> set[UUID]:
    """The persons who will read the question, asked of the rule."""
    found = reasons_if(
        network=seat.network, about=contact.about, subject=SUBJECT, author=person,
        audience=contact.audience(seat),
    )  # fmt: skip
    return {reason.person for reason in found if reason.reads}


def ask_about_look(*, seat: Seat, person: UUID, contact: Contact, question: str, more: str) -> UUID:
    """Ask it; only the client, who asks and who is asked can read it. Answers the item.

    Raises what `ask_agreement` raises.
    """
    made = ask_agreement(
        seat=seat, person=person, about=contact.about, subject=SUBJECT, executor=contact.member,
        what=question, more=more, due_on=None,
        audience=contact.audience(seat), circle=OWN,
    )  # fmt: skip
    return UUID(str(made.item_id))


def _abouts(seat: Seat, people: dict[UUID, Face]) -> list[UUID]:
    """The clients for whom this person may ask, themselves first."""
    found = [
        face.member
        for face in people.values()
        if face.side == Side.CLIENT and seat.may_write(about=face.member, subject=SUBJECT)
        and face.member in seat.abouts
    ]  # fmt: skip
    return sorted(found, key=lambda about: about != seat.member)


def _candidates(people: dict[UUID, Face]) -> list[tuple[Face, str]]:
    active = [face for face in people.values() if face.active]
    return [
        *((face, _("eerste aanspreekpunt")) for face in active if face.first_contact),
        *((face, _("coördinator")) for face in active if face.coordinator),
        *((face, face.function) for face in active if face.side == Side.FAMILY),
    ]
