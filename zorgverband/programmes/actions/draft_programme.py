"""Changing a programme: a draft that only its keepers see, published as a new version."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import AlreadyDone, NotHere, Refusal
from zorgverband.sharing.subjects import Subject

from ..kept import draft_of, must_keep
from ..models import Programme, ProgrammeLine, ProgrammeVersion
from ..queries import lines
from ..queries import published as published_version

LONGEST_REVIEW = 104


class NoTitle(Refusal):
    """Geef het programma een naam."""


class WrongWeeks(Refusal):
    """Vul een aantal weken in, van 1 tot en met 104."""


class NoLines(Refusal):
    """Er staat nog niets in dit programma. Zet er eerst iets in."""


class NoNote(Refusal):
    """Schrijf kort op wat er nieuw of anders is. Anderen lezen dat terug."""


class NoDraftAnyMore(AlreadyDone):
    """Deze versie is al gepubliceerd of weggegooid. Kijk eerst hoe het nu is."""


@dataclass(frozen=True)
class Head:
    """What stands above the lines: the name, for whom it is, under which subject it is noted in a plan
    that it began with it, and after how many weeks one looks back."""

    title: str
    summary: str
    subject: Subject
    review_weeks: int | None

    def checked(self) -> dict[str, object]:
        """The columns. Raises NoTitle or WrongWeeks."""
        if not self.title.strip():
            raise NoTitle(field="title")
        if self.review_weeks is None or not 1 <= self.review_weeks <= LONGEST_REVIEW:
            raise WrongWeeks(field="review_weeks")
        return {
            "title": self.title.strip(), "summary": self.summary.strip(),
            "subject": self.subject.value, "review_weeks": self.review_weeks,
        }  # fmt: skip


def copy_programme(*, person: UUID, neighbourhood: UUID, version: UUID) -> UUID:
    """Begin a draft for the neighbourhood with the lines of a published version: of its own, or of
    the standard one. Answers the draft; the one that was there already when there is one.

    Raises NotHere for who does not keep its programmes, or a version of another neighbourhood.
    """
    must_keep(person, neighbourhood)
    source = published_version(version)
    if source.neighbourhood not in (None, neighbourhood):
        raise NotHere()
    programme = Programme.objects.filter(code=source.code, neighbourhood_id=neighbourhood).first()
    if programme is None:
        programme = Programme(code=source.code, neighbourhood_id=neighbourhood)
        Programme.objects.bulk_create([programme])
    there = programme.versions.filter(published_at=None).values_list("id", flat=True).first()
    if there is not None:
        return UUID(str(there))
    head = Head(source.title, source.summary, Subject(source.subject), source.review_weeks)
    draft = _draft(programme, person, head)
    rows = ProgrammeLine.objects.filter(version_id=version)
    copies = list(rows)
    for row in copies:
        row.id, row.version_id = new_id(), draft
    ProgrammeLine.objects.bulk_create(copies)
    return draft


def new_programme(*, person: UUID, neighbourhood: UUID, head: Head) -> UUID:
    """Begin a draft of a programme the neighbourhood makes itself. Raises NotHere, NoTitle or
    WrongWeeks."""
    must_keep(person, neighbourhood)
    head.checked()
    id = new_id()
    programme = Programme(id=id, code=f"own_{id.hex}", neighbourhood_id=neighbourhood)
    Programme.objects.bulk_create([programme])
    return _draft(programme, person, head)


def _draft(programme: Programme, person: UUID, head: Head) -> UUID:
    number = programme.versions.aggregate(last=Max("number"))["last"] or 0
    row = ProgrammeVersion(
        id=new_id(), programme=programme, number=number + 1, made_at=clock.now(), made_by_id=person,
        **head.checked(),
    )  # fmt: skip
    ProgrammeVersion.objects.bulk_create([row])
    return UUID(str(row.id))


def change_programme(*, person: UUID, version: UUID, head: Head) -> None:
    """Give a draft this name, subject and term. Raises NotHere, NoTitle, WrongWeeks or
    NoDraftAnyMore."""
    draft_of(person, version)
    _update(version, **head.checked())


def publish_programme(*, person: UUID, version: UUID, note: str) -> None:
    """From now on this is the programme of the neighbourhood; plans that began with an earlier
    version keep that one. Raises NotHere, NoLines, NoNote or NoDraftAnyMore."""
    draft_of(person, version)
    if not any(one.kind != "party" for one in lines(version)):
        raise NoLines()
    if not note.strip():
        raise NoNote(field="note")
    _update(version, note=note.strip(), published_at=clock.now(), published_by_id=person)


def discard_draft(*, person: UUID, version: UUID) -> None:
    """Throw a draft away. Raises NotHere or NoDraftAnyMore."""
    draft_of(person, version)
    ProgrammeLine.objects.filter(version_id=version).delete()
    if not ProgrammeVersion.objects.filter(id=version, published_at=None).delete()[0]:
        raise NoDraftAnyMore()


def _update(version: UUID, **columns: object) -> None:
    if not ProgrammeVersion.objects.filter(id=version, published_at=None).update(**columns):
        raise NoDraftAnyMore()
