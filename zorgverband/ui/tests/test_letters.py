"""Letters that no font has, on paper."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import typst

from zorgverband.ui import fonts, letters
from zorgverband.ui.typeset import as_pdf

# Hieroglyphs: a thousand signs that no font for text has.
STRANGE = "".join(chr(0x13000 + number) for number in range(1000))


def test_who_types_a_thousand_strange_signs_keeps_no_paper_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried = 0

    def prints(together: str) -> bool:
        nonlocal tried
        tried += 1
        return not any(letter in STRANGE for letter in together)

    monkeypatch.setattr(letters, "_prints", prints)
    assert letters.shown({"words": [STRANGE]}) == {"words": [letters.SQUARE * len(STRANGE)]}
    assert tried <= letters.MOST_TRIES
    # The control: among a few strange signs the others are found and stay.
    assert letters.shown("Дом \U00013000 ѣ") == f"Дом {letters.SQUARE} ѣ"


def test_the_fonts_are_looked_for_once_and_the_paper_is_to_the_byte_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    looked, really = 0, typst.Fonts

    def look() -> Any:
        nonlocal looked
        looked += 1
        return really()

    monkeypatch.setattr(typst, "Fonts", look)
    fonts.installed.cache_clear()
    shape, moment = tmp_path / "shape.typ", datetime(2026, 11, 22, tzinfo=UTC)
    shape.write_text('#set document(title: "Brief")\n#json(bytes(sys.inputs.words)).words')
    papers = {as_pdf(shape, {"words": "Beste mevrouw De Wit"}, made_at=moment) for _ in range(3)}
    letters._prints("Дѣ")
    assert looked == 1
    plain: Any = typst.compile(
        shape.read_bytes(),
        format="pdf",
        sys_inputs={"words": '{"words":"Beste mevrouw De Wit"}'},
        pdf_standards="ua-1",
        timestamp=int(moment.timestamp()),
    )
    assert papers == {bytes(plain)}
