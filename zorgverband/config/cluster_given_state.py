"""What must hold on a PostgreSQL that someone else runs, and the statement that makes it so.

Each line is looked at first and applied only where it does not hold, so a server that was prepared
by an administrator needs no rights of ours.
"""

from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

MAY_NOT = "NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION"
SET_CONFIG = "pg_catalog.set_config(text, text, boolean)"


@dataclass(frozen=True)
class Demand:
    """A condition in SQL and the statement that brings it about; {database} is filled in."""

    holds: str
    apply: str


def _role(name: str, login: str) -> Demand:
    password = f" PASSWORD {{{name}}}" if login == "LOGIN" else ""
    return Demand(
        f"EXISTS (SELECT FROM pg_roles WHERE rolname = '{name}')",
        f"CREATE ROLE {name} {login} {MAY_NOT}{password}",
    )


def _clock(name: str) -> Demand:
    return Demand(
        "EXISTS (SELECT FROM pg_db_role_setting JOIN pg_roles r ON r.oid = setrole"
        f" WHERE rolname = '{name}' AND 'TimeZone=UTC' = ANY (setconfig))",
        f"ALTER ROLE {name} SET timezone = 'UTC'",
    )


DEMANDS = (
    _role("zv_keeper", "NOLOGIN"),
    _role("zv_owner", "LOGIN"),
    _role("zv_app", "LOGIN"),
    Demand("pg_has_role('zv_owner', 'zv_keeper', 'MEMBER')", "GRANT zv_keeper TO zv_owner"),
    _clock("zv_owner"),
    _clock("zv_app"),
    Demand(
        f"NOT has_function_privilege('zv_app', '{SET_CONFIG}', 'EXECUTE')",
        f"REVOKE EXECUTE ON FUNCTION {SET_CONFIG} FROM PUBLIC",
    ),
    Demand(
        f"has_function_privilege('zv_owner', '{SET_CONFIG}', 'EXECUTE')"
        f" AND has_function_privilege('zv_keeper', '{SET_CONFIG}', 'EXECUTE')",
        f"GRANT EXECUTE ON FUNCTION {SET_CONFIG} TO zv_owner, zv_keeper",
    ),
    Demand(
        "NOT has_schema_privilege('zv_app', 'public', 'CREATE')",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    ),
    Demand(
        "has_schema_privilege('zv_app', 'public', 'USAGE')",
        "GRANT USAGE ON SCHEMA public TO zv_app",
    ),
    Demand(
        "has_schema_privilege('zv_owner', 'public', 'CREATE')"
        " AND has_schema_privilege('zv_keeper', 'public', 'CREATE')",
        "GRANT USAGE, CREATE ON SCHEMA public TO zv_owner, zv_keeper",
    ),
    Demand(
        "NOT has_database_privilege('zv_app', current_database(), 'TEMP')",
        "REVOKE ALL ON DATABASE {database} FROM PUBLIC",
    ),
    Demand(
        "has_database_privilege('zv_app', current_database(), 'CONNECT')",
        "GRANT CONNECT ON DATABASE {database} TO zv_app",
    ),
    Demand(
        "has_database_privilege('zv_owner', current_database(), 'CONNECT')"
        " AND has_database_privilege('zv_owner', current_database(), 'CREATE')",
        "GRANT CONNECT, CREATE ON DATABASE {database} TO zv_owner",
    ),
)


def meet_demands(connection: psycopg.Connection[Any], *, passwords: dict[str, str]) -> list[str]:
    """Apply what does not hold yet and return the statements that we were not allowed to run.

    `connection` is in autocommit. Passwords reach the server as SCRAM verifiers only.
    """
    missing = []
    for demand in DEMANDS:
        if not _holds(connection, demand):
            _apply(connection, demand, passwords)
        if not _holds(connection, demand):
            missing.append(_readable(connection, demand))
    return missing


def verifier(connection: psycopg.Connection[Any], *, role: str, password: str) -> str:
    """Return what the server keeps of a password, so that its log never sees the password."""
    made = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
    return made.decode()


def _holds(connection: psycopg.Connection[Any], demand: Demand) -> bool:
    try:
        row = connection.execute(sql.SQL(f"SELECT {demand.holds}")).fetchone()
    except psycopg.errors.UndefinedObject:
        return False  # about a role that could not be made
    return bool(row and row[0])


def _apply(connection: psycopg.Connection[Any], demand: Demand, passwords: dict[str, str]) -> None:
    parts: dict[str, sql.Composable] = {
        role: sql.Literal(verifier(connection, role=role, password=passwords[role]))
        for role in ("zv_owner", "zv_app")
    }
    parts["database"] = sql.Identifier(connection.info.dbname)
    try:
        connection.execute(sql.SQL(demand.apply).format(**parts))
    except (psycopg.errors.InsufficientPrivilege, psycopg.errors.UndefinedObject):
        return


def _readable(connection: psycopg.Connection[Any], demand: Demand) -> str:
    hidden = "'<wachtwoord>'"
    return demand.apply.format(
        zv_owner=hidden, zv_app=hidden, database=f'"{connection.info.dbname}"'
    )
