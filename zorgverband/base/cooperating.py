"""The call of the narrow database function for how people find they work together
(`privacy/locks/meetings_minutes.sql`)."""

from uuid import UUID

from django.db import connection


def cooperation_means(*, network: UUID, half: str) -> dict[int, tuple[float, int]]:
    """By statement (1 is the first) the mean and of how many, over the answers that the viewer may read:
    so it tells nothing that they could not read or count themselves. Of one answer there is no mean.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM privacy.cooperation(%s, %s)", [network, half])
        return {place: (float(mean), people) for place, mean, people in cursor.fetchall()}
