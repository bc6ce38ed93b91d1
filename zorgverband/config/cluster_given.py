"""The PostgreSQL that DATABASE_URL names, instead of the wheel's own."""

import os
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from zorgverband.config.cluster_given_state import meet_demands
from zorgverband.config.cluster_place import prepare_data_dir
from zorgverband.config.cluster_roles import DATABASE
from zorgverband.config.cluster_secrets import keep_secrets
from zorgverband.config.refusals_given import (
    BadDatabaseUrl,
    DemoHalfBuilt,
    PasswordUnknown,
    ServerIncomplete,
    ServerTooOld,
    ServerUnreachable,
)

OLDEST = 160000
GIVEN = {"zv_app": "ZV_APP_URL", "zv_owner": "ZV_OWNER_URL"}
PATIENCE = 10


class GivenServer:
    """A server that someone else runs; we make our roles in its database where we may.

    An administrator who made the roles beforehand gives ZV_APP_URL and ZV_OWNER_URL as well.
    """

    def __init__(self, data_dir: Path, *, url: str) -> None:
        """Read the addresses; no connection is made yet. Raises BadDatabaseUrl."""
        self.data_dir = prepare_data_dir(data_dir=data_dir)
        self.secrets = keep_secrets(data_dir=self.data_dir)
        self.url = _checked("DATABASE_URL", url)
        self.given = {
            role: _checked(name, os.environ[name])
            for role, name in GIVEN.items()
            if os.environ.get(name)
        }

    def start(self) -> None:
        """Make the roles and close the database to others, and see that both roles can sign in.

        Raises ServerUnreachable, ServerTooOld, ServerIncomplete or PasswordUnknown.
        """
        try:
            with psycopg.connect(self.url, autocommit=True, connect_timeout=PATIENCE) as connection:
                if connection.info.server_version < OLDEST:
                    found = connection.info.parameter_status("server_version") or "?"
                    raise ServerTooOld(found=found.split()[0])
                missing = meet_demands(connection, passwords=self.secrets)
        except psycopg.OperationalError as error:
            raise ServerUnreachable(name="DATABASE_URL", reason=_reason(error)) from None
        if missing:
            raise ServerIncomplete(missing="; ".join(missing) + ";")
        for role in GIVEN:
            self._try(role)

    def stop(self) -> None:
        """Leave the server alone: it is not ours."""

    def start_over(self) -> None:
        """Refuse: what stands in someone else's database is not ours to throw away."""
        raise DemoHalfBuilt()

    def running(self) -> bool:
        """Say yes: connections that break are made again by whoever needs them."""
        return True

    def dsn(self, role: str = "zv_app", database: str = DATABASE) -> str:
        """Return the connection address of `role`, with every option of DATABASE_URL, whose
        database takes the place of ours."""
        if role in self.given:
            return self.given[role]
        options: dict[str, str] = {"user": role, "password": self.secrets[role]}
        if database and database != DATABASE:
            options["dbname"] = database
        return make_conninfo(self.url, **options)

    def _try(self, role: str) -> None:
        try:
            psycopg.connect(self.dsn(role), connect_timeout=PATIENCE).close()
        except psycopg.OperationalError as error:
            if role in self.given or "password" not in str(error):
                name = GIVEN[role] if role in self.given else "DATABASE_URL"
                raise ServerUnreachable(name=name, reason=_reason(error)) from None
            raise PasswordUnknown(role=role, path=self.data_dir) from None


def _checked(name: str, url: str) -> str:
    try:
        known = conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise BadDatabaseUrl(name=name) from None
    if not known.get("dbname"):
        raise BadDatabaseUrl(name=name)
    return url


def _reason(error: psycopg.OperationalError) -> str:
    return (str(error).strip().splitlines() or ["?"])[0].strip(" .")
