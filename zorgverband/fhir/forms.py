"""What somebody hands over on the page 'Gegevens overnemen', checked before it is read."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile

from zorgverband.base.refusals import Refusal

AT_MOST_MB = 20
AT_MOST = AT_MOST_MB * 1024 * 1024
# In the address of the second page; what is in the file is decided by its content.
NAME = "Het bestand"


class NoFile(Refusal):
    """Kies een bestand."""


class TooLarge(Refusal):
    """Dit bestand is te groot. Het mag 20 MB zijn. Deel het op in kleinere bestanden."""


def read_upload(upload: UploadedFile[bytes] | None) -> bytes:
    """The bytes of the chosen file. Raises NoFile or TooLarge."""
    if upload is None or not upload.size:
        raise NoFile(field="upload")
    if upload.size > AT_MOST:
        raise TooLarge(field="upload")
    return bytes(upload.read())
