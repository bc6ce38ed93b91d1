"""Under which subject something that was noticed is put: one its writer may write about, and that
somebody who leads will really read."""

from uuid import UUID

from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face
from zorgverband.sharing.forms import writable_subjects
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.subjects import Subject

from .models import Noticed

USUAL = {
    Noticed.WORSE: Subject.HEALTH,
    Noticed.FALL: Subject.HEALTH,
    Noticed.MOOD: Subject.MIND,
    Noticed.FOOD: Subject.DAY,
    Noticed.ALONE: Subject.PEOPLE,
    Noticed.HOME: Subject.HOME,
    Noticed.GOOD: Subject.DAY,
    Noticed.OTHER: Subject.DAY,
}


def report_abouts(seat: Seat, people: dict[UUID, Face]) -> list[Face]:
    """The clients about whom this seat may write something; a client passes on something about
    themselves too, and comes first."""
    found = [
        face
        for face in people.values()
        if face.side == Side.CLIENT and face.active and writable_subjects(seat, face.member)
    ]
    return sorted(found, key=lambda face: face.member != seat.member)


def heard_by_another(
    *, seat: Seat, person: UUID, about: UUID, subject: Subject, audience: list[UUID]
) -> bool:
    """Whether anybody but who passes it on would read it."""
    found = reasons_if(
        network=seat.network, about=about, subject=subject, author=person, audience=audience
    )
    return any(one.reads and one.person != person for one in found)


def place_for(
    *, seat: Seat, person: UUID, about: UUID, noticed: Noticed, audience: list[UUID],
    people: dict[UUID, Face],
) -> Subject | None:  # fmt: skip
    """The usual subject when it may be written, else daily life, else another: of these the first that
    who coordinates would read, else the first that anybody who leads besides the client would read,
    else the first. What may be written as medical stays so, whoever coordinates: it is not told to the
    social side under another name. None when nothing may be written about `about`."""
    writable = writable_subjects(seat, about)
    if USUAL[noticed].medical and USUAL[noticed] in writable:
        return USUAL[noticed]
    order = [one for one in (USUAL[noticed], Subject.DAY) if one in writable]
    order += [one for one in writable if one not in order and not one.medical]
    second: Subject | None = None
    for subject in dict.fromkeys(order):
        found = reasons_if(
            network=seat.network, about=about, subject=subject, author=person, audience=audience
        )
        reading = {one.member for one in found if one.reads and one.person != person}
        if any(people[one].coordinator for one in reading if one in people):
            return subject
        if second is None and reading - {about}:
            second = subject
    return second or next(iter(order or writable), None)
