"""Questions to the database about requests (`privacy/locks/requests.sql`)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection


def _one(sql: str, parameters: Sequence[Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        row: Any = cursor.fetchone()
    return row[0] if row else None


def is_theirs(*, network: UUID, about: UUID, subject: int) -> bool:
    """Whether something about `about` under this subject is the viewer's own, or of whom they
    represent."""
    return bool(_one("SELECT privacy.is_theirs(%s, %s, %s)", [network, about, subject]))


def answerer(item: UUID) -> UUID | None:
    """The member who answers a request of the viewer about this item; None when nobody can."""
    found: UUID | None = _one("SELECT privacy.answerer(%s)", [item])
    return found


def restrict_item(request: UUID) -> bool:
    """Keep the item of this request from everybody but its author, whose it is, and who answers."""
    return bool(_one("SELECT privacy.restrict_item(%s)", [request]))


def lift_restriction(request: UUID) -> bool:
    """Give the item of this request the readers back that it had."""
    return bool(_one("SELECT privacy.lift_restriction(%s)", [request]))


def remove_requested(request: UUID) -> list[str] | None:
    """Remove the item of this granted request for good; the names in storage of its files."""
    found: list[str] | None = _one("SELECT privacy.remove_requested(%s)", [request])
    return found
