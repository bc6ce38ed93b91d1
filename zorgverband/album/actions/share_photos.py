"""Sharing photos: one item of small news with the photos that belong to it."""

from collections.abc import Sequence
from typing import IO
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.actions import attach_ready, ready, share
from zorgverband.sharing.subjects import Subject

AT_ONCE = 12
LONGEST = 160


class NoPhoto(Refusal):
    """Kies een foto van uw toestel."""


class TooManyPhotos(Refusal):
    """Dat zijn te veel foto's in één keer. Kies er hoogstens 12."""


class NotAPhoto(Refusal):
    """Een van de bestanden is geen foto. Kies alleen foto's."""


def share_photos(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    subject: Subject,
    words: str,
    shows: str,
    audience: Sequence[UUID] | None,
    circle: str,
    photos: Sequence[tuple[str, IO[bytes]]],
) -> UUID:
    """Put the photos there, each made new without place or device, under one item; answers its id.
    `shows` says what there is to see; empty, the words themselves do. Raises NoPhoto, TooManyPhotos,
    NotAPhoto, and what `share` and `attach` raise."""
    if not photos:
        raise NoPhoto(field="photo")
    if len(photos) > AT_ONCE:
        raise TooManyPhotos(field="photo")
    count = len(photos)
    item = share(
        seat=seat, person=person, about=about, subject=subject, kind="note",
        title=ngettext("Foto", "Foto's", count), body=words, audience=audience, circle=circle,
    )  # fmt: skip
    looked_at = [ready(name, photo) for name, photo in photos]
    if not all(one.small for one in looked_at):
        raise NotAPhoto(field="photo")
    seen = (shows.strip() or words.strip())[:LONGEST]
    for number, photo in enumerate(looked_at, 1):
        one_of = _("foto %(number)s van %(count)s") % {"number": number, "count": count}
        said = f"{seen} ({one_of})" if seen and count > 1 else seen
        attach_ready(seat=seat, item=item.id, file=photo, shows=said)
    return UUID(str(item.id))
