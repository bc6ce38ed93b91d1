"""The catalogues of English and of simple Dutch: kept in step with the code, and compiled without
system tools.

`django.po` is written by people; `django.mo`, which Django reads, follows from it to the byte.
"""

import re
from collections import Counter
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from .collection import HOUSE, Sentence, as_catalogue

ENGLISH = HOUSE / "locale" / "en" / "LC_MESSAGES" / "django.po"
#: Eenvoudig Nederlands, which Django calls nl-simple: only what differs, the rest is plain Dutch.
SIMPLE = HOUSE / "locale" / "nl_Simple" / "LC_MESSAGES" / "django.po"
_FILLED_IN = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%%|</?\w+[^>]*>")
_HEAD = {
    "Project-Id-Version": "Zorgverband",
    "Language": "",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


class _Undated(Catalog):  # type: ignore[misc]  # babel has types mypy does not follow
    """Babel's own head holds the time and its version: two compilations would differ."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The head that is the same every time."""
        return list(_head(self).items())


def _head(catalogue: Catalog) -> dict[str, str]:
    return _HEAD | {"Language": str(catalogue.locale)}


def machine(po: Path) -> bytes | None:
    """The .mo file beside this .po file, if there is one."""
    made = po.with_suffix(".mo")
    return made.read_bytes() if made.exists() else None


def read(po: Path = ENGLISH) -> Catalog:
    """The catalogue as it stands; an empty one when there is no file yet."""
    locale = po.parents[1].name.partition("_")[0]
    if not po.exists():
        return Catalog(locale=locale)
    with po.open("rb") as text:
        return read_po(text, locale=locale, abort_invalid=True)


def brought_in_step(old: Catalog, found: Iterable[Sentence]) -> Catalog:
    """A catalogue of exactly these sentences, with the words that `old` has for them."""
    new = Catalog(locale=old.locale)
    for key, places in as_catalogue(list(found)).items():
        known = old.get(key)
        same = known is not None and known.id == key
        new.add(
            key,
            known.string if same and known is not None else None,
            locations=[(place, None) for place in sorted(set(places))],
            user_comments=known.user_comments if same and known is not None else (),
        )
    return new


def as_text(catalogue: Catalog) -> bytes:
    """The .po file. No dates and no line numbers, so that it only changes when a sentence does."""
    written = BytesIO()
    write_po(written, catalogue, width=100, omit_header=True, sort_by_file=True)
    head = "".join(f'"{name}: {value}\\n"\n' for name, value in _head(catalogue).items())
    return f'msgid ""\nmsgstr ""\n{head}\n'.encode() + written.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """The .mo file of this catalogue."""
    bare = _Undated(locale=catalogue.locale, fuzzy=False)
    for message in catalogue:
        if message.id:
            bare.add(message.id, message.string)
    written = BytesIO()
    write_mo(written, bare)
    return written.getvalue()


def faults(
    found: Iterable[Sentence], catalogue: Catalog, made: bytes | None
) -> list[tuple[str, str]]:
    """What is wrong with the catalogue, as (what, which sentence); `made` is the .mo file."""
    asked = as_catalogue(list(found))
    kept = {message.id: message for message in catalogue if message.id}
    wrong = [("not in the catalogue", first(key)) for key in asked if key not in kept]
    wrong += [("no longer used", first(key)) for key in kept if key not in asked]
    wrong += [
        (fault, first(key))
        for key, message in kept.items()
        if (fault := _fault(message)) is not None
    ]
    wrong += [("in the code twice", words) for words in _doubles(asked)]
    if made != compiled(catalogue):
        wrong.append(("differs from the .po file", "django.mo"))
    return wrong


def first(key: str | tuple[str, ...]) -> str:
    """The sentence itself, for who reads what is wrong."""
    return key if isinstance(key, str) else key[0]


def _doubles(keys: Iterable[str | tuple[str, ...]]) -> list[str]:
    """A sentence stands there with or without a plural, not both: a catalogue has one place."""
    counted = Counter(first(key) for key in keys)
    return [words for words, times in counted.items() if times > 1]


def _fault(message: Message) -> str | None:
    """Why this entry cannot be used, or None."""
    asked = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    string = message.string or ""
    said = (string,) if isinstance(string, str) else tuple(string)
    if message.fuzzy or not all(said):
        return "no words"
    if len(said) != len(asked):
        return "the wrong number of plural forms"
    return None if _filled_in(asked) == _filled_in(said) else "other things to fill in"


def _filled_in(texts: tuple[str, ...]) -> Counter[str] | set[str]:
    """What is filled in, and the tags. A counted sentence may leave the number out of one form."""
    parts = [_FILLED_IN.findall(text) for text in texts]
    return Counter(parts[0]) if len(parts) == 1 else {one for found in parts for one in found}
