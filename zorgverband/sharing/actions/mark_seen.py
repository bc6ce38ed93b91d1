"""Remembering until when somebody has seen the news of a network."""

from datetime import datetime
from uuid import UUID

from ..models import ReadMark


def mark_seen(*, person: UUID, network: UUID, until: datetime) -> None:
    """Move this person's mark to `until`, never backwards."""
    moved = ReadMark.objects.filter(person_id=person, network_id=network)
    if moved.filter(seen_until__lt=until).update(seen_until=until):
        return
    ReadMark.objects.bulk_create(
        [ReadMark(person_id=person, network_id=network, seen_until=until)], ignore_conflicts=True
    )
