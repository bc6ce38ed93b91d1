"""Taking over entries of another system: new ones written, changed ones renewed, none twice."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from zorgverband.base.ids import new_id
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence
from zorgverband.sharing.actions import attach

from ..taking.changing import change_items, put_aside
from ..taking.entry import Entry, Refused, TakenOver
from ..taking.known import Known, known_sources
from ..taking.sorting import Sorted, sort_out
from ..taking.writing import write_items, write_rows, write_sources

_LONG_AGO = datetime(1, 1, 2, tzinfo=UTC)


def take_over(*, seat: Seat, person: UUID, about: UUID, entries: Sequence[Entry]) -> TakenOver:
    """Write all entries down about one client, in the transaction of the caller.

    An entry whose source came before with the same digest changes nothing. A changed one becomes a
    new version of this person's own item, or a newer item in the place of another's. For each
    subject one event is noted, so that who may read it is told once.
    """
    known = known_sources(network=seat.network, about=about, ids=[e.source_id for e in entries])
    sorted_ = sort_out(seat=seat, person=person, about=about, entries=entries, known=known)
    note_presence(seat=seat, person=person, medical=True)
    created = _create(seat=seat, person=person, about=about, found=sorted_)
    changed = change_items(seat=seat, person=person, changed=sorted_.changed)
    write_sources(
        seat=seat,
        items=created | changed,
        versions={before.item: before.version + 1 for _entry, before in sorted_.changed},
    )
    refused = [*sorted_.refused, *_attach(seat, created)]
    _tell(seat, person, created | changed)
    return TakenOver(created=created, changed=changed, unchanged=sorted_.unchanged, refused=refused)


def _create(*, seat: Seat, person: UUID, about: UUID, found: Sorted) -> dict[UUID, Entry]:
    """Write what is new, and what takes the place of an older item."""
    again = [entry for entry, _before in found.again]
    created = write_items(seat=seat, person=person, about=about, entries=[*found.new, *again])
    written = {id(entry) for entry in created.values()}
    rest = [entry for entry in [*found.new, *again] if id(entry) not in written]
    if rest:
        rest = _not_done_meanwhile(seat=seat, about=about, rest=rest, found=found)
        created |= _write_apart(seat=seat, person=person, about=about, entries=rest)
    put_aside(found.again)
    write_rows(seat=seat, about=about, items=created)
    return created


def _not_done_meanwhile(
    *, seat: Seat, about: UUID, rest: Sequence[Entry], found: Sorted
) -> list[Entry]:
    """Without those that somebody else took over, from the same file, a moment ago."""
    known = known_sources(network=seat.network, about=about, ids=[one.source_id for one in rest])
    same = [one for one in rest if _digest(known, one) == one.digest]
    found.unchanged += same
    return [one for one in rest if _digest(known, one) != one.digest]


def _digest(known: Mapping[str, Known], entry: Entry) -> str:
    before = known.get(entry.source_id)
    return before.digest if before else ""


def _write_apart(
    *, seat: Seat, person: UUID, about: UUID, entries: Sequence[Entry]
) -> dict[UUID, Entry]:
    """Write items whose source already has an item here: an older one, or one that this person
    cannot read. Of that nothing is said; the new item gets a name of its own."""
    own = {f"{one.source_id}~{new_id()}": one for one in entries}
    apart = [replace(one, source_id=name) for name, one in own.items()]
    written = write_items(seat=seat, person=person, about=about, entries=apart)
    return {item: own[entry.source_id] for item, entry in written.items()}


def _attach(seat: Seat, items: Mapping[UUID, Entry]) -> list[Refused]:
    refused = []
    for id, entry in items.items():
        for file in entry.enclosed:
            try:
                attach(seat=seat, item=id, name=file.name, upload=io.BytesIO(file.content))
            except Refusal as refusal:
                refused.append(Refused(entry=entry, reason=refusal.sentence, file=file.name))
    return refused


def _tell(seat: Seat, person: UUID, items: Mapping[UUID, Entry]) -> None:
    """One event for each subject, at the item that happened last; one with few readers speaks
    only where there is no other."""
    newest: dict[int, tuple[bool, datetime, UUID]] = {}
    for item, entry in items.items():
        place = (not entry.restricted, entry.happened_at or _LONG_AGO, item)
        newest[entry.subject] = max(place, newest.get(entry.subject, place))
    for _subject, (_open, _when, item) in sorted(newest.items()):
        record(verb="took_over", network=seat.network, person=person, item=item)
