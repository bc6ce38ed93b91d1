"""Remembering how far somebody has read a conversation."""

from uuid import UUID

from zorgverband.base import clock

from ..models import ReadingMark


def mark_read(*, person: UUID, item: UUID, until: int) -> None:
    """Move this person's mark to message number `until`, never backwards."""
    mine = ReadingMark.objects.filter(person_id=person, item_id=item)
    if mine.filter(seen__lte=until).update(seen=until, seen_at=clock.now()):
        return
    mark = ReadingMark(person_id=person, item_id=item, seen=until, seen_at=clock.now())
    ReadingMark.objects.bulk_create([mark], ignore_conflicts=True)
