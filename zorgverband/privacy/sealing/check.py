"""Checking the log: every chain row by row, and every signed head against the chains.

Nothing here trusts the database for more than handing over rows: digests are worked out anew.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from .lines import Head

CHANGED, REMOVED, INSERTED = "veranderd (changed)", "verwijderd (removed)", "ingevoegd (inserted)"
CUT = "van het einde afgeknipt (cut from the tail)"
REWRITTEN = "hier of eerder herschreven (rewritten here or earlier)"


@dataclass(frozen=True)
class Place:
    """One place of a chain: which row stands there, its digest, and the words of that row; no
    words when the row is not there, no place when the row is in no chain."""

    network: UUID
    place: int | None
    look: UUID
    digest: bytes
    words: bytes | None


@dataclass(frozen=True)
class Fault:
    """The first thing wrong with the chain of a network."""

    network: UUID
    place: int | None
    look: UUID | None
    what: str


def faults(places: Iterable[Place], heads: Sequence[Head]) -> Iterator[Fault]:
    """The first fault of every network, in the order of the networks.

    `places` come by network and place, rows without a place after the others; `heads` are all that
    were ever signed.
    """
    signed: dict[UUID, dict[int, str]] = {}
    for head in heads:
        signed.setdefault(head.network, {})[head.place] = head.digest
    for network, rows in _by_network(places):
        fault = _first(network, rows, signed.pop(network, {}))
        if fault:
            yield fault
    for network in signed:
        yield Fault(network, 1, None, CUT)


def _by_network(places: Iterable[Place]) -> Iterator[tuple[UUID, list[Place]]]:
    network, rows = None, []
    for place in places:
        if network is not None and place.network != network:
            yield network, rows
            rows = []
        network = place.network
        rows.append(place)
    if network is not None:
        yield network, rows


def _first(network: UUID, rows: Sequence[Place], signed: dict[int, str]) -> Fault | None:
    before, expected = b"", 1
    loose = [row for row in rows if row.place is None]
    for row in rows:
        if row.place is None:
            break
        if row.place != expected:
            return Fault(network, expected, None, REMOVED)
        if row.words is None:
            return Fault(network, expected, row.look, REMOVED)
        if sha256(before + row.words).digest() != row.digest:
            return Fault(network, expected, row.look, CHANGED)
        if signed.get(expected, row.digest.hex()) != row.digest.hex():
            return Fault(network, expected, row.look, REWRITTEN)
        before, expected = row.digest, expected + 1
    if signed and max(signed) >= expected:
        return Fault(network, expected, None, CUT)
    return Fault(network, None, loose[0].look, INSERTED) if loose else None
