"""Paper: words and a shape become a tagged PDF that a screen reader can follow."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
import typst
from django.http import HttpResponse

from zorgverband.base.clock import today


def as_pdf(shape: Path, words: Mapping[str, Any], *, made_at: datetime) -> bytes:
    """The PDF (PDF/UA-1) of a shape, a Typst file that reads `words` from its one input of that name.

    Nothing in the words is read as markup. The same shape, words and moment give the same bytes.
    """
    done: Any = typst.compile(
        shape.read_bytes(),
        format="pdf",
        sys_inputs={"words": orjson.dumps(words).decode()},
        pdf_standards="ua-1",
        timestamp=int(made_at.timestamp()),
    )
    return bytes(done)


def paper(content: bytes, name: str) -> HttpResponse:
    """A PDF to look at and print, kept by no browser and no cache. Its name says what it is and of
    which day: the name of a person does not belong in a list of downloads."""
    headers = {
        "Content-Disposition": f'inline; filename="{name}-{today().isoformat()}.pdf"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type="application/pdf", headers=headers)
