"""Questions to the database about going home from hospital: another day, and whom to ask the day after.

References only; what of it somebody may read is decided where it is read.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection


@dataclass(frozen=True)
class AskedAgain:
    """An agreement that was moved to another day, the member it is asked of, and one person of it."""

    agreement: UUID
    member: UUID
    person: UUID


@dataclass(frozen=True)
class ToAsk:
    """A discharge after its day, and a person at home who was not asked yet."""

    discharge: UUID
    network: UUID
    person: UUID


def move_discharge(*, discharge: UUID, on: date | None, now: datetime) -> list[AskedAgain]:
    """Another day for everything that is needed for this discharge; whom that asks something. The
    database refuses who may not write about the discharge."""
    return [AskedAgain(*row) for row in _rows("move_discharge", [discharge, on, now])]


def move_needed(*, needed: UUID, on: date, now: datetime) -> list[AskedAgain]:
    """Another day for one thing; whom that asks something. The database refuses others."""
    return [AskedAgain(*row) for row in _rows("move_needed", [needed, on, now])]


def arrivals_to_ask(*, today: date, limit: int) -> list[ToAsk]:
    """Who at home is to be asked whether everything is there; the worker looks as that person."""
    return [ToAsk(*row) for row in _rows("arrivals_to_ask", [today, limit])]


def _rows(function: str, parameters: list[Any]) -> list[Any]:
    places = ", ".join(["%s"] * len(parameters))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM privacy.{function}({places})", parameters)  # noqa: S608
        return list(cursor.fetchall())
