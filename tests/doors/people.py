"""Who tries the doors: the cast in their roles, inside the network and outside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cast import Cast, Somebody


@dataclass(frozen=True)
class Role:
    """A letter in the table, what the role is, and who of the cast has it."""

    letter: str
    name: str
    person: str


INSIDE = (
    Role("c", "client", "jannie"),
    Role("d", "daughter, first contact", "marijke"),
    Role("b", "neighbour", "ria"),
    Role("n", "nurse, by a team", "fatima"),
    Role("g", "GP", "anouk"),
    Role("k", "coordinator of care", "hanneke"),
    Role("m", "municipality (social side)", "linda"),
)
LETTERS = "".join(role.letter for role in INSIDE)
BY_LETTER = {role.letter: role for role in INSIDE}


def insiders(cast: Cast) -> dict[str, Somebody]:
    """Who is inside, by letter."""
    return {role.letter: cast.people[role.person] for role in INSIDE}


def outsiders(cast: Cast) -> dict[str, Somebody]:
    """Who has an account and no seat in the network: each for another reason."""
    assert cast.other is not None
    return {
        "member of another network": cast.other.sofie,
        "removed member": cast.joost,
        "excluded person of a team": cast.sanne,
    }
