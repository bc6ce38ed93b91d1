"""What rooms on higher floors say beside an item on its own page: registered once, when the program
starts, because a room never looks up."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face


@dataclass(frozen=True)
class Remark:
    """One thing to say beside an item, as its reader meets it. `facts`: the items its words rest on."""

    title: str
    text: str
    href: str
    pressing: bool
    facts: tuple[UUID, ...]


Remarks = dict[UUID, list[Remark]]
Say = Callable[[Seat, Mapping[UUID, Face], Collection[UUID]], Remarks]
_saying: list[Say] = []


def register(say: Say) -> None:
    """Ask `say` too from now on; it takes at most one statement."""
    _saying.append(say)


def remarks(*, seat: Seat, people: Mapping[UUID, Face], items: Collection[UUID]) -> Remarks:
    """By item what is said beside it, the most pressing first; nothing for items without remarks."""
    found: Remarks = {}
    for say in _saying if items else ():
        for item, said in say(seat, people, items).items():
            found.setdefault(item, []).extend(said)
    return found
