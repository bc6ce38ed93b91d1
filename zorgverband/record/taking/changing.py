"""Bringing items up to date with a source that changed; how they were stays as a version."""

from collections.abc import Sequence
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone
from zorgverband.base.viewer import Seat
from zorgverband.sharing.models import Item, Version

from ..models import MeasurementPart
from .entry import TABLES, Entry
from .known import Known
from .writing import body_of, write_parts


class ChangedInBetween(AlreadyDone):
    """Iemand anders heeft dit net overgenomen. Probeer het nog een keer."""


def change_items(
    *, seat: Seat, person: UUID, changed: Sequence[tuple[Entry, Known]]
) -> dict[UUID, Entry]:
    """Give each of one's own items the new words, keeping the old ones. Raises ChangedInBetween
    when somebody was ahead; then nothing changes."""
    moment = clock.now()
    for entry, before in changed:
        columns = {"happened_at": entry.happened_at} if entry.happened_at else {}
        count = Item.objects.filter(id=before.item, version=before.version).update(
            title=entry.title,
            body=body_of(entry),
            version=before.version + 1,
            edited_at=moment,
            **columns,
        )
        if count != 1:
            raise ChangedInBetween()
    Version.objects.bulk_create(
        Version(
            network_id=seat.network,
            item_id=before.item,
            number=before.version,
            title=before.title,
            body=before.body,
            author_id=person,
            written_at=before.written_at,
        )
        for _entry, before in changed
    )
    _change_rows(seat=seat, person=person, changed=changed)
    return {before.item: entry for entry, before in changed}


def _change_rows(*, seat: Seat, person: UUID, changed: Sequence[tuple[Entry, Known]]) -> None:
    for entry, before in changed:
        table = TABLES.get(entry.kind)
        if table is not None and entry.columns:
            table._default_manager.filter(item_id=before.item).update(
                changed_at=clock.now(), changed_by_id=person, **entry.columns
            )
    items = {before.item: entry for entry, before in changed}
    if any(entry.parts for entry in items.values()):
        MeasurementPart.objects.filter(item_id__in=list(items)).delete()
        write_parts(seat=seat, items=items)


def put_aside(again: Sequence[tuple[Entry, Known]]) -> None:
    """Mark the rows of items whose place a newer item took, so that lists show one of them."""
    moment = clock.now()
    for kind, table in TABLES.items():
        ids = [before.item for _entry, before in again if before.kind == kind]
        if ids:
            table._default_manager.filter(item_id__in=ids).update(replaced_at=moment)
