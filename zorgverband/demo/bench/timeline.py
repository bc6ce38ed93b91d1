"""The page of news: as care, as family, as the social side in a mostly medical dossier; and the
worst there is: somebody who may read next to nothing of it."""

from collections.abc import Callable, Iterator
from uuid import UUID

from django.db import connections

from .measure import Question, page, plain_rows
from .place import Place
from .visitor import Visitor

COLUMNS = (
    "id, about_id, subject, kind, author_id, author_member_id, created_at, happened_at, audience, "
    "circle, title, body, version, edited_at, taken_over_from, compartment_id"
)
LOOKERS = {"gp": "care", "daughter": "family", "consultant": "social"}
LITTLE = {"work": "social, reads 3", "coming": "neighbour, reads 3"}
RARE_SUBJECT = 13


def questions(place: Place) -> Iterator[Question]:
    """The page for everybody, and one filtered on a subject that hardly occurs."""
    for size in place.sizes:
        address = f"/n/{place.network(size)}/nieuws/"
        for key, who in {**LOOKERS, **LITTLE}.items():
            visitor = Visitor(place.person(key, size))
            yield Question("news", who, size, page(visitor, address), _same_rows(visitor, address))
        daughter = Visitor(place.person("daughter", size))
        filtered = f"{address}?subject={RARE_SUBJECT}"
        yield Question(
            "news, rare subject", "family", size, page(daughter, filtered),
            _same_rows(daughter, filtered),
        )  # fmt: skip


def _same_rows(visitor: Visitor, address: str) -> Callable[[], object]:
    return plain_rows(
        f"SELECT {COLUMNS} FROM sharing_item "  # noqa: S608 - names of columns
        "WHERE id = ANY (%s) ORDER BY happened_at DESC, id DESC",
        [items_on(visitor, address)],
    )


def items_on(visitor: Visitor, address: str) -> list[UUID]:
    """The items a page shows."""
    from zorgverband.base.look import shown_in

    return list(shown_in(visitor.get(address).body))


def newest(place: Place, size: int, subject: int) -> UUID:
    """The newest item on a subject."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT id FROM sharing_item WHERE network_id = %s AND subject = %s AND audience IS NULL "
            "ORDER BY happened_at DESC LIMIT 1",
            [place.network(size), subject],
        )
        row = cursor.fetchone()
    assert row is not None
    found: UUID = row[0]
    return found
