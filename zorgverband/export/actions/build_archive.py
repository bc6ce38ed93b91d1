"""Making a large archive in the background, as the person who asked, under their lock."""

from tempfile import TemporaryFile
from uuid import UUID

from django.core.files.base import File
from django.core.files.storage import default_storage

from zorgverband.base import clock, taking
from zorgverband.base.ids import new_id
from zorgverband.base.viewer import enter

from ..archive import write_archive
from ..contents import gather
from ..models import Taking

FOLDER = "taken-along"


def build_archive(*, row: UUID) -> str:
    """Make and store the archive of this taking; its name in storage, '' when there was nothing to
    make: done already, over, or the right is gone. Call it inside a transaction."""
    found = taking.taking_to_build(row)
    if found is None:
        return ""
    person, network = found
    seat = enter(person=person, networks=[network]).seats.get(network)
    wanted = Taking.objects.select_for_update().filter(id=row, built_at=None).first()
    if seat is None or wanted is None:
        return ""
    contents = gather(seat=seat, person=person, about=wanted.about_id)
    with TemporaryFile() as archive:
        write_archive(archive, contents)
        place = default_storage.save(f"{FOLDER}/{new_id()}.zip", File(archive))
    Taking.objects.filter(id=row).update(
        items=[item["id"] for item in contents.items], stored_as=place, built_at=clock.now()
    )
    return place
