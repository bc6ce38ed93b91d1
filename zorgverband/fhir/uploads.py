"""Files that wait between choosing and confirming: in the storage, under the person's own name,
for an hour. The browser gets only a name that is worth nothing to anybody else."""

from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import Refusal

FOLDER = "waiting"
KEPT = timedelta(hours=1)


class NotKept(Refusal):
    """Dit bestand is niet bewaard, of het is meer dan een uur geleden. Kies het opnieuw."""

    status = 410


def keep(*, person: UUID, network: UUID, content: bytes) -> UUID:
    """Keep a file for an hour and answer under what name. Takes away what is older, of everybody:
    what waits is never kept longer than until the next upload after its hour."""
    clear_old()
    upload = new_id()
    default_storage.save(_place(person, network, upload), ContentFile(content))
    return upload


def kept(*, person: UUID, network: UUID, upload: UUID) -> bytes:
    """The file this person left here for this network. Raises NotKept."""
    place = _place(person, network, upload)
    if not default_storage.exists(place) or _is_old(place):
        raise NotKept()
    with default_storage.open(place) as file:
        return bytes(file.read())


def forget(*, person: UUID, network: UUID, upload: UUID) -> None:
    """Take the file away; no error when it is gone."""
    default_storage.delete(_place(person, network, upload))


def clear_old() -> None:
    """Take away everything that waited longer than an hour."""
    if not default_storage.exists(FOLDER):
        return
    for person in default_storage.listdir(FOLDER)[0]:
        for name in default_storage.listdir(f"{FOLDER}/{person}")[1]:
            # Another may take it away, or be ready with it, in between.
            with suppress(FileNotFoundError):
                if _is_old(f"{FOLDER}/{person}/{name}"):
                    default_storage.delete(f"{FOLDER}/{person}/{name}")


def _place(person: UUID, network: UUID, upload: UUID) -> str:
    return f"{FOLDER}/{person}/{network}-{upload}"


def _is_old(place: str) -> bool:
    return default_storage.get_modified_time(place) < clock.now() - KEPT
