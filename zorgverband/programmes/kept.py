"""The programmes of a neighbourhood as who keeps them sees them: versions, drafts, what changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from zorgverband.base import clock
from zorgverband.base.programming import Keeping, programme_keepers
from zorgverband.base.refusals import NotHere
from zorgverband.organisations.queries import programmes_kept_by

from .models import ProgrammeVersion
from .queries import Line, Version, read_versions, version


@dataclass
class Shelf:
    """One programme on the list: the newest published version, the neighbourhood's own or else the
    standard one; its draft; and whether the standard one is newer than its own."""

    newest: Version | None = None
    draft: Version | None = None
    standard: Version | None = None

    @property
    def any(self) -> Version:
        """A version to name it by."""
        found = self.newest or self.draft or self.standard
        assert found is not None
        return found

    @property
    def own(self) -> bool:
        """Whether the neighbourhood has one of its own, published or not."""
        return self.draft is not None or (
            self.newest is not None and self.newest.neighbourhood is not None
        )

    @property
    def renewed(self) -> bool:
        """Whether the standard one was published after the newest of its own."""
        mine, theirs = self.newest, self.standard
        if mine is None or theirs is None or mine.neighbourhood is None:
            return False
        return bool(theirs.published_at and mine.published_at and
                    theirs.published_at > mine.published_at)  # fmt: skip


@dataclass(frozen=True)
class Edition:
    """One version in the history: who made and published it, when, and what they wrote about it."""

    version: Version
    note: str
    made_by: str
    made_at: datetime
    published_by: str


@dataclass(frozen=True)
class Changes:
    """How a version differs from the one before."""

    new: list[Line] = field(default_factory=list)
    changed: list[Line] = field(default_factory=list)
    gone: list[Line] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def must_keep(person: UUID, neighbourhood: UUID | None) -> str:
    """The name of a neighbourhood whose programmes this person keeps; raises NotHere for another."""
    for id, name in programmes_kept_by(person):
        if id == neighbourhood:
            return name
    raise NotHere()


def runs(one: Keeping) -> bool:
    """Whether this is so at this moment."""
    now = clock.now()
    return one.starts_at <= now and (one.ends_at is None or one.ends_at > now)


def draft_of(person: UUID, id: UUID) -> Version:
    """A draft of a neighbourhood whose programmes this person keeps; raises NotHere."""
    found = version(id)
    must_keep(person, found.neighbourhood)
    if found.published_at is not None:
        raise NotHere()
    return found


def shelves(neighbourhood: UUID) -> list[Shelf]:
    """Every programme of the neighbourhood, its own or the standard one, by title."""
    rows = ProgrammeVersion.objects.filter(
        Q(programme__neighbourhood=None) | Q(programme__neighbourhood_id=neighbourhood)
    )
    found: dict[str, Shelf] = {}
    for one in read_versions(rows.order_by("number")):
        shelf = found.setdefault(one.code, Shelf())
        if one.neighbourhood is None:
            shelf.standard = one
        elif one.published_at is None:
            shelf.draft = one
        else:
            shelf.newest = one
    for shelf in found.values():
        shelf.newest = shelf.newest or shelf.standard
    return sorted(found.values(), key=lambda shelf: shelf.any.title.casefold())


def history(programme: UUID, neighbourhood: UUID) -> list[Edition]:
    """The versions of one programme, newest first, with who made them."""
    names = {one.person: one.name for one in programme_keepers(neighbourhood)}
    rows = ProgrammeVersion.objects.filter(programme_id=programme).order_by("-number")
    facts = rows.values_list("note", "made_by_id", "made_at", "published_by_id")
    return [
        Edition(one, note, names.get(made_by, ""), made_at, names.get(published_by, ""))
        for one, (note, made_by, made_at, published_by) in zip(
            read_versions(rows), facts, strict=True
        )
    ]


def before(one: Version) -> Version | None:
    """The version before this one; before the first of a neighbourhood: the standard one."""
    own = ProgrammeVersion.objects.filter(programme_id=one.programme, number__lt=one.number)
    standard = ProgrammeVersion.objects.filter(
        programme__code=one.code, programme__neighbourhood=None, published_at__isnull=False
    ).exclude(programme_id=one.programme)
    for rows in (own, standard):
        found = read_versions(rows.order_by("-number")[:1])
        if found:
            return found[0]
    return None


def changes(old: Iterable[Line], new: Iterable[Line]) -> Changes:
    """What came, changed and went between two lists of lines, by kind and code."""
    was = {(one.kind, one.code): one for one in old}
    now = {(one.kind, one.code): one for one in new}
    return Changes(
        new=[one for key, one in now.items() if key not in was],
        changed=[
            one for key, one in now.items()
            if key in was and replace(was[key], id=one.id) != one
        ],
        gone=[one for key, one in was.items() if key not in now],
    )  # fmt: skip
