"""Answering with another proposal: the old one is declined, the new one goes back to who asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from zorgverband.base.repeating import Rule
from zorgverband.base.viewer import Seat
from zorgverband.sharing.queries import item as readable_item
from zorgverband.sharing.subjects import Subject

from ..agreed import Agreed
from ..models import Agreement
from ..moves import DECLINE
from ..queries import agreement as readable_agreement
from .answering import make_move
from .ask_agreement import Terms, ask_agreement


def counter_agreement(
    *,
    seat: Seat,
    person: UUID,
    agreement: UUID,
    what: str,
    more: str = "",
    due_on: date | None = None,
    weekdays: Sequence[int] = (),
    reason: str = "",
) -> Agreement:
    """Propose something else in its place, for the same readers, to who asked: another day once,
    or what repeats as before, on other `weekdays` when given.

    Raises NotAskedOfYou, AlreadyMarked or AlreadyAnswered, and what `ask_agreement` raises.
    """
    old = readable_agreement(network=seat.network, id=agreement)
    header = readable_item(network=seat.network, id=agreement)
    make_move(seat=seat, person=person, agreement=agreement, move=DECLINE, words=reason, tell=False)
    terms = Terms(
        due_on=due_on, rule=_rule(old, weekdays) if due_on is None else None, goal=old.goal,
        checked_by=old.checked_by, instead_of=agreement,
        asked_of=None if old.author_member == old.executor else old.author_member,
    )  # fmt: skip
    return ask_agreement(
        seat=seat, person=person, about=old.about, subject=Subject(old.subject),
        executor=old.executor, what=what, more=more, terms=terms,
        audience=header["audience"], circle=old.circle,
    )  # fmt: skip


def _rule(old: Agreed, weekdays: Sequence[int]) -> Rule | None:
    if not old.repeats:
        return None
    return (
        replace(old.rule, weekdays=tuple(weekdays)) if old.rule.weekdays and weekdays else old.rule
    )
