"""`verify`: everything that can be wrong with the log, its signed lines and the file, in sentences."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db.backends.base.base import BaseDatabaseWrapper

from . import rows
from .check import Fault, Place, faults
from .lines import BadLine, Line, read_lines


@dataclass
class Found:
    """What a check came to: how much was looked at and every first fault."""

    checked: int = 0
    signed: int = 0
    unsigned: int = 0
    chains: list[Fault] = field(default_factory=list)
    file: list[str] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether nothing was tampered with."""
        return not self.chains and not self.file


def verify(*, connection: BaseDatabaseWrapper, heads: Path, key: Ed25519PublicKey | None) -> Found:
    """Check every chain of the database against itself and against the signed heads.

    `heads`: the file, or a copy of it kept elsewhere. `key`: None when nothing was ever signed.
    """
    found = Found()
    lines = _lines(heads, key, rows.kept_lines(connection), found)
    newest: dict[UUID, int] = {}
    for line in lines:
        newest[line.head.network] = max(newest.get(line.head.network, 0), line.head.place)
    found.chains = list(
        faults(_counted(rows.places(connection), newest, found), [line.head for line in lines])
    )
    found.signed = len(lines)
    return found


def _counted(places: Iterable[Place], newest: Mapping[UUID, int], found: Found) -> Iterator[Place]:
    for place in places:
        found.checked += 1
        found.unsigned += (place.place or 0) > newest.get(place.network, 0)
        yield place


def _lines(
    heads: Path, key: Ed25519PublicKey | None, kept: dict[int, rows.Kept], found: Found
) -> list[Line]:
    text = heads.read_bytes().decode(errors="replace") if heads.exists() else ""
    if key is None:
        if kept or text:
            found.file.append("De sleutel is weg. (The key is gone.)")
        return []
    try:
        lines = read_lines(text, key=key)
    except BadLine as fault:
        found.file.append(str(fault))
        return []
    _compare(lines, kept, found)
    return lines


def _compare(lines: list[Line], kept: dict[int, rows.Kept], found: Found) -> None:
    """The file and the database must hold the same lines; only what was never noted as written
    may still be missing from the file."""
    for line in lines:
        there = kept.get(line.number)
        if there is None or there.line != line.text or there.head != line.head:
            found.file.append(
                f"Regel {line.number} staat anders of niet in de database."
                f" (Line {line.number} is different or missing in the database.)"
            )
            return
    missing = [number for number, one in kept.items() if number > len(lines) and one.written]
    if missing:
        found.file.append(
            f"Het bestand mist regel {missing[0]} tot en met {missing[-1]}: afgeknipt."
            f" (The file lacks lines {missing[0]} to {missing[-1]}: cut off.)"
        )
