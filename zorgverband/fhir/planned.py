"""What a resource means for the plan here: a goal, a plan of others, deeds to agree on, people."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

State = Literal["now", "closed", "over"]
# What becomes of a deed: it can be agreed on, has a place of its own in the file, stands still,
# is over, or must not be done.
Fate = Literal["open", "elsewhere", "waits", "over", "forbidden"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something to be done, in the words of the source. `goals` are source ids; `key` is the same
    when the same resource comes again."""

    key: str
    what: str
    who: str = ""
    moment: str = ""
    by_client: bool = False
    fate: Fate = "open"
    due_on: date | None = None
    repeat: str = "once"
    weekdays: tuple[int, ...] = ()
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mate:
    """Somebody who takes part according to the source; `function` is a code of this house, or
    empty where the source says it in words only (`role`)."""

    key: str
    name: str
    role: str = ""
    function: str = ""
    client: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """How a goal is measured and until when; `attained` from -2 to 2, None where nobody says."""

    measure: str = ""
    unit: str = ""
    target: Decimal | None = None
    due_on: date | None = None
    attained: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One resource. `part` is what it is in the plan, empty for a team or a request.

    `holds` are source ids of what belongs to this plan, `wholes` of the plans this belongs to.
    """

    part: Literal["", "goal", "other_plan"] = ""
    state: State = "now"
    by_client: bool = False
    aim: Aim = Aim()
    holds: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()
    mates: tuple[Mate, ...] = ()
