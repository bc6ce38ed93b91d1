"""Keeping what was changed in who reads what, and the words that were shown with it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.viewer import Seat

from ..grounds import ground_of
from ..models import Change, ChangeWords

Facts = dict[str, Any]


def note_change(
    *,
    kind: Change.Kind,
    seat: Seat,
    person: UUID,
    about: UUID,
    subject: int,
    member: UUID | None = None,
    item: UUID | None = None,
    before: Facts | None = None,
    after: Facts | None = None,
) -> UUID:
    """Write down one change, in the transaction of the act; answers its id."""
    change = Change(
        network_id=seat.network,
        kind=kind,
        about_id=about,
        subject=subject,
        member_id=member,
        item_id=item,
        before=before or {},
        after=after or {},
        person_id=person,
        ground=ground_of(seat, about),
        at=clock.now(),
    )
    Change.objects.bulk_create([change])
    return change.id


def keep_words(*, seat: Seat, changes: Sequence[UUID], words: Sequence[str]) -> None:
    """Keep with each of these changes what was shown when it was confirmed, as far as who acted may
    know of it: somebody of the social side changes a function, and what that does to medical
    permissions is not theirs to know."""
    known = Change.objects.filter(id__in=changes).values_list("id", flat=True) if changes else []
    ChangeWords.objects.bulk_create(
        ChangeWords(network_id=seat.network, change_id=change, words="\n".join(words))
        for change in known
    )
