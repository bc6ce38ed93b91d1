"""Adding a letter or other document: an item of kind 'document' with its file."""

from typing import IO
from uuid import UUID

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.actions import attach
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .ground import put_down


class NoFile(Refusal):
    """Kies een bestand."""


def add_document(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    subject: Subject,
    title: str,
    file_name: str,
    upload: IO[bytes] | None,
    note: str = "",
) -> Item:
    """Add a document about `about` under a subject; who reads the subject reads the document.

    Raises NoName, NoFile, what `attach` refuses about the file, and what sharing refuses.
    """
    if upload is None:
        raise NoFile(field="upload")
    item = put_down(
        seat=seat,
        person=person,
        about=about,
        subject=subject,
        kind="document",
        title=title,
        body=note,
    )
    attach(seat=seat, item=item.id, name=file_name, upload=upload)
    return item
