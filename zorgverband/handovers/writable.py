"""What somebody can hand over: the kinds that fit who they are, and the sections they may state."""

from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, clients
from zorgverband.sharing.subjects import Subject

from .models import HandoverKind
from .sections import HEADER, SECTIONS, Section

_OF_SIDE = {
    Side.CARE: HandoverKind.CARE,
    Side.FAMILY: HandoverKind.CARER,
    Side.SOCIAL: HandoverKind.SUPPORT,
}


def kinds_for(seat: Seat) -> list[HandoverKind]:
    """The kinds of handover for who sits here, the likeliest first; a client hands nothing over."""
    if seat.side == Side.CLIENT:
        return []
    own = [_OF_SIDE[Side(seat.side)]]
    return [HandoverKind.COORDINATOR, *own] if seat.coordinator else own


def subject_for(seat: Seat, about: UUID, subjects: tuple[Subject, ...]) -> Subject | None:
    """The first of these about which this seat may write; None when there is none."""
    household = about == seat.network
    return next(
        (
            one
            for one in subjects
            if not (household and one.medical) and seat.may_write(about=about, subject=one)
        ),
        None,
    )


def header_subject(seat: Seat, about: UUID, kind: str) -> Subject | None:
    """Under which subject a handover of this kind is written; None for who may not."""
    return subject_for(seat, about, HEADER[kind])


def sections_for(seat: Seat, about: UUID, kind: str) -> list[tuple[Section, Subject]]:
    """The sections this seat is asked to state, each with its subject."""
    found = ((one, subject_for(seat, about, one.subjects)) for one in SECTIONS[kind])
    return [(one, subject) for one, subject in found if subject is not None]


def abouts_for(seat: Seat, people: dict[UUID, Face], kind: str) -> list[tuple[UUID, str]]:
    """About whom this seat can write a handover of this kind: clients, and their household."""
    found = [
        (one.member, one.name)
        for one in clients(people)
        if one.active and header_subject(seat, one.member, kind)
    ]
    if len(found) > 1 and header_subject(seat, seat.network, kind):
        found.append((seat.network, _("Het huishouden")))
    return found


def task_subjects(seat: Seat, about: UUID) -> list[Subject]:
    """Under which subjects this seat can put down a task for the receiver."""
    return [
        one
        for one in Subject
        if seat.may_write(about=about, subject=one)
        and one != Subject.CARER
        and not (one.medical and about == seat.network)
    ]
