"""How an agreement may go from one state to another, and who may say so: the one table of moves.

The database keeps to the same table (`privacy/locks/agreements.sql`); a test lays the two beside
each other. What is not in it, does not happen.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from .models import State


class Role(StrEnum):
    """What somebody is to an agreement; one person can be all three."""

    ANSWERER = "answerer"  # whom it was asked of
    EXECUTOR = "executor"  # who does it
    ASKER = "asker"  # who asked it, or decides on what it is about
    DATE = "date"  # nobody: the day of what it is for changed, so it is asked again


@dataclass(frozen=True)
class Move:
    """One verb: from these states to that one, by who has one of these roles."""

    verb: str
    when: tuple[State, ...]
    to: State
    by: tuple[Role, ...]


PROPOSED = (State.ASKED, State.RECEIVED)
BINDING = (State.ACCEPTED, State.RUNNING)
STOPPED = (State.ON_HOLD,)
OPEN = PROPOSED + BINDING + STOPPED
ENDED = (State.DECLINED, State.DONE, State.FAILED, State.CANCELLED)
_DOER, _BOTH = (Role.EXECUTOR,), (Role.EXECUTOR, Role.ASKER)

RECEIVE = Move("agreement_received", (State.ASKED,), State.RECEIVED, (Role.ANSWERER,))
ACCEPT = Move("agreement_accepted", PROPOSED, State.ACCEPTED, (Role.ANSWERER,))
DECLINE = Move("agreement_declined", PROPOSED, State.DECLINED, (Role.ANSWERER,))
START = Move("agreement_started", (State.ACCEPTED,), State.RUNNING, _DOER)
HOLD = Move("agreement_held", BINDING, State.ON_HOLD, _BOTH)
RESUME = Move("agreement_resumed", STOPPED, State.RUNNING, _BOTH)
# What somebody simply did needs no yes before it.
DO = Move("agreement_done", OPEN, State.DONE, _DOER)
FAIL = Move("agreement_failed", BINDING + STOPPED, State.FAILED, _DOER)
CANCEL = Move("agreement_cancelled", OPEN, State.CANCELLED, (Role.ASKER,))
RENEW = Move("agreement_renewed", BINDING + STOPPED, State.ASKED, (Role.DATE,))
MOVES = (RECEIVE, ACCEPT, DECLINE, START, HOLD, RESUME, DO, FAIL, CANCEL, RENEW)


def moves_from(state: State, roles: Collection[Role]) -> list[Move]:
    """What somebody with these roles can do with an agreement in this state."""
    return [move for move in MOVES if state in move.when and set(move.by) & set(roles)]
