"""Downloading a photo or file: only through the lock, never by guessing an address; and for as long
as the right to it lasts."""

import time
from collections.abc import Iterable, Iterator
from typing import cast
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import transaction
from django.http import FileResponse, HttpResponse
from django.views.decorators.http import require_safe

from zorgverband.base.refusals import NotHere
from zorgverband.base.viewer import enter

from ..doors import READ, Here, network_door
from ..models import Attachment

# Seconds between two questions whether somebody may still have the rest of a file.
ASK_AGAIN = 1.0


@require_safe
@network_door
def file(here: Here, file_id: UUID) -> FileResponse | HttpResponse:
    """The file itself, to be saved; a photo is shown."""
    found = _attachment(here, file_id)
    answer = _send(found.stored_as, found.content_type, found.name)
    pieces = cast("Iterator[bytes]", answer.streaming_content)
    answer.streaming_content = _as_long_as_readable(here, file_id, pieces)
    return answer


@require_safe
@network_door
def small_picture(here: Here, file_id: UUID) -> FileResponse | HttpResponse:
    """A small version of a photo, for in the timeline."""
    found = _attachment(here, file_id)
    if not found.thumbnail:
        raise NotHere()
    return _send(found.thumbnail, "image/jpeg", "foto.jpg")


def _as_long_as_readable(here: Here, file_id: UUID, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a large file; on a slow line the rule is asked again every second, and who lost
    the right gets no more. The browser then says that the download failed."""
    asked = time.monotonic()
    for piece in pieces:
        if time.monotonic() - asked >= ASK_AGAIN:
            with transaction.atomic():
                enter(person=here.person, networks=[here.network])
                there = Attachment.objects.filter(network_id=here.network, id=file_id).exists()
            if not there:
                return
            asked = time.monotonic()
        yield piece


def _attachment(here: Here, file_id: UUID) -> Attachment:
    found = Attachment.objects.filter(network_id=here.network, id=file_id).first()
    if found is None:
        raise NotHere()
    here.touch(READ, found.item_id)
    return found


def _send(place: str, content_type: str, name: str) -> FileResponse:
    response = FileResponse(
        default_storage.open(place),
        content_type=content_type,
        filename=name,
        as_attachment=not content_type.startswith("image/"),
    )
    # Whatever a file pretends to be, nothing in it runs.
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, no-store"
    return response
