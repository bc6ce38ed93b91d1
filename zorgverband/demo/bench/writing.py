"""Writing a message: the request that posts it, and the same row put there by plain SQL. What was
written is taken away again, so that a dossier keeps its size."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from uuid import UUID

from django.db import connections

from zorgverband.base.ids import new_id

from .measure import Question
from .place import Place
from .visitor import Answer, Visitor

WORDS = "De wond ziet er beter uit. Morgen kijk ik weer."


def questions(place: Place) -> Iterator[Question]:
    """Posting as the GP, about health, for family and care."""
    for size in place.sizes:
        network, person = place.network(size), place.person("gp", size)
        visitor = Visitor(person)
        visitor.get(f"/n/{network}/schrijven/")
        yield Question("write", "care", size, _post(visitor, network), _insert(network, person))


def _post(visitor: Visitor, network: UUID) -> Callable[[], Answer]:
    def ask() -> Answer:
        answer = visitor.post(
            f"/n/{network}/schrijven/",
            {"key": new_id().hex, "subject": "1", "circle": "family_care", "body": WORDS},
        )
        assert answer.status == 302, f"not written: {answer.status}"
        return answer

    return ask


def _insert(network: UUID, person: UUID) -> Callable[[], object]:
    def ask() -> None:
        with connections["owner"].cursor() as cursor:
            cursor.execute(
                "INSERT INTO sharing_item (id, network_id, about_id, subject, kind, author_id, "
                "author_member_id, created_at, happened_at, circle, denied, allowed, title, body, "
                "in_news, version, taken_over_from, source) "
                "SELECT %s, network_id, about_id, 1, 'note', author_id, author_member_id, now(), "
                "now(), 'everyone', '{}', '{}', '', %s, true, 1, '', '' FROM sharing_item "
                "WHERE network_id = %s AND subject = 1 AND author_id = %s LIMIT 1",
                [new_id(), WORDS, network, person],
            )

    return ask


def clean_up(since: datetime) -> None:
    """Take away what was written, logged and queued since a moment, in this database of our own."""
    assert since.tzinfo is UTC
    with connections["owner"].cursor() as cursor:
        cursor.execute("DELETE FROM sharing_item WHERE created_at >= %s", [since])
        cursor.execute("DELETE FROM journal_event WHERE at >= %s", [since])
        cursor.execute(
            "TRUNCATE journal_look, journal_link, base_done, procrastinate_events,"
            " procrastinate_jobs CASCADE"
        )
