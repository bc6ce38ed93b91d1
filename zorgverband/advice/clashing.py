"""Whether two advices contradict each other: pure arithmetic on what they say, nothing of who reads.

Both must hold at the same time and be about the same person; the caller sees to the last.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .models import Direction
from .topics import BITES, DOWN, TOPICS, UP
from .units import UNITS, in_smallest


class Clash(StrEnum):
    """How two advices contradict: opposite directions, amounts that do not meet, or topics that
    bite each other."""

    OPPOSITE = "opposite"
    DISJOINT = "disjoint"
    BITING = "biting"


@dataclass(frozen=True)
class Said:
    """What one advice says, as far as it can contradict another; fields as in `models.Advice`."""

    topic: str
    direction: str
    what: str = ""
    code: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


def clash(one: Said, other: Said) -> Clash | None:
    """How these two contradict each other, None when they do not. The order does not matter."""
    if not _meet(one, other):
        return None
    if one.topic != other.topic:
        pair = frozenset(((one.topic, way(one)), (other.topic, way(other))))
        return Clash.BITING if pair in BITES else None
    if TOPICS[one.topic].specific and not same_thing(one, other):
        return None
    amounts = [said.direction == Direction.AMOUNT for said in (one, other)]
    if all(amounts):
        return Clash.DISJOINT if _disjoint(one, other) else None
    if any(amounts) and not {one.direction, other.direction} & {Direction.DO, Direction.DO_NOT}:
        # "More" or "less" beside an amount: nobody knows than what.
        return None
    return Clash.OPPOSITE if way(one) != way(other) else None


def way(said: Said) -> int:
    """Which way it points: UP or DOWN. An amount is up, unless it is nothing at all."""
    if said.direction == Direction.AMOUNT:
        return DOWN if said.high == 0 else UP
    return UP if said.direction in (Direction.DO, Direction.MORE) else DOWN


def same_thing(one: Said, other: Said) -> bool:
    """Whether two specific advices name the same: the same ATC code, else the same first word."""
    if one.code and other.code:
        return one.code == other.code
    words = [said.what.casefold().split() for said in (one, other)]
    return all(words) and words[0][0] == words[1][0]


def _meet(one: Said, other: Said) -> bool:
    return _before_end(one.starts_on, other.ends_on) and _before_end(other.starts_on, one.ends_on)


def _before_end(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start <= end


def _disjoint(one: Said, other: Said) -> bool:
    if UNITS[one.unit].measure != UNITS[other.unit].measure:
        return False
    return _above(one, other) or _above(other, one)


def _above(one: Said, other: Said) -> bool:
    low, high = in_smallest(one.low, one.unit), in_smallest(other.high, other.unit)
    return low is not None and high is not None and low > high
