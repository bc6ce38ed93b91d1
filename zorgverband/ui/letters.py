"""Which letters this machine can print. What somebody typed may hold a sign that no font has, and a
tagged PDF then refuses to be made; and a long word without a space runs off the paper."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import typst

from . import fonts

SQUARE = "\N{WHITE SQUARE}"
# Where a very long word may break; the shapes make it dear, so that it only does when it must.
BREAK = "\N{SOFT HYPHEN}"
LONGEST = 20
# So often a paper is tried to find the letters that no font has; each takes a millisecond or more. Who
# types thousands of strange signs gets squares, and keeps nobody waiting.
MOST_TRIES = 200
_LONG = re.compile(r"\S{%d,}" % LONGEST)  # noqa: UP031 - braces belong to the pattern
_PROBE = b"#set document(title: sys.inputs.words)\n#sys.inputs.words"
# Western and eastern European letters and digits, which every font for text has.
_COMMON = "\u0179"


def shown(words: Any) -> Any:
    """The same words, a text or lists and mappings of texts, in which every letter that no font here
    has became the plain letter below its marks, or an open square. Of very many strange letters the
    last become squares untried."""
    strange = {
        letter
        for text in _texts(words)
        for letter in text
        if letter >= _COMMON or not letter.isprintable()
    }
    unknown = _unknown(sorted(strange - {"\n"}), iter(range(MOST_TRIES)))
    return _replaced(words, str.maketrans({letter: _plain(letter) for letter in unknown}))


def breakable(words: str) -> str:
    """The words, with places to break in every run of letters too long for a narrow column."""
    return _LONG.sub(lambda found: _broken(found[0]), words)


def _broken(word: str) -> str:
    step = LONGEST // 3
    return BREAK.join(word[place : place + step] for place in range(0, len(word), step))


def _texts(words: Any) -> Iterator[str]:
    if isinstance(words, str):
        yield words
    elif isinstance(words, Mapping):
        for part in words.values():
            yield from _texts(part)
    elif isinstance(words, list | tuple):
        for part in words:
            yield from _texts(part)


def _replaced(words: Any, table: dict[int, str]) -> Any:
    if isinstance(words, str):
        return words.translate(table)
    if isinstance(words, Mapping):
        return {name: _replaced(part, table) for name, part in words.items()}
    if isinstance(words, list | tuple):
        return [_replaced(part, table) for part in words]
    return words


def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter)[:1]
    return base if base != letter and base < _COMMON and base.isprintable() else SQUARE


def _unknown(letters: list[str], tries: Iterator[int]) -> set[str]:
    """Those of these letters that cannot be printed: together first, then in ever smaller halves."""
    if not letters:
        return set()
    if next(tries, None) is None:
        return set(letters)
    if _prints("".join(letters)):
        return set()
    if len(letters) == 1:
        return set(letters)
    half = len(letters) // 2
    return _unknown(letters[:half], tries) | _unknown(letters[half:], tries)


@lru_cache(maxsize=1024)
def _prints(letters: str) -> bool:
    # Apart, or a sign that joins two others would be judged with them.
    spaced = " ".join(letters)
    try:
        typst.compile(
            _PROBE,
            font_paths=fonts.installed(),
            format="pdf",
            sys_inputs={"words": spaced},
            pdf_standards="ua-1",
        )
    except typst.TypstError:
        return False
    return True
