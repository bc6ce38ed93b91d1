"""Questions to the database about who still has to answer something; references only."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection


@dataclass(frozen=True)
class Unanswered:
    """A question without an answer so long that a reminder is due, and a person whom it waits for."""

    question: UUID
    network: UUID
    person: UUID


def unanswered_questions(*, now: datetime, limit: int) -> list[Unanswered]:
    """Questions whose reminder is due; the worker looks at each as that person."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM privacy.questions_to_remind(%s, %s)", [now, limit])
        return [Unanswered(*row) for row in cursor.fetchall()]


def question_seen(question: UUID) -> datetime | None:
    """When whom it is asked of saw it first, for who asked it; None for anybody else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT privacy.question_seen(%s)", [question])
        moment: datetime | None = cursor.fetchone()[0]
        return moment
