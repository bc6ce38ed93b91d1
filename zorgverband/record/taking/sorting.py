"""Which entries are new, changed, the same as before, or not this person's to write."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.viewer import Seat

from .entry import Entry, Refused
from .known import Known


@dataclass(kw_only=True)
class Sorted:
    """The entries by what must happen. Of `again` a newer item takes the place of the old one,
    because the old item is not this person's, or belongs under another subject."""

    new: list[Entry] = field(default_factory=list)
    again: list[tuple[Entry, Known]] = field(default_factory=list)
    changed: list[tuple[Entry, Known]] = field(default_factory=list)
    unchanged: list[Entry] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def sort_out(
    *, seat: Seat, person: UUID, about: UUID, entries: Sequence[Entry], known: dict[str, Known]
) -> Sorted:
    """Sort the entries. The lock in the database checks again what this person may write."""
    found = Sorted()
    for entry in entries:
        before = known.get(entry.source_id)
        if before is not None and before.digest == entry.digest:
            found.unchanged.append(entry)
        elif before is not None and _older(entry, before):
            found.refused.append(
                Refused(entry=entry, reason=_("Hier staat al een nieuwere versie van."))
            )
        elif not seat.may_write(about=about, subject=entry.subject):
            found.refused.append(Refused(entry=entry, reason=_not_yours(entry)))
        elif before is None:
            found.new.append(entry)
        elif before.author == person and _same_place(entry, before):
            found.changed.append((entry, before))
        else:
            found.again.append((entry, before))
    return found


def _older(entry: Entry, before: Known) -> bool:
    return bool(entry.updated and before.updated and entry.updated < before.updated)


def _same_place(entry: Entry, before: Known) -> bool:
    return (entry.subject, entry.kind) == (before.subject, before.kind)


def _not_yours(entry: Entry) -> str:
    return _("U mag niet schrijven over: %(subject)s.") % {
        "subject": str(entry.subject.label).lower()
    }
