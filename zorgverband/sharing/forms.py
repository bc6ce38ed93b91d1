"""What somebody fills in to write something, checked into values the actions take."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face

from .circles import CIRCLES, EVERYONE, FAMILY_CARE, OWN, audience_of
from .subjects import Subject


class NoReaders(Refusal):
    """Kies wie dit mag lezen."""


class UnknownChoice(Refusal):
    """Deze keuze bestaat niet meer. Laad de bladzijde opnieuw en kies nog eens."""


class NothingToWrite(Refusal):
    """U kunt in dit netwerk nog niets schrijven. Vraag het aan de cliënt of de coördinator."""

    status = 403


@dataclass(frozen=True)
class Draft:
    """A message that is being written: everything chosen so far, with what may be chosen."""

    title: str
    body: str
    about: UUID
    subject: Subject
    circle: str
    chosen: frozenset[UUID]
    source: UUID | None = None

    def audience(self, people: Iterable[Face]) -> list[UUID] | None:
        """The members that may read it, None for everyone whom permissions let read.

        A medical item in the circle of family and care needs no list: the wall keeps the social
        side out, and a nurse or GP who joins later must be able to read back.
        """
        if self.subject.medical and self.circle in (EVERYONE, FAMILY_CARE):
            return None
        return audience_of(self.circle, people, self.chosen)


def writable_abouts(seat: Seat, people: dict[UUID, Face]) -> list[tuple[UUID, str]]:
    """About whom this person may write: clients, the household, a carer about themselves."""
    found = [
        (face.member, face.name)
        for face in people.values()
        if face.side == Side.CLIENT and face.active and _writes(seat, face.member)
    ]
    if len(found) > 1 and _writes(seat, seat.network):
        found.append((seat.network, _("Het huishouden")))
    if seat.side == Side.FAMILY:
        found.append((seat.member, _("Mijzelf, als mantelzorger")))
    return found


def _writes(seat: Seat, about: UUID) -> bool:
    keys = seat.abouts.get(about)
    return keys is not None and keys.write != 0 and not seat.inside


def writable_subjects(seat: Seat, about: UUID) -> list[Subject]:
    """The subjects this person may write on about this client, carer or household."""
    if about == seat.member and seat.side == Side.FAMILY:
        return [Subject.CARER]
    return [
        subject
        for subject in Subject
        if seat.may_write(about=about, subject=subject)
        and not (subject.medical and about == seat.network)
        and subject is not Subject.CARER
    ]


def subject_options(subjects: list[Subject]) -> list[tuple[str, list[tuple[int, str]]]]:
    """These subjects for a select field, in two groups; an empty group is left out."""
    groups = (
        (_("Het gewone leven"), [subject for subject in subjects if not subject.medical]),
        (_("Gezondheid"), [subject for subject in subjects if subject.medical]),
    )
    return [(name, [(s.value, str(s.label)) for s in group]) for name, group in groups if group]


def read_draft(data: QueryDict, *, seat: Seat, people: dict[UUID, Face]) -> Draft:
    """The draft in a form or address. Raises UnknownChoice for values that were never offered."""
    abouts = [about for about, _name in writable_abouts(seat, people)]
    if not abouts:
        raise NothingToWrite()
    try:
        about = UUID(str(data["about"])) if data.get("about") else abouts[0]
        subjects = writable_subjects(seat, about)
        wanted = int(data.get("subject") or 0)
        subject = Subject(wanted) if wanted else _first(subjects)
        chosen = frozenset(UUID(value) for value in data.getlist("member"))
        source = UUID(str(data["source"])) if data.get("source") else None
    except (ValueError, IndexError):
        raise UnknownChoice() from None
    circle = data.get("circle") or (FAMILY_CARE if subject.medical else EVERYONE)
    if circle not in CIRCLES:
        raise UnknownChoice(field="circle")
    if subject.medical and circle == EVERYONE:
        circle = FAMILY_CARE
    return Draft(
        title=data.get("title", ""),
        body=data.get("body", ""),
        about=about,
        subject=subject,
        circle=circle,
        chosen=chosen,
        source=source,
    )


def _first(subjects: list[Subject]) -> Subject:
    return Subject.DAY if Subject.DAY in subjects else subjects[0]


def checked(draft: Draft, *, people: dict[UUID, Face]) -> Draft:
    """The draft itself when it can be posted; raises NoReaders when own choice is empty."""
    if draft.circle == OWN and not draft.chosen & people.keys():
        raise NoReaders(field="member")
    return draft
