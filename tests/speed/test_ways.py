"""However little somebody may read of a large dossier, the ways along the indexes find all of it:
`privacy/locks/reading.sql` walks a few steps, then looks only where something could be."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connection

from tests.cast import Cast
from zorgverband.privacy.apply import LOCKS
from zorgverband.sharing.queries import Filter, found, timeline, unread_count
from zorgverband.sharing.subjects import Subject

NOW = datetime.now(UTC)
STEPS = "CREATE OR REPLACE FUNCTION privacy.steps() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT {}'"
Way = Callable[[Cast], UUID]


@pytest.fixture
def few_steps(owner: psycopg.Connection[Any]) -> Iterator[None]:
    """A walk passes one item before it looks elsewhere."""
    owner.execute(STEPS.format(1))
    # A connection that walked before keeps its plan, with the number of steps in it.
    connection.close()
    yield
    owner.execute(STEPS.format(200))
    connection.close()


def bury(cast: Cast) -> None:
    """Lay forty newer items on top that Ria, the neighbour, may not read."""
    for number in range(40):
        cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.anouk,
                  at=NOW - timedelta(minutes=number), body="Rustig.")  # fmt: skip


def deep(cast: Cast, **columns: Any) -> UUID:
    """One item about money by Anouk, three weeks ago."""
    facts = {"about": cast.jannie, "subject": Subject.MONEY, "author": cast.anouk,
             "at": NOW - timedelta(days=21), "body": "Een schat."}  # fmt: skip
    return cast.item(**{**facts, **columns})


def permitted(cast: Cast) -> UUID:
    cast.permit(cast.ria, Subject.MONEY, about=cast.jannie, read=True, past=True)
    return deep(cast)


def permitted_lately(cast: Cast) -> UUID:
    since = NOW - timedelta(days=5)
    cast.permit(cast.ria, Subject.MONEY, about=cast.jannie, read=True, since=since)
    deep(cast)
    return deep(cast, at=NOW - timedelta(days=4))


def written_down_later(cast: Cast) -> UUID:
    since = NOW - timedelta(days=5)
    cast.permit(cast.ria, Subject.MONEY, about=cast.jannie, read=True, since=since)
    return deep(cast, created_at=NOW - timedelta(days=3))


def allowed(cast: Cast) -> UUID:
    return deep(cast, allowed=[cast.ria.member])


def own_words(cast: Cast) -> UUID:
    return deep(cast, author=cast.ria)


def about_oneself(cast: Cast) -> UUID:
    return deep(cast, about=cast.ria, subject=Subject.CARER)


def of_the_household(cast: Cast) -> UUID:
    cast.permit(cast.ria, Subject.HOME, about=cast.network, read=True, past=True)
    return deep(cast, about=cast.network, subject=Subject.HOME)


WAYS: tuple[Way, ...] = (
    permitted, permitted_lately, written_down_later, allowed, own_words, about_oneself,
    of_the_household,
)  # fmt: skip


def seen(cast: Cast, entered: Any, **filters: Any) -> set[UUID]:
    with entered(cast.ria):
        rows = timeline(network=cast.network, wanted=Filter(**filters))
    return {row["id"] for row in rows}


@pytest.mark.parametrize("way", WAYS)
def test_what_lies_deep_is_found(way: Way, cast: Cast, entered: Any, few_steps: None) -> None:
    bury(cast)
    item = way(cast)
    assert seen(cast, entered) == {item}
    author = cast.ria if way is own_words else cast.anouk
    assert seen(cast, entered, author=author.person) == {item}
    with entered(cast.ria):
        new = 0 if way is own_words else 1
        assert unread_count(network=cast.network, person=cast.ria.person) == new
        rows = found(network=cast.network, words="schat", before=NOW + timedelta(days=1))
    assert [row["id"] for row in rows] == [item]


def test_a_way_that_is_missing_would_be_noticed(
    cast: Cast, entered: Any, few_steps: None, owner: psycopg.Connection[Any]
) -> None:
    bury(cast)
    permitted(cast)
    kept = owner.execute(
        "SELECT pg_get_functiondef('privacy.openings(uuid)'::regprocedure)"
    ).fetchone()
    assert kept is not None
    owner.execute(kept[0].replace("WHERE o.since IS NOT NULL", "WHERE false"))
    try:
        assert seen(cast, entered) == set()
    finally:
        owner.execute(kept[0])


def test_the_ways_look_past_no_lock() -> None:
    # Only how far back to walk is asked of everything; every row comes through the locks.
    text = (Path(LOCKS) / "reading.sql").read_text()
    definers = [part.split("(")[0] for part in text.split("CREATE FUNCTION privacy.")[1:]
                if "SECURITY DEFINER" in part.split("AS $$")[0]]  # fmt: skip
    assert definers == ["horizon", "written_horizon"]
