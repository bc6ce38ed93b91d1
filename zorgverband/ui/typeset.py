"""Paper: words and a shape become a tagged PDF that a screen reader can follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson
import typst
from django.http import HttpResponse

from zorgverband.base.clock import today

from . import fonts
from .letters import shown
from .pictures import as_drawing

NO_PICTURES: Mapping[str, bytes] = {}


def as_pdf(
    shape: Path,
    words: Mapping[str, Any],
    *,
    made_at: datetime,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> bytes:
    """The PDF (PDF/UA-1) of a shape, a Typst file that reads `words` from its one input of that name
    and `pictures`, photos by name, as files beside it.

    Nothing in the words is read as markup. A letter that no font on this machine has becomes an open
    square: the paper is made all the same. The same shape, words, pictures and moment give the same
    bytes on one machine.
    """

    # The package takes files by name; its types do not say so.
    drawings = {name: as_drawing(photo) for name, photo in pictures.items()}
    files: Any = {"main": shape.read_bytes(), **drawings}

    def made(words: Mapping[str, Any]) -> bytes:
        done: Any = typst.compile(
            files,
            font_paths=fonts.installed(),
            format="pdf",
            sys_inputs={"words": orjson.dumps(words).decode()},
            pdf_standards="ua-1",
            timestamp=int(made_at.timestamp()),
        )
        return bytes(done)

    try:
        return made(words)
    except typst.TypstError:
        return made(shown(words))


@dataclass(frozen=True)
class Printed:
    """What stands on one paper: its words, the items they come from (for the access log), when it
    was made, and the pictures on it by the name its words call them."""

    words: dict[str, Any]
    items: frozenset[UUID]
    made_at: datetime
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def pdf(self, shape: Path) -> bytes:
        """The paper itself, in this shape."""
        return as_pdf(shape, self.words, made_at=self.made_at, pictures=self.pictures)


def paper(content: bytes, name: str) -> HttpResponse:
    """A PDF to look at and print, kept by no browser and no cache. Its name says what it is and of
    which day: the name of a person does not belong in a list of downloads."""
    headers = {
        "Content-Disposition": f'inline; filename="{name}-{today().isoformat()}.pdf"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type="application/pdf", headers=headers)
