"""Searching for a word that is everywhere and for one that is hardly anywhere."""

from collections.abc import Iterator

from .measure import Question, page, plain_rows
from .place import Place
from .timeline import COLUMNS
from .visitor import Visitor

WORDS = (
    ("gp", "care", "common", "wond"),
    ("gp", "care", "rare", "dwangsom"),
    ("consultant", "social", "common", "koffie"),
    ("consultant", "social", "common elsewhere", "wond"),
    ("coming", "neighbour, reads 3", "common elsewhere", "wond"),
)


def questions(place: Place) -> Iterator[Question]:
    """The page with what was found; in plain SQL everything that holds the word, newest first."""
    for size in place.sizes:
        network = place.network(size)
        for key, who, kind, word in WORDS:
            visitor = Visitor(place.person(key, size))
            yield Question(
                f"search, {kind} word", who, size, page(visitor, f"/n/{network}/zoeken/?q={word}"),
                plain_rows(
                    f"SELECT {COLUMNS} FROM sharing_item "  # noqa: S608 - names of columns
                    "WHERE network_id = %s AND search @@ public.item_query(%s) "
                    "ORDER BY happened_at DESC, id DESC LIMIT 31",
                    [network, word],
                ),
            )  # fmt: skip
