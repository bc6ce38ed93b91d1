"""The plan as it was at a moment: what was in it then, in the words of then, and what was agreed.
Read in four statements for every moment there is; the lock decides what comes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from zorgverband.agreements.agreed import Agreed
from zorgverband.agreements.models import State
from zorgverband.agreements.moves import BINDING, STOPPED
from zorgverband.agreements.queries import all_agreements, states_through_time
from zorgverband.sharing.models import Version

from .kinds import KINDS
from .queries import Part, parts_ever

IN_FORCE = (*BINDING, *STOPPED)
Words = tuple[str, str]
Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Then:
    """The plan at one moment: its parts, and the agreements that bound somebody."""

    parts: Mapping[UUID, Part]
    agreements: Mapping[UUID, Agreed]


@dataclass(frozen=True)
class History:
    """Everything that ever was in the plan and that who looks may read, with its earlier words."""

    parts: Sequence[Part]
    agreements: Sequence[Agreed]
    words: Mapping[UUID, Sequence[tuple[datetime, Words]]]
    states: Mapping[UUID, Sequence[tuple[datetime, str]]]

    def at(self, moment: datetime, *, about: UUID) -> Then:
        """The plan about one client, or about the household, as it was at that moment."""
        parts = [self._part(one, moment) for one in self.parts if one.about == about]
        agreed = [self._agreed(one, moment) for one in self.agreements if one.about == about]
        return Then(
            {one.id: one for one in parts if one is not None},
            {one.id: one for one in agreed if one is not None},
        )

    def _part(self, one: Part, moment: datetime) -> Part | None:
        if one.created_at > moment or (one.ended_at is not None and one.ended_at <= moment):
            return None
        words, more = _at(self.words.get(one.id, ()), moment) or (one.words, one.more)
        open_then = one.closed_at is None or one.closed_at > moment
        return replace(
            one,
            words=words,
            more=more,
            ended_at=None,
            closed_at=None if open_then else one.closed_at,
            attained=None if open_then else one.attained,
        )

    def _agreed(self, one: Agreed, moment: datetime) -> Agreed | None:
        now = one.state if one.state_at <= moment else None
        state = _at(self.states.get(one.id, ()), moment) or now
        if one.asked_at > moment or state not in IN_FORCE:
            return None
        what, more = _at(self.words.get(one.id, ()), moment) or (one.what, one.more)
        return replace(one, what=what, more=more, state=State(state))


@dataclass(frozen=True)
class Difference:
    """What came, what reads or stands otherwise (with how it read before), and what is not so any
    more, between two moments."""

    came: Sequence[Part | Agreed]
    changed: Sequence[tuple[Part | Agreed, str]]
    ended: Sequence[Part | Agreed]

    @property
    def nothing(self) -> bool:
        """Whether it was the same."""
        return not (self.came or self.changed or self.ended)


def difference(before: Then, after: Then) -> Difference:
    """What is otherwise in the plan, agreements too. A goal that was closed is not so any more."""
    old: dict[UUID, Part | Agreed] = {**_open(before), **before.agreements}
    new: dict[UUID, Part | Agreed] = {**_open(after), **after.agreements}
    changed = [(one, _words(old[id])) for id, one in new.items() if id in old]
    return Difference(
        came=[one for id, one in new.items() if id not in old],
        changed=[(one, was) for one, was in changed if was != _words(one)],
        ended=[one for id, one in old.items() if id not in new],
    )


def history(network: UUID) -> History:
    """Everything that ever was in the plan of this network. Four statements."""
    return History(
        parts_ever(network), all_agreements(network), _wording(network),
        states_through_time(network),
    )  # fmt: skip


def _wording(network: UUID) -> dict[UUID, list[tuple[datetime, Words]]]:
    """By item that was changed: its words from each moment on, the first words first."""
    ours = Q(item__plan_part__isnull=False) | Q(item__agreement__isnull=False)
    rows = Version.objects.filter(ours, network_id=network).order_by("number")
    found: dict[UUID, list[tuple[datetime, Words]]] = {}
    now: dict[UUID, tuple[datetime, Words]] = {}
    for item, since, title, body, edited, *words in rows.values_list(
        "item_id", "written_at", "title", "body", "item__edited_at", "item__title", "item__body"
    ):
        found.setdefault(item, []).append((since, (title, body)))
        now[item] = (edited or since, (words[0], words[1]))
    for item, last in now.items():
        found[item].append(last)
    return found


def _open(then: Then) -> dict[UUID, Part | Agreed]:
    return {
        id: one for id, one in then.parts.items() if one.kind in KINDS and one.closed_at is None
    }


def _words(one: Part | Agreed) -> str:
    first = one.words if isinstance(one, Part) else one.what
    return f"{first}\n{one.more}".strip()


def _at(lines: Sequence[tuple[datetime, Kept]], moment: datetime) -> Kept | None:
    """The last of these that began at or before that moment."""
    found = None
    for since, kept in lines:
        if since <= moment:
            found = kept
    return found
