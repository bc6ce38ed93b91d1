"""Asks the database whose a secret address is (`privacy/locks/agenda_feeds.sql`)."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection


@dataclass(frozen=True)
class Bearer:
    """For whom an address reads, where, through which seat, in which language; `titles`: with words."""

    person: UUID
    network: UUID
    member: UUID
    titles: bool
    language: str


def bearer_of_feed(token_hash: str) -> Bearer | None:
    """Whose feed this is; None for one that ended, whose account stopped, or that never was."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM privacy.bearer_of_feed(%s)", [token_hash])
        row = cursor.fetchone()
    return Bearer(*row) if row else None
