"""Noticing every row that changes, in any table: stricter than comparing sums before and after, as
a change that is undone again is noticed too.

A trigger on every table, in this test process's own copy of the database, writes down each row that
was added, removed or made different. What does not count is the access log, which every look adds
to, and sessions, which belong to the browser.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql

ASIDE = ("journal_look", "journal_link", "privacy_consultation", "people_session", "doors_noted")
_MAKE = """
CREATE TABLE doors_noted (at bigserial, name text, what text);
CREATE FUNCTION doors_note() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP <> 'UPDATE' OR OLD IS DISTINCT FROM NEW THEN
        INSERT INTO doors_noted (name, what) VALUES (TG_TABLE_NAME, TG_OP);
    END IF;
    RETURN NULL;
END
$$;
"""
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL (%s)"
Connection = psycopg.Connection[Any]


class Watch:
    """What changed since it was last asked."""

    def __init__(self, owner: Connection) -> None:
        self.owner = owner

    def forget(self) -> None:
        """From here."""
        # Not TRUNCATE: after that every session plans anew what it writes here.
        self.owner.execute("DELETE FROM doors_noted")

    def changes(self) -> list[str]:
        """'sharing_item INSERT', one for each row, in order; and forget them."""
        rows = self.owner.execute("DELETE FROM doors_noted RETURNING at, name, what").fetchall()
        return [f"{name} {what}" for _at, name, what in sorted(rows)]


@contextmanager
def watching(owner: Connection) -> Iterator[Watch]:
    """Watch every table as long as this lasts."""
    owner.execute(_MAKE)
    tables = [row[0] for row in owner.execute(_TABLES, [list(ASIDE)])]
    make = sql.SQL("CREATE TRIGGER doors_note AFTER INSERT OR UPDATE OR DELETE ON {} "
                   "FOR EACH ROW EXECUTE FUNCTION doors_note()")  # fmt: skip
    try:
        for table in tables:
            owner.execute(make.format(sql.Identifier(table)))
        yield Watch(owner)
    finally:
        owner.execute("DROP FUNCTION doors_note() CASCADE")
        owner.execute("DROP TABLE doors_noted")
