"""What the plan of another system brings, handed in by the room that reads it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from .actions.add_part import NO_AIM, Aim

NOW, CLOSED, OVER = "now", "closed", "over"


@dataclass(frozen=True, kw_only=True)
class TakenPart:
    """An item that is a part of the plan. `state`: in it now, a goal that was closed (`attained`
    from -2 to 2, None when nobody says), or over."""

    item: UUID
    kind: str
    state: str = NOW
    said_by: UUID | None = None
    since: date | None = None
    aim: Aim = NO_AIM
    attained: int | None = None


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Something an item suggests; `key` is the same when the same resource comes again."""

    item: UUID
    kind: str
    key: str
    what: str
    who: str = ""
    moment: str = ""
    function: str = ""
    due_on: date | None = None
    repeat: str = "once"
    weekdays: tuple[int, ...] = ()
    goal: UUID | None = None
