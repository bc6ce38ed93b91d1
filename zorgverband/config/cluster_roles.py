"""The roles of the database and what they may not do: desired state, applied at every start.

`zv_owner` owns the tables and migrates, `zv_app` is all the pages and jobs ever are, `zv_keeper`
owns the functions that look past a lock and cannot sign in. Only `zv_super` made the cluster.
"""

from typing import Any

import psycopg
from psycopg import sql

from zorgverband.config.cluster_given_state import MAY_NOT, verifier
from zorgverband.config.refusals import UnsafeRole

DATABASE = "zorgverband"

GUARDS = """
    REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO zv_owner, zv_keeper;
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public TO zv_app;
    GRANT USAGE, CREATE ON SCHEMA public TO zv_owner, zv_keeper;
"""

FAULTS = """
    SELECT fault FROM pg_roles me, LATERAL (VALUES
        ('SUPERUSER', me.rolsuper),
        ('BYPASSRLS', me.rolbypassrls),
        ('CREATEROLE', me.rolcreaterole),
        ('REPLICATION', me.rolreplication),
        ('owner of a table', EXISTS (SELECT FROM pg_class WHERE relowner = me.oid)),
        ('owner of the database', EXISTS (
            SELECT FROM pg_database WHERE datname = current_database() AND datdba = me.oid)),
        ('member of another role', EXISTS (SELECT FROM pg_auth_members WHERE member = me.oid)),
        ('set_config', has_function_privilege(
            me.oid, 'pg_catalog.set_config(text, text, boolean)', 'EXECUTE')),
        ('CREATE in schema public', has_schema_privilege(me.oid, 'public', 'CREATE'))
    ) AS found (fault, there)
    WHERE me.rolname = current_user AND there
"""


def apply_roles(connection: psycopg.Connection[Any], *, passwords: dict[str, str]) -> None:
    """Make the three roles, or bring them back to what they may; idempotent.

    `connection` is a superuser in autocommit. Passwords travel inside the connection only.
    """
    for role, may in (("zv_keeper", "NOLOGIN"), ("zv_owner", "LOGIN"), ("zv_app", "LOGIN")):
        known = connection.execute("SELECT FROM pg_roles WHERE rolname = %s", [role]).rowcount
        verb = sql.SQL("ALTER ROLE {} " if known else "CREATE ROLE {} ").format(
            sql.Identifier(role)
        )
        connection.execute(verb + sql.SQL(f"{may} {MAY_NOT}"))
        if may == "LOGIN":
            kept = verifier(connection, role=role, password=passwords[role])
            text = sql.SQL("ALTER ROLE {} PASSWORD {}")
            connection.execute(text.format(sql.Identifier(role), sql.Literal(kept)))
            connection.execute(
                sql.SQL("ALTER ROLE {} SET timezone = 'UTC'").format(sql.Identifier(role))
            )
    connection.execute("GRANT zv_keeper TO zv_owner")


def guard_database(connection: psycopg.Connection[Any]) -> None:
    """Close the database of `connection` (superuser or its owner) to all but our roles."""
    connection.execute(GUARDS)
    name = sql.Identifier(connection.info.dbname)
    connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
    connection.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO zv_app, zv_owner").format(name))


def faults_of_role(dsn: str) -> list[str]:
    """Return what the role of `dsn` may that would make the locks worthless; empty when safe."""
    with psycopg.connect(dsn) as connection:
        return [row[0] for row in connection.execute(FAULTS).fetchall()]


def refuse_unsafe_role(dsn: str) -> None:
    """Raise UnsafeRole when the role of `dsn` could walk around the row-level locks."""
    faults = faults_of_role(dsn)
    if faults:
        role = psycopg.conninfo.conninfo_to_dict(dsn).get("user", "?")
        raise UnsafeRole(role=role, faults=", ".join(faults))
