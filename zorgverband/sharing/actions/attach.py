"""Adding a photo or file to one's own item: type by content, photos made new without location."""

import io
import math
from dataclasses import dataclass
from typing import IO, Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageOps

from zorgverband.base.ids import new_id
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat

from ..models import Attachment

AT_MOST_MB = 10
AT_MOST = AT_MOST_MB * 1024 * 1024
LONGEST_SIDE, SMALL_SIDE = 2400, 480
# A small picture can unfold into gigabytes; a phone's photo has at most some 50 million pixels.
MOST_PIXELS = 60_000_000


class TooLarge(Refusal):
    """Dit bestand is te groot ({size} MB). Het mag 10 MB zijn. Kies een kleiner bestand."""


class UnknownType(Refusal):
    """Dit soort bestand kunnen wij niet bewaren. Kies een foto (JPEG, PNG, WebP) of een PDF."""


class BrokenFile(Refusal):
    """Dit bestand is beschadigd. Open het op uw toestel, bewaar het opnieuw en kies het nog eens."""


@dataclass(frozen=True)
class Ready:
    """An upload that can be kept: what it is by its bytes, and of a photo a small picture."""

    name: str
    content_type: str
    stored: bytes
    small: bytes | None


def ready(name: str, upload: IO[bytes]) -> Ready:
    """The upload as it may be kept; nothing of it is kept yet. Raises TooLarge, UnknownType or
    BrokenFile."""
    kind, stored, small = _safe(_read(upload))
    return Ready(name, kind, stored, small)


def attach(*, seat: Seat, item: UUID, name: str, upload: IO[bytes], shows: str = "") -> Attachment:
    """Store the upload with the item; `shows` says of a photo what there is to see. Raises TooLarge,
    UnknownType or BrokenFile; the lock refuses an item the viewer may not write about."""
    return attach_ready(seat=seat, item=item, file=ready(name, upload), shows=shows)


def attach_ready(*, seat: Seat, item: UUID, file: Ready, shows: str = "") -> Attachment:
    """The same with what was looked at before: of several files none is kept when one is refused."""
    ending = {"image/jpeg": ".jpg", "application/pdf": ".pdf"}[file.content_type]
    place = f"{seat.network}/{new_id()}"
    small = (
        default_storage.save(place + "-small.jpg", ContentFile(file.small)) if file.small else ""
    )
    attachment = Attachment(
        network_id=seat.network,
        item_id=item,
        name=_clean_name(file.name, ending),
        content_type=file.content_type,
        size=len(file.stored),
        stored_as=default_storage.save(place + ending, ContentFile(file.stored)),
        thumbnail=small,
        shows=shows.strip() if small else "",
    )
    Attachment.objects.bulk_create([attachment])
    return attachment


def square_photo(upload: IO[bytes], *, side: int) -> bytes:
    """A photo made new, cut to a square of so many pixels. Raises TooLarge, UnknownType or BrokenFile."""
    content = _read(upload)
    if not _is_photo(content):
        raise UnknownType(field="upload")
    out = io.BytesIO()
    ImageOps.fit(_fresh(content), (side, side)).save(out, "JPEG", quality=85)
    return out.getvalue()


def _read(upload: IO[bytes]) -> bytes:
    content = upload.read(AT_MOST + 1)
    if len(content) > AT_MOST:
        # Never "10 MB, it may be 10 MB".
        size = math.ceil(max(getattr(upload, "size", 0), len(content)) / 1024 / 1024)
        raise TooLarge(field="upload", size=str(size))
    return content


def _safe(content: bytes) -> tuple[str, bytes, bytes | None]:
    """Content type by what the bytes are, the bytes to keep, and a small picture of a photo."""
    if content.startswith(b"%PDF-"):
        return "application/pdf", content, None
    if _is_photo(content):
        return "image/jpeg", *_photo(content)
    raise UnknownType(field="upload")


def _is_photo(content: bytes) -> bool:
    """Whether these bytes begin as a JPEG, PNG or WebP."""
    return (
        content[:3] == b"\xff\xd8\xff"
        or content[:8] == b"\x89PNG\r\n\x1a\n"
        or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")
    )


def _photo(content: bytes) -> tuple[bytes, bytes]:
    picture = _fresh(content)
    return _jpeg(picture, LONGEST_SIDE), _jpeg(picture, SMALL_SIDE)


def _fresh(content: bytes) -> Image.Image:
    try:
        with Image.open(io.BytesIO(content)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise BrokenFile(field="upload")
            # A fresh picture holds nothing of the camera, the place or the owner.
            upright: Any = ImageOps.exif_transpose(opened)
            picture = Image.new("RGB", upright.size, "white")
            mask = upright.convert("RGBA").getchannel("A") if "A" in upright.getbands() else None
            picture.paste(upright.convert("RGB"), mask=mask)
    except BrokenFile:
        raise
    except Exception as error:
        # A decoder fails in as many ways as files can be damaged.
        raise BrokenFile(field="upload") from error
    return picture


def _jpeg(picture: Image.Image, side: int) -> bytes:
    copy = picture.copy()
    copy.thumbnail((side, side))
    out = io.BytesIO()
    copy.save(out, "JPEG", quality=85)
    return out.getvalue()


def _clean_name(name: str, ending: str) -> str:
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    kept = "".join(letter for letter in stem if letter.isprintable() and letter not in '"<>:|?*')
    return (kept.strip()[:80] or "bestand") + ending
