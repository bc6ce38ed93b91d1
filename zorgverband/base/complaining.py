"""Questions to the database about complaints (`privacy/locks/complaints.sql`)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection


@dataclass(frozen=True)
class Officer:
    """Where one can go with a complaint in an organisation that takes part here."""

    organisation: str
    name: str
    phone: str
    address: str


def _rows(sql: str, parameters: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def accused(member: UUID) -> set[UUID]:
    """The persons a complaint about this member is about: that person, or everybody of that team."""
    return {row[0] for row in _rows("SELECT privacy.accused(%s)", [member]) if row[0]}


def change_handler(*, complaint: UUID, handler: UUID, receipt_by: date) -> bool:
    """Let this member handle a complaint of the viewer that runs and is not answered, instead of who
    does: its reader, and who may read what is opened for it, change with it. False: nothing changed."""
    rows = _rows("SELECT privacy.change_handler(%s, %s, %s)", [complaint, handler, receipt_by])
    return bool(rows[0][0])


def officers(network: UUID) -> list[Officer]:
    """The complaints officers of the organisations the viewer sees taking part, by organisation."""
    return [Officer(*row) for row in _rows("SELECT * FROM privacy.officers(%s)", [network])]
