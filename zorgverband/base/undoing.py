"""Calls of the narrow database functions for what reaches everybody in a network and can be taken back
by who has no seat in it any more (`privacy/locks/control_undoing.sql`)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection


@dataclass(frozen=True)
class ClosedNetwork:
    """A network the viewer may open again: since when it is closed, by whom, and until when."""

    network: UUID
    name: str
    closed_at: datetime
    closed_by: str
    until: datetime


@dataclass(frozen=True)
class RecordedDeath:
    """A death the viewer may take back from outside: of whom, and until when. `me`: their own."""

    network: UUID
    client: UUID
    name: str
    died_on: date
    until: datetime
    me: bool


def _one(sql: str, *parameters: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        row: Any = cursor.fetchone()
    return row[0]


def _rows(sql: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def may_close(network: UUID) -> bool:
    """Whether the viewer may close this network."""
    return bool(_one("SELECT privacy.may_close(%s)", network))


def close_network(*, network: UUID, at: datetime) -> bool:
    """From the commit nobody has a seat in it; False for who may not."""
    return bool(_one("SELECT privacy.close_network(%s, %s)", network, at))


def closed_networks() -> list[ClosedNetwork]:
    """What the viewer may open again, the last closed first."""
    return [ClosedNetwork(*row) for row in _rows("SELECT * FROM privacy.closed_networks()")]


def open_again(network: UUID) -> bool:
    """Everybody has their seat back; False for who may not, or when it is too long ago."""
    return bool(_one("SELECT privacy.open_again(%s)", network))


def recorded_deaths() -> list[RecordedDeath]:
    """What the viewer may take back without a seat: of themselves, or of whom they decided about."""
    return [RecordedDeath(*row) for row in _rows("SELECT * FROM privacy.recorded_deaths()")]


def something_to_undo() -> bool:
    """Whether there is any of both."""
    return bool(_one("SELECT privacy.something_to_undo()"))
