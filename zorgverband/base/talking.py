"""Calls of the narrow database functions for talking (`privacy/locks/talks_*.sql`)."""

from typing import Any
from uuid import UUID

from django.db import connection


def take_back_message(message: UUID) -> str | None:
    """Make the words of one's own message of at most five minutes old vanish for everybody; answers
    them, None when it may not."""
    words: str | None = _row("SELECT privacy.take_back_message(%s)", [message])[0]
    return words


def outside_question(token: str) -> tuple[str, str] | None:
    """Topic and words of the question behind a link (hashed) that waits for its answer; None for any
    other link, whatever the reason."""
    row: tuple[str, str] | None = _row(
        "SELECT topic, body FROM privacy.outside_question(%s)", [token]
    )
    return row


def answer_outside(*, token: str, answer: str, by: str) -> tuple[UUID, UUID] | None:
    """Keep the one answer to that question; its network and asker, None when it waits for none."""
    words = "SELECT network_id, asker_id FROM privacy.answer_outside(%s, %s, %s)"
    row: tuple[UUID, UUID] | None = _row(words, [token, answer, by])
    return row


def outside_to_send(question: UUID) -> str | None:
    """The address to mail the link to, once; None when there is nothing (more) to send."""
    row = _row("SELECT privacy.outside_to_send(%s)", [question])
    return row[0] if row else None


def _row(sql: str, parameters: list[Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchone()


def forget_outside() -> int:
    """Empty the address of who did not answer in time; of how many."""
    return int(_row("SELECT privacy.forget_outside()", [])[0])
