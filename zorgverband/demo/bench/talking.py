"""The page of a conversation with a hundred messages, and of one with ten thousand beside it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.db import connections

from .measure import Question, page, plain_rows
from .place import Place
from .visitor import Visitor

LENGTHS = (100, 10_000)
SHOWN = 50
ROWS = """
SELECT id, number, author_id, author_member_id, created_at, body, files, mentioned, taken_back_at
FROM talks_message WHERE item_id = %s ORDER BY number DESC LIMIT %s
"""
HEADER = """
INSERT INTO sharing_item (id, network_id, about_id, subject, kind, author_id, author_member_id,
    created_at, happened_at, circle, denied, allowed, title, body, in_news, version, taken_over_from,
    source)
SELECT %(item)s, network_id, about_id, 1, 'conversation', author_id, author_member_id, %(at)s, %(at)s,
       'everyone', '{}', '{}', 'De wond', 'Hoe gaat het?', false, 1, '', ''
FROM sharing_item WHERE network_id = %(network)s AND subject <= 5 AND audience IS NULL
ORDER BY id LIMIT 1
ON CONFLICT (id) DO NOTHING
"""
TALK = """
INSERT INTO talks_conversation (item_id, network_id, last_number, last_at)
VALUES (%(item)s, %(network)s, %(length)s, %(at)s) ON CONFLICT (item_id) DO NOTHING
"""
MESSAGES = """
INSERT INTO talks_message (id, network_id, item_id, number, author_id, author_member_id, created_at,
    body, files, mentioned)
SELECT gen_random_uuid(), i.network_id, i.id, n, i.author_id, i.author_member_id,
       %(at)s + n * interval '1 second', 'De wond ziet er beter uit. Morgen kijk ik weer.', '{}', '{}'
FROM sharing_item i CROSS JOIN generate_series(1, %(length)s) n WHERE i.id = %(item)s
ON CONFLICT (item_id, number) DO NOTHING
"""


def questions(place: Place) -> Iterator[Question]:
    """Both as the GP, who read neither; in plain SQL the same fifty messages."""
    network, person = place.network(place.sizes[0]), place.person("gp", place.sizes[0])
    for length in LENGTHS:
        item = fill(network, length)
        yield Question(
            "conversation", "care", length,
            page(Visitor(person), f"/n/{network}/gesprek/{item}/"), plain_rows(ROWS, [item, SHOWN]),
        )  # fmt: skip


def fill(network: UUID, length: int) -> UUID:
    """A conversation of this length, from before this run; made once in a database that is kept."""
    item = uuid5(network, f"conversation of {length}")
    facts: dict[str, Any] = {
        "item": item,
        "network": network,
        "length": length,
        "at": datetime.now(UTC) - timedelta(days=2),
    }
    with connections["owner"].cursor() as cursor:
        for words in (HEADER, TALK, MESSAGES):
            cursor.execute(words, facts)
    return item
