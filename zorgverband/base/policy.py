"""The call of the narrow database function around meetings on policy
(`privacy/locks/meetings_policy.sql`)."""

from uuid import UUID

from django.db import connection


def policy_writers(meeting: UUID) -> dict[UUID, str]:
    """The names of who wrote in this meeting, by person; none for who does not work there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM privacy.policy_writers(%s)", [meeting])
        return dict(cursor.fetchall())
