"""A consultation of professionals about a client, who reads along: nobody is talked about in secret."""

from collections.abc import Collection
from uuid import UUID

from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, clients, faces
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.circles import OWN
from zorgverband.sharing.models import Item
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.subjects import Subject

from .begin_conversation import CONSULTATION, begin_conversation

PROFESSIONAL = (Side.CARE, Side.SOCIAL)


class ForProfessionals(NotYours):
    """Een bespreking beginnen alleen mensen die hier voor hun werk zijn.
    U kunt wel een gesprek beginnen."""


class AboutAClient(Refusal):
    """Een bespreking gaat over één cliënt. Kies over wie het gaat."""


class NobodyNamed(Refusal):
    """Kies met wie u wilt bespreken."""


class CannotJoin(Refusal):
    """{name} leest hier niet over dit onderwerp, en kan dus niet meepraten.
    Wie beslist, kan dat veranderen."""


def begin_consultation(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    subject: Subject,
    topic: str,
    body: str,
    named: Collection[UUID],
) -> Item:
    """Begin one with these members, all professionals who read about the subject. The client reads
    along by the rule. Raises ForProfessionals, AboutAClient, NobodyNamed, CannotJoin, and what
    `begin_conversation` raises."""
    people = faces(seat.network)
    if seat.side not in PROFESSIONAL:
        raise ForProfessionals()
    if not seat.may_write(about=about, subject=subject):
        raise MayNotWrite(field="subject")
    if about not in {one.member for one in clients(people) if one.active}:
        raise AboutAClient(field="about")
    others = [one for one in dict.fromkeys(named) if one != seat.member]
    if not others:
        raise NobodyNamed(field="member")
    fit = {one.member for one in who_can_join(seat, person, about, subject, people)}
    for one in others:
        if one not in fit:
            name = people[one].name if one in people else "…"
            raise CannotJoin(field="member", name=name)
    return begin_conversation(
        seat=seat, person=person, about=about, subject=subject, topic=topic, body=body,
        audience=[about, seat.member, *others], circle=OWN, kind=CONSULTATION,
    )  # fmt: skip


def who_can_join(
    seat: Seat, person: UUID, about: UUID, subject: Subject, people: dict[UUID, Face]
) -> list[Face]:
    """The other professionals who read about this subject of this client, asked of the rule."""
    reading = reasons_if(
        network=seat.network, about=about, subject=subject, author=person, audience=None
    )
    members = {one.member for one in reading if one.reads}
    return [
        face
        for face in people.values()
        if face.active and face.side in PROFESSIONAL and face.member in members
        and face.member != seat.member
    ]  # fmt: skip
