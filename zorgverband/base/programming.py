"""Calls of the narrow database functions around programmes (`privacy/locks/organisations.sql`,
`privacy/locks/programmes.sql`)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection


class Keeping(NamedTuple):
    """That somebody keeps the programmes of a neighbourhood, from a moment until a moment."""

    id: UUID
    person: UUID
    name: str
    starts_at: datetime
    ends_at: datetime | None


def _rows(sql: str, parameters: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def programme_keepers(neighbourhood: UUID) -> list[Keeping]:
    """Who keeps its programmes, ever did or will; none for who has nothing to do with that."""
    return [
        Keeping(*row)
        for row in _rows("SELECT * FROM privacy.programme_keepers(%s)", [neighbourhood])
    ]


def appoint_programme_keeper(
    *,
    organisation: UUID,
    person: UUID,
    neighbourhood: UUID,
    starts_at: datetime | None,
    ends_at: datetime | None,
) -> str:
    """Let a colleague keep the programmes, from now (None) or later: done, same or absent."""
    parameters = [organisation, person, neighbourhood, starts_at, ends_at]
    words = "SELECT privacy.appoint_programme_keeper(%s, %s, %s, %s, %s)"
    return str(_rows(words, parameters)[0][0])


def dismiss_programme_keeper(*, organisation: UUID, keeping: UUID) -> bool:
    """End that now; False for what is not there, or not the asker's to end."""
    words = "SELECT privacy.dismiss_programme_keeper(%s, %s)"
    return bool(_rows(words, [organisation, keeping])[0][0])


def one_at_a_time(network: UUID) -> None:
    """Wait until nobody else picks from a programme in this network, until the transaction ends."""
    _rows("SELECT privacy.one_picks(%s)", [network])
