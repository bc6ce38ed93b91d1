"""Questions about what waits to be sent or done, for who keeps the installation running. Only numbers
and moments: of whom and about what is not asked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection


@dataclass(frozen=True)
class Waiting:
    """So much should have been sent or done by now, the oldest of it since `since`. `again`: what did
    not work, and is tried later (messages) or stays behind (jobs)."""

    number: int = 0
    since: datetime | None = None
    again: int = 0

    def seconds(self, now: datetime) -> float:
        """How long the oldest waits; 0 when nothing does."""
        return max(0.0, (now - self.since).total_seconds()) if self.since else 0.0


def _rows(sql: str, *parameters: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def waiting_deliveries(*, now: datetime) -> dict[str, Waiting]:
    """The messages that should have left, by channel; a channel in which nothing waits can be away."""
    return {row[0]: Waiting(*row[1:]) for row in _rows(_DELIVERIES, now)}


def waiting_jobs() -> Waiting:
    """The jobs that could begin and did not; `again` counts those that failed for good."""
    return Waiting(*_rows(_JOBS)[0])


def worker_seen() -> datetime | None:
    """When a worker last showed that it lives. None: there is none."""
    seen: datetime | None = _rows("SELECT max(last_heartbeat) FROM procrastinate_workers")[0][0]
    return seen


_DELIVERIES = "SELECT * FROM privacy.waiting_deliveries(%s)"
_JOBS = """
    SELECT count(*) FILTER (WHERE j.ready), min(j.since) FILTER (WHERE j.ready),
           count(*) FILTER (WHERE NOT j.ready)
    FROM (SELECT j.status = 'todo' AS ready,
                 COALESCE(j.scheduled_at, (SELECT min(e.at) FROM procrastinate_events e
                                           WHERE e.job_id = j.id AND e.type = 'deferred')) AS since
          FROM procrastinate_jobs j
          WHERE j.status = 'failed'
             OR j.status = 'todo' AND (j.scheduled_at IS NULL OR j.scheduled_at <= now())) j
"""
