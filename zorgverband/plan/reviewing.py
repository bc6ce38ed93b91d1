"""Looking back: after how long, by the weight of a plan, and what was said in rounds that are over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from zorgverband.base import clock

from .kinds import CYCLE, REVIEWS
from .queries import Part

# A light plan is looked back upon after half a year, a full one after a quarter.
LIGHT, FULL = timedelta(weeks=26), timedelta(weeks=13)


@dataclass(frozen=True)
class Round:
    """One round of a plan that is over: from when until when, what was said, which goals were closed."""

    began: datetime
    ended: datetime
    said: Sequence[Part]
    goals: Sequence[Part]


def next_review(*, full: bool) -> date:
    """When one would look back: sooner on a full plan than on a light one."""
    return clock.today() + (FULL if full else LIGHT)


def rounds(found: Sequence[Part], *, about: UUID) -> list[Round]:
    """The rounds of the plan about one client or the household that are over, the last one first, out
    of everything that ever was in the plan."""
    theirs = [one for one in found if one.about == about]
    cycles = [one for one in theirs if one.kind == CYCLE and one.ended_at is not None]
    kept = [_round(theirs, one.created_at, one.ended_at or one.created_at) for one in cycles]
    return [one for one in reversed(kept) if one.said or one.goals]


def _round(found: Sequence[Part], began: datetime, ended: datetime) -> Round:
    said = [one for one in found if one.kind in REVIEWS and began <= one.created_at < ended]
    goals = [one for one in found if one.closed_at is not None and began <= one.closed_at < ended]
    return Round(began, ended, said, goals)
