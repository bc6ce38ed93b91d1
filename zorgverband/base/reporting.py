"""Questions to the database about what was passed on (`privacy/locks/talks_reports.sql`)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection


@dataclass(frozen=True)
class OpenLink:
    """A personal link that works now: whose it is, how often it was used, and how often today."""

    id: UUID
    network: UUID
    person: UUID
    used: int
    used_lately: int


@dataclass(frozen=True)
class Receipt:
    """That something was passed on by a link, and whether it was read, as what and when."""

    sent_at: datetime
    read_at: datetime | None
    read_as: str


def _rows(sql: str, parameters: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def readers(*, network: UUID, about: UUID) -> list[UUID]:
    """The members who lead there for `about`: who coordinates, who decides on it, its clients."""
    return [row[0] for row in _rows("SELECT privacy.report_readers(%s, %s)", [network, about])]


def open_link(token_hash: str) -> OpenLink | None:
    """The link with this hash; None when there is none that works."""
    rows = _rows("SELECT * FROM privacy.open_report_link(%s)", [token_hash])
    return OpenLink(*rows[0]) if rows else None


def receipts(token_hash: str) -> list[Receipt]:
    """What was passed on by this link and what became of it, newest first; never the words."""
    return [Receipt(*row) for row in _rows("SELECT * FROM privacy.link_receipts(%s)", [token_hash])]
