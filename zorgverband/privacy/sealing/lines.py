"""The file outside the database: a signed line per head of a chain, each with the hash of the line
before it. Lines are only ever added."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from .key import signed_by

FILE = "log-heads.jsonl"


@dataclass(frozen=True)
class Head:
    """How far the chain of a network came: the digest at its last place."""

    network: UUID
    place: int
    digest: str


@dataclass(frozen=True)
class Line:
    """One line of the file, read back."""

    number: int
    head: Head
    text: str


class BadLine(Exception):
    """Regel {number} van het bestand met de handtekeningen klopt niet: {why}.
    (Line {number} of the file of signed heads is wrong: {why}.)"""

    def __init__(self, number: int, why: str) -> None:
        super().__init__((self.__doc__ or "").format(number=number, why=why))


def sign_lines(
    heads: Sequence[Head], *, key: Ed25519PrivateKey, after: tuple[int, str], at: datetime
) -> list[str]:
    """A line per head, following the line `after` (its number and text; 0 and "" for none)."""
    number, before = after
    lines = []
    for head in heads:
        number += 1
        words = {
            "number": number, "at": at.isoformat(), "network": str(head.network),
            "place": head.place, "digest": head.digest, "before": _hash(before),
        }  # fmt: skip
        sign = key.sign(_plain(words)).hex()
        before = json.dumps(words | {"sign": sign}, separators=(",", ":"))
        lines.append(before)
    return lines


def read_lines(text: str, *, key: Ed25519PublicKey) -> list[Line]:
    """Every line of the file, checked; raises BadLine at the first that was not signed as it is,
    or does not follow on the line before it."""
    found: list[Line] = []
    before = ""
    parts = text.split("\n")
    for number, part in enumerate(parts[:-1], 1):
        found.append(_read(part, number, before, key))
        before = part
    if parts[-1]:
        raise BadLine(len(parts), "niet af (incomplete)")
    return found


def append(folder: Path, lines: Sequence[str]) -> None:
    """Add these lines to the file and flush it to disk. What is there already is not looked at."""
    path = folder / FILE
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a") as file:
        file.write("".join(line + "\n" for line in lines))
        file.flush()
        os.fsync(file.fileno())


def last_number(folder: Path) -> int:
    """The number of the last line in the file; 0 without a file or with a broken end."""
    try:
        last = (folder / FILE).read_text().rstrip("\n").rpartition("\n")[2]
        return int(json.loads(last)["number"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def _read(text: str, number: int, before: str, key: Ed25519PublicKey) -> Line:
    try:
        words = json.loads(text)
        sign = words.pop("sign")
        head = Head(UUID(words["network"]), int(words["place"]), str(words["digest"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BadLine(number, "niet te lezen (unreadable)") from None
    if json.dumps(words | {"sign": sign}, separators=(",", ":")) != text:
        raise BadLine(number, "anders geschreven (written differently)")
    if not signed_by(key, words=_plain(words), sign=str(sign)):
        raise BadLine(number, "handtekening (signature)")
    if words.get("number") != number or words.get("before") != _hash(before):
        raise BadLine(number, "volgt niet op de vorige (does not follow)")
    return Line(number, head, text)


def _plain(words: dict[str, object]) -> bytes:
    return json.dumps(words, separators=(",", ":"), sort_keys=True).encode()


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
