"""What the plan page shows, read in one statement: what is in the plan now and how its goals go, the
first of what was agreed for each, and what is not so any more. The lock decides what comes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from zorgverband.agreements.agreed import LOOKS_BACK, Agreed
from zorgverband.agreements.queries import from_columns
from zorgverband.base import clock
from zorgverband.base.planning import plan_page

from .queries import Part, Signed, Step
from .signing import NOBODY_ASKED, Asked, Deciding, asked_of

# Where the columns of a part hold ids, days and moments.
_IDS, _DAYS, _MOMENTS = (0, 3, 12, 14, 15, 26, 28), (5, 8, 22), (9, 16, 17, 24)
_MEASURE, _TARGET = slice(19, 21), 21


@dataclass(frozen=True)
class Gone:
    """What is not so any more about one client or the household: how many goals were closed, and
    when something was closed or ended last."""

    goals: int
    last: datetime


@dataclass(frozen=True)
class OpenPlan:
    """The plan as it stands. `asked`: who must say yes to it, and who did; `suggested`: how many
    suggestions out of other plans wait; `many`: how many agreements there are under a goal, or
    under whom they are about, of which `agreements` holds the first."""

    parts: Sequence[Part]
    steps: Mapping[UUID, Sequence[Step]] = field(default_factory=dict)
    agreements: Sequence[Agreed] = ()
    many: Mapping[UUID, int] = field(default_factory=dict)
    gone: Mapping[UUID, Gone] = field(default_factory=dict)
    asked: Asked = NOBODY_ASKED
    suggested: int = 0


def open_plan(*, network: UUID, member: UUID) -> OpenPlan:
    """The plan of this network now, as far as it is for who looks from this seat."""
    rows = plan_page(network=network, member=member, since=clock.today() - LOOKS_BACK)
    return OpenPlan(
        parts=[_part(row[:-1]) for row in rows.parts],
        steps={UUID(row[0]): _steps(row[0], row[-1]) for row in rows.parts if row[-1]},
        agreements=[from_columns(row[:-2]) for row in rows.agreed],
        many={UUID(under): many for *_columns, under, many in rows.agreed},
        gone={
            UUID(about): Gone(goals, datetime.fromisoformat(last))
            for about, goals, last in rows.gone
        },
        asked=asked_of(network, [_decides(*one) for one in rows.decide], _signed(rows.signed)),
        suggested=rows.suggested,
    )


def _decides(client: str, age: int, members: list[str]) -> Deciding:
    return Deciding(UUID(client), age, tuple(UUID(member) for member in members or ()))


def _signed(rows: list[list[Any]]) -> list[Signed]:
    return [
        Signed(UUID(asked), UUID(member), datetime.fromisoformat(at), agrees, words)
        for asked, member, at, agrees, words in rows
    ]


def _part(values: list[Any]) -> Part:
    for place in _IDS:
        values[place] = values[place] and UUID(values[place])
    for place in _DAYS:
        values[place] = values[place] and date.fromisoformat(values[place])
    for place in _MOMENTS:
        values[place] = values[place] and datetime.fromisoformat(values[place])
    values[_MEASURE] = [text or "" for text in values[_MEASURE]]
    values[_TARGET] = values[_TARGET] and Decimal(values[_TARGET])
    return Part(*values)


def _steps(goal: str, rows: list[list[Any]]) -> list[Step]:
    id = UUID(goal)
    return [
        Step(
            id, value and Decimal(value), words, UUID(person), datetime.fromisoformat(at), attained
        )
        for value, words, person, at, attained in rows
    ]
