"""The one file: a ZIP with a document to read, data, attachments, the log and a checksum list."""

import hashlib
import zipfile
from collections.abc import Iterator
from typing import IO, Any
from uuid import UUID

from django.core.files.storage import default_storage
from django.utils import translation
from django.utils.translation import gettext as _

from zorgverband.base.clock import today

from .contents import Contents
from .machine import as_json, log_table
from .readable import documents

SUMS, FACTS, LOG, FILES = (
    "SHA256SUMS", "gegevens.json", "wie-heeft-gekeken.csv", "bijlagen",
)  # fmt: skip
PIECE = 1024 * 1024


def write_archive(out: IO[bytes], contents: Contents) -> None:
    """Write the archive to `out`, and go back to its beginning."""
    paths = attachment_paths(contents)
    sums = {}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in _made(contents, paths):
            archive.writestr(_entry(name, contents), content)
            sums[name] = hashlib.sha256(content).hexdigest()
        for item in contents.items:
            for file in item["files"]:
                sums[paths[file["id"]]] = _copy(archive, file, paths[file["id"]], contents)
        lines = "".join(f"{digest}  {name}\n" for name, digest in sums.items())
        archive.writestr(_entry(SUMS, contents), lines)
    out.seek(0)


def _made(contents: Contents, paths: dict[UUID, str]) -> Iterator[tuple[str, bytes]]:
    with translation.override("nl"):
        yield from documents(contents)
        yield FACTS, as_json(contents, paths)
        yield LOG, log_table(contents)


def attachment_paths(contents: Contents) -> dict[UUID, str]:
    """Where each attachment stands in the archive: numbered, so that no two names meet."""
    files = [file for item in contents.items for file in item["files"]]
    return {
        file["id"]: f"{FILES}/{number:04d} {file['name']}"
        for number, file in enumerate(files, start=1)
    }


def _copy(archive: zipfile.ZipFile, file: dict[str, Any], path: str, contents: Contents) -> str:
    """Put the bytes as they are stored into the archive; their checksum."""
    digest = hashlib.sha256()
    with (
        default_storage.open(file["stored_as"]) as source,
        archive.open(_entry(path, contents), "w", force_zip64=True) as target,
    ):
        while piece := source.read(PIECE):
            digest.update(piece)
            target.write(piece)
    return digest.hexdigest()


def _entry(name: str, contents: Contents) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, contents.made_at.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    # Readable by who unpacks it alone.
    entry.external_attr = 0o600 << 16
    return entry


def file_name() -> str:
    """'dossier-2026-11-20.zip': the name of a person does not belong in a list of downloads."""
    return f"{_('dossier')}-{today().isoformat()}.zip"
