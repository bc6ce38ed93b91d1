"""Showing a photo of oneself to the members of one's networks, another one, and none any more."""

from functools import partial
from typing import IO
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.people.models import Portrait
from zorgverband.sharing.actions.attach import square_photo

# Sharp at the largest size on a page, and a few kilobytes.
SIDE = 240


class NoPhoto(Refusal):
    """Kies eerst een foto."""


def set_portrait(*, person: UUID, upload: IO[bytes] | None) -> None:
    """From here this is the photo of who entered; the one before is thrown away. Raises NoPhoto, or what
    `square_photo` raises."""
    if upload is None:
        raise NoPhoto(field="upload")
    stored = default_storage.save(
        f"portraits/{new_id()}.jpg", ContentFile(square_photo(upload, side=SIDE))
    )
    _throw_away(person)
    row = Portrait(person_id=person, stored_as=stored, set_at=clock.now())
    Portrait.objects.bulk_create([row])


def remove_portrait(*, person: UUID) -> None:
    """No photo any more, and none kept. Raises NotHere where there was none."""
    if not _throw_away(person):
        raise NotHere()


def _throw_away(person: UUID) -> int:
    for row in Portrait.objects.filter(person_id=person):
        # Not before it is sure that nobody is shown it any more.
        transaction.on_commit(partial(default_storage.delete, row.stored_as))
    return Portrait.objects.filter(person_id=person).delete()[0]
