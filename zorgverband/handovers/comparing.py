"""How a section differs from the one of the previous handover, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|\S+")


class Change(StrEnum):
    """What became of a section since last time."""

    FIRST = "first"  # there was no previous handover
    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True)
class Piece:
    """Some words: `kept`, `gone` or `came`."""

    kind: str
    words: str


def change_of(before: str | None, now: str, *, first: bool) -> Change:
    """Whether this section is new, the same or changed; white space does not count."""
    if first:
        return Change.FIRST
    if before is None:
        return Change.NEW
    return Change.SAME if before.split() == now.split() else Change.CHANGED


def pieces(before: str, now: str) -> list[Piece]:
    """Both texts as one: what stayed, what went and what came, in reading order."""
    old, new = _WORDS.findall(before), _WORDS.findall(now)
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("kept", "".join(old[a:b])))
            continue
        if a < b:
            found.append(Piece("gone", "".join(old[a:b])))
        if c < d:
            found.append(Piece("came", "".join(new[c:d])))
    return found
