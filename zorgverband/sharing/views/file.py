"""Downloading a photo or file: only through the lock, never by guessing an address."""

from uuid import UUID

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse
from django.views.decorators.http import require_GET

from zorgverband.base.refusals import NotHere

from ..doors import READ, Here, network_door
from ..models import Attachment


@require_GET
@network_door
def file(here: Here, file_id: UUID) -> FileResponse | HttpResponse:
    """The file itself, to be saved; a photo is shown."""
    found = _attachment(here, file_id)
    return _send(found.stored_as, found.content_type, found.name)


@require_GET
@network_door
def small_picture(here: Here, file_id: UUID) -> FileResponse | HttpResponse:
    """A small version of a photo, for in the timeline."""
    found = _attachment(here, file_id)
    if not found.thumbnail:
        raise NotHere()
    return _send(found.thumbnail, "image/jpeg", "foto.jpg")


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
