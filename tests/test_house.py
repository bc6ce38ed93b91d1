"""The map of the house holds: every table is locked, arrows point down, SQL stays in its rooms.

Each check is a function that answers what is wrong; beside the test that wants nothing wrong stands
a control that puts one fault there and sees it found.
"""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction

from tests.cast import Cast
from zorgverband.config.cluster import Cluster
from zorgverband.config.cluster_roles import faults_of_role

from . import database
from .sizes import too_large

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "zorgverband"
# Reachable before anybody is known, and without facts about clients; or public by nature.
OPEN_TABLES = {
    "account_emailaddress", "account_emailconfirmation", "auth_group", "auth_group_permissions",
    "auth_permission", "django_content_type", "django_migrations", "mfa_authenticator",
    "people_account", "people_organisation", "people_session", "people_team", "procrastinate_events",
    "procrastinate_jobs", "procrastinate_periodic_defers", "procrastinate_workers",
    "socialaccount_socialaccount", "socialaccount_socialapp", "socialaccount_socialtoken",
}  # fmt: skip
Connection = psycopg.Connection[Any]


def column(owner: Connection, text: str) -> list[str]:
    return [row[0] for row in owner.execute(text).fetchall()]


# --- locks


def tables_without_a_lock(owner: Connection) -> list[str]:
    """Tables where row-level security is off or not forced, or the application has no policy."""
    return column(
        owner,
        """
        SELECT c.relname::text FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
            SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive
              AND 'zv_app'::regrole = ANY (p.polroles)))
        ORDER BY 1
        """,
    )


def open_tables(owner: Connection) -> set[str]:
    """Tables of which the application reads every row without a viewer."""
    return set(
        column(
            owner,
            """
            SELECT tablename::text FROM pg_policies
            WHERE 'zv_app' = ANY (roles) AND cmd IN ('ALL', 'SELECT') AND qual = 'true'
              AND permissive = 'PERMISSIVE'
            """,
        )
    )


def test_every_table_has_a_forced_lock_with_a_policy_for_the_application(
    owner: Connection,
) -> None:
    assert tables_without_a_lock(owner) == []


@pytest.mark.parametrize("fault", ["", "enable", "force"])
def test_a_table_without_a_lock_is_found(owner: Connection, fault: str) -> None:
    with owner.transaction(force_rollback=True):
        owner.execute("CREATE TABLE scratch (id int)")
        if fault:
            owner.execute("ALTER TABLE scratch ENABLE ROW LEVEL SECURITY")
            owner.execute("CREATE POLICY p ON scratch TO zv_app USING (false)")
        if fault == "force":
            owner.execute("ALTER TABLE scratch FORCE ROW LEVEL SECURITY")
        assert tables_without_a_lock(owner) == ([] if fault == "force" else ["scratch"])


def test_only_tables_without_facts_about_clients_have_an_open_lock(owner: Connection) -> None:
    assert open_tables(owner) <= OPEN_TABLES
    with owner.transaction(force_rollback=True):
        owner.execute("CREATE POLICY wide ON sharing_item FOR SELECT TO zv_app USING (true)")
        assert open_tables(owner) - OPEN_TABLES == {"sharing_item"}


def views_that_look_past_locks(owner: Connection) -> list[str]:
    return column(
        owner,
        """
        SELECT relname::text FROM pg_class
        WHERE relnamespace IN ('public'::regnamespace, 'privacy'::regnamespace)
          AND (relkind = 'm' OR relkind = 'v'
               AND NOT COALESCE('security_invoker=true' = ANY (reloptions), false))
        """,
    )


def test_no_view_looks_past_the_locks(owner: Connection) -> None:
    assert views_that_look_past_locks(owner) == []
    with owner.transaction(force_rollback=True):
        owner.execute("CREATE VIEW peep AS SELECT * FROM sharing_item")
        assert views_that_look_past_locks(owner) == ["peep"]


def unsafe_functions(owner: Connection) -> list[str]:
    """Functions that run with the rights of another than the keeper, or without a search path."""
    return column(
        owner,
        """
        SELECT p.oid::regprocedure::text FROM pg_proc p
        WHERE p.pronamespace IN ('public'::regnamespace, 'privacy'::regnamespace) AND p.prosecdef
          AND (p.proowner <> 'zv_keeper'::regrole OR p.pronamespace = 'public'::regnamespace
               OR NOT COALESCE('search_path=public, pg_temp' = ANY (p.proconfig), false))
        """,
    )


def test_functions_that_look_past_locks_belong_to_the_keeper_and_choose_their_own_path(
    owner: Connection,
) -> None:
    assert unsafe_functions(owner) == []
    with owner.transaction(force_rollback=True):
        owner.execute(
            "CREATE FUNCTION privacy.loose() RETURNS int LANGUAGE sql SECURITY DEFINER "
            "AS 'SELECT 1'"
        )
        assert unsafe_functions(owner) == ["privacy.loose()"]


def tables_not_as_readable_as_their_item(owner: Connection) -> set[str]:
    """Tables that belong to an item and whose lock does not ask for that item."""
    belonging = column(
        owner,
        """
        SELECT k.conrelid::regclass::text FROM pg_constraint k
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        WHERE k.contype = 'f' AND k.confrelid = 'sharing_item'::regclass
          AND a.attname = 'item_id' AND a.attnotnull
        """,
    )
    asking = column(
        owner,
        """
        SELECT tablename::text FROM pg_policies p
        WHERE 'zv_app' = ANY (roles) AND cmd IN ('ALL', 'SELECT')
          AND qual LIKE '%FROM sharing_item h%(h.id = ' || tablename || '.item_id)%'
        """,
    )
    return set(belonging) - set(asking)


def test_what_belongs_to_an_item_is_locked_by_that_item(owner: Connection) -> None:
    assert tables_not_as_readable_as_their_item(owner) == set()
    with owner.transaction(force_rollback=True):
        owner.execute("DROP POLICY as_item ON sharing_reply")
        owner.execute("CREATE POLICY as_item ON sharing_reply TO zv_app USING (item_id <> id)")
        assert tables_not_as_readable_as_their_item(owner) == {"sharing_reply"}


# --- the application role


def test_the_application_role_may_nothing_that_walks_around_a_lock(cluster: Cluster) -> None:
    name = database.worker_database()
    assert faults_of_role(cluster.dsn("zv_app", name)) == []
    assert "SUPERUSER" in faults_of_role(cluster.dsn("zv_super", name))


@pytest.mark.parametrize(
    "act",
    [
        "SET ROLE zv_keeper",
        "SET ROLE zv_owner",
        "SET SESSION AUTHORIZATION zv_owner",
        "SET row_security = off; SELECT * FROM sharing_item",
        "SELECT set_config('zv.networks', '{}', true)",
        "CREATE TABLE mine (id int)",
        "CREATE FUNCTION privacy.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "ALTER TABLE sharing_item DISABLE ROW LEVEL SECURITY",
        "DROP POLICY rule ON sharing_item",
        "TRUNCATE journal_look",
        "DELETE FROM journal_look",
        "UPDATE journal_look SET person_name = ''",
        "UPDATE sharing_item SET author_id = author_id",
        "UPDATE sharing_item SET compartment_id = NULL",
        "DELETE FROM sharing_item",
    ],
)
def test_the_application_role_is_refused(cast: Cast, act: str) -> None:
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute(act)


def test_without_entering_no_table_with_facts_about_people_shows_a_row(
    cast: Cast, owner: Connection
) -> None:
    shown = []
    for table in column(owner, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"):
        if table in OPEN_TABLES:
            continue
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f'SELECT 1 FROM "{table}" LIMIT 1')
                shown += [table] if cursor.fetchall() else []
        except DatabaseError:
            continue  # not even that
    assert shown == []
    assert column(owner, "SELECT id::text FROM networks_member LIMIT 1") != []


# --- rooms and floors


def floors() -> dict[str, int]:
    """How high each room lies, by the plan that import-linter guards."""
    plan = tomllib.loads((ROOT / "pyproject.toml").read_text())
    layers = plan["tool"]["importlinter"]["contracts"][0]["layers"]
    rooms = [re.split(r"\s*[|:]\s*", layer.strip("() ")) for layer in reversed(layers)]
    return {room.strip("() "): height for height, row in enumerate(rooms) for room in row}


def upward(references: Iterable[tuple[str, str]], heights: dict[str, int]) -> list[str]:
    """References from one room to another that do not point down."""
    return [
        f"{room} -> {other}"
        for room, other in references
        if room != other and heights[room] <= heights[other]
    ]


def foreign_keys() -> Iterator[tuple[str, str]]:
    rooms = floors()
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if not isinstance(field, models.ForeignKey) or not isinstance(target, type):
                continue
            room, other = model._meta.app_label, target._meta.app_label  # type: ignore[attr-defined]
            if room in rooms:
                yield room, other


def test_foreign_keys_point_down_between_rooms() -> None:
    heights = floors()
    found = set(foreign_keys())
    assert ("sharing", "networks") in found
    assert upward(found, heights) == []
    assert upward([("networks", "sharing"), ("agenda", "agreements")], heights) == [
        "networks -> sharing",
        "agenda -> agreements",
    ]


def test_every_room_has_a_floor() -> None:
    rooms = {path.parent.name for path in HOUSE.glob("*/__init__.py")}
    assert rooms - set(floors()) == set()


# --- where SQL stands, and what templates may hold

SQL_ROOMS = {"base", "privacy", "config", "demo"}
RAW_SQL = re.compile(r"\.cursor\(|\.raw\(|\.extra\(|\bRawSQL\b|\bpsycopg\.connect\b")
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)|<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE
)
VAGUE = {"utils", "helpers", "common", "manager", "managers", "service", "services", "handler",
         "handlers", "data"}  # fmt: skip


def sources() -> list[Path]:
    return [
        path
        for path in sorted(HOUSE.rglob("*.py"))
        if not {"migrations", "tests"} & set(path.relative_to(HOUSE).parts)
    ]


def lines_with(pattern: re.Pattern[str], paths: Iterable[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in paths
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if pattern.search(line)
    ]


def test_raw_sql_stands_only_in_the_rooms_that_may() -> None:
    elsewhere = [one for one in sources() if one.relative_to(HOUSE).parts[0] not in SQL_ROOMS]
    assert lines_with(RAW_SQL, elsewhere) == []
    assert lines_with(RAW_SQL, [HOUSE / "base" / "viewer.py"]) != []


def test_templates_hold_no_inline_script_or_style() -> None:
    templates = [*HOUSE.rglob("jinja2/**/*.html"), *HOUSE.rglob("templates/**/*.html")]
    assert len(templates) > 20
    assert lines_with(INLINE, templates) == []
    for fault in ('<p style="x">', "<script>go()</script>", '<a onclick="go()">', "<style>"):
        assert INLINE.search(fault), fault
    assert not INLINE.search('<script src="/page.js" defer></script>')


def test_modules_have_names_that_say_something() -> None:
    vague = {path for path in sources() if {path.stem, *path.parent.parts} & VAGUE}
    assert vague == set()


@pytest.mark.slow
def test_every_file_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sources()
        if path.read_text().strip() and not ast.get_docstring(ast.parse(path.read_text()))
    ]
    assert silent == []


def test_no_signals_carry_what_the_journal_should() -> None:
    pattern = re.compile(r"\b(pre|post)_(save|delete)\b|django\.dispatch")
    assert lines_with(pattern, sources()) == []


def test_the_list_of_large_files_and_functions_finds_them(tmp_path: Path) -> None:
    # The list itself is advice: `python -m tests.sizes`.
    long = tmp_path / "long.py"
    long.write_text("def f():\n" + "    x = 1\n" * 400)
    assert [line.split(":")[0] for line in too_large([long])] == ["long.py", "long.py f"]
    assert too_large([ROOT / "tests" / "__init__.py"]) == []
