"""Letters that no font has, on paper."""

import pytest

from zorgverband.ui import letters

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
