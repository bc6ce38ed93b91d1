"""Nobody changes, or counts by changing, a row they cannot see: in every table, as the application role.

A statement that reads no column ("make all of these closed") is not held against the locks on reading;
how many rows it hits, or that one of them is guarded, would tell of what is hidden.
"""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, transaction

from tests.cast import Cast, Somebody
from tests.doors.world import World, furnish
from zorgverband.base.viewer import enter

Columns = list[tuple[str, str, str, str]]
SOMETHING = {"bool": "true", "int2": "1", "int4": "1", "float8": "1", "numeric": "1",
             "text": "''", "date": "DATE '2026-01-02'", "time": "TIME '12:00'",
             "timestamptz": "now()", "_uuid": "'{}'", "_int2": "'{}'", "jsonb": "'{}'"}  # fmt: skip


class _Undone(Exception):
    """So that what was tried is rolled back."""


@pytest.fixture
def world(cast: Cast) -> World:
    """One of everything, and something in a compartment that the client is not named in."""
    found = furnish(cast)
    cast.owner.execute("UPDATE sharing_item SET compartment_id = %s WHERE id = %s",
                       [found.ids["compartment"], found.ids["health"]])  # fmt: skip
    return found


def columns(cast: Cast) -> Columns:
    """Of every table that the application may change: its key, a column it may change, a value."""
    rows = cast.owner.execute(
        "SELECT c.relname, k.attname, a.attname, t.typname FROM pg_attribute a"
        " JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid"
        " JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary"
        " JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = i.indkey[0]"
        " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0"
        " AND has_column_privilege('zv_app', c.oid, a.attnum, 'UPDATE')"
        " AND has_column_privilege('zv_app', c.oid, k.attnum, 'SELECT') ORDER BY 1, 3"
    ).fetchall()
    found = {
        table: (table, key, name, SOMETHING[kind])
        for table, key, name, kind in rows
        if kind in SOMETHING
    }
    return list(found.values())


def outcome(text: str) -> str:
    """What comes of one statement; it is undone."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(text)
            done = f"{cursor.rowcount} rows"
            raise _Undone
    except _Undone:
        return done
    except DatabaseError as error:
        return str(error).splitlines()[0]


def told(cast: Cast, who: Somebody, those: Columns) -> Iterator[str]:
    """Where a statement that reads nothing comes to something else than over the rows one sees."""
    with transaction.atomic():
        enter(person=who.person, networks=[cast.network])
        for table, key, name, value in those:
            blind = f"UPDATE {table} SET {name} = {value}"
            found, wanted = outcome(blind), outcome(f"{blind} WHERE {key} IS NOT NULL")
            if found != wanted:
                yield f"{who.name}, {table}.{name}: {found}, of what they see {wanted}"


@pytest.mark.slow
def test_no_statement_reaches_a_row_that_who_runs_it_cannot_see(world: World) -> None:
    those, cast = columns(world.cast), world.cast
    assert len(those) > 40
    looking = (cast.jannie, cast.hanneke, cast.linda)
    faults = [one for who in looking for one in told(cast, who, those)]
    assert not faults, "\n".join(faults)


def test_without_the_lock_on_unseen_rows_it_is_noticed(world: World) -> None:
    # The control: who decides would count what lies in a compartment about them.
    owner, cast = world.cast.owner, world.cast
    found = owner.execute("SELECT qual FROM pg_policies WHERE tablename = 'sharing_item'"
                          " AND policyname = 'seen_changed'").fetchone()  # fmt: skip
    assert found is not None
    owner.execute("DROP POLICY seen_changed ON sharing_item")
    try:
        circle: Columns = [("sharing_item", "id", "circle", "''")]
        assert len(list(told(cast, cast.jannie, circle))) == 1
    finally:
        owner.execute("CREATE POLICY seen_changed ON sharing_item AS RESTRICTIVE FOR UPDATE TO zv_app"
                      f" USING ({found[0]}) WITH CHECK (true)")  # fmt: skip
    assert list(told(cast, cast.jannie, circle)) == []
