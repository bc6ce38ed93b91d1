"""Noting that a problem is over."""

from datetime import date
from uuid import UUID

from zorgverband.base.viewer import Seat

from ..models import Problem
from .ground import change, not_in_future


def close_problem(*, seat: Seat, person: UUID, item: UUID, on: date, reason: str = "") -> None:
    """Note that the problem of `item` is over since `on`. Raises NotHere, InTheFuture, or
    ChangedAlready when it was closed before."""
    not_in_future(on, field="on")
    change(
        seat=seat,
        person=person,
        table=Problem,
        item=item,
        still={"status": Problem.Status.ACTIVE},
        columns={"status": Problem.Status.CLOSED, "until": on},
        verb="closed_problem",
        reason=reason,
    )
