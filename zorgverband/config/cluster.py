"""PostgreSQL from the wheel, run by ourselves: one cluster per data directory.

It listens on a socket in a closed directory only, asks a random password of every role, never runs
as root, and comes back after kill -9 of everything.
"""

import fcntl
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from zorgverband.config.cluster_place import (
    Place,
    choose_place,
    is_made,
    prepare_data_dir,
    remember_made,
)
from zorgverband.config.cluster_roles import DATABASE, apply_roles, guard_database
from zorgverband.config.cluster_secrets import keep_secrets
from zorgverband.config.postgres import check_version, launch, make_cluster, wait_until_ready
from zorgverband.config.postgres_processes import (
    ServerIdentity,
    clear_leftovers,
    end_postmaster,
    find_postmaster,
    is_ready,
)


class Cluster:
    """The database server of `data_dir`. All methods may be called from several processes."""

    def __init__(self, data_dir: Path, *, durable: bool = True) -> None:
        """Prepare the directories; nothing is started yet. `durable=False` is for tests: it leaves
        out fsync. Raises the refusals of `cluster_place`."""
        self.data_dir = prepare_data_dir(data_dir=data_dir)
        self.durable = durable
        with self._lock():
            self.secrets = keep_secrets(data_dir=self.data_dir)
            self.place: Place = choose_place(data_dir=self.data_dir, identity=self.secrets["id"])
        self.identity = ServerIdentity(
            uid=self.place.account.uid,
            pgdata=self.place.pgdata,
            socket_dir=self.place.socket_dir,
            cluster_name=f"zv-{self.secrets['id']}",
        )
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server and bring roles and databases to what they must be; when it runs
        already, leave it. Clears what a killed server left. Raises DatabaseDidNotStart.

        The server ends when the process that started it dies: start it from a main thread.
        """
        with self._lock():
            if self.running():
                return
            clear_leftovers(identity=self.identity)
            if self.process is not None:
                self.process.wait()
            self._make_when_missing()
            self.process = launch(
                place=self.place,
                cluster_name=self.identity.cluster_name,
                log=self.log,
                durable=self.durable,
            )
            wait_until_ready(process=self.process, identity=self.identity, log=self.log)
            self._apply_desired_state()

    def stop(self) -> None:
        """Stop the server, whoever started it; open transactions are rolled back."""
        with self._lock():
            end_postmaster(identity=self.identity)
            if self.process is not None:
                self.process.wait()
                self.process = None
            clear_leftovers(identity=self.identity)

    def running(self) -> bool:
        """Say whether the server runs and takes connections."""
        if self.process is not None and self.process.poll() is not None:
            self.process = None  # reaped: a dead child would otherwise stay behind as a zombie
        return is_ready(identity=self.identity)

    def pid(self) -> int | None:
        """Return the process id of the server, or None when it does not run."""
        return find_postmaster(identity=self.identity)

    def dsn(self, role: str = "zv_app", database: str = DATABASE) -> str:
        """Return the connection address of `role` ("zv_app", "zv_owner" or "zv_super").

        It holds a password: hand it on by environment, never as an argument of a process.
        """
        host = quote(str(self.place.socket_dir), safe="")
        password = quote(self.secrets[role], safe="")
        return f"postgresql://{role}:{password}@/{quote(database, safe='')}?host={host}"

    def create_database(self, name: str, template: str | None = None) -> None:
        """Make database `name`, owned by zv_owner and closed to others, when it does not exist.

        `template` is a database to copy, to which nobody may be connected at that moment.
        """
        with self._superuser("postgres") as connection:
            known = "SELECT FROM pg_database WHERE datname = %s"
            if connection.execute(known, [name]).rowcount:
                return
            text = "CREATE DATABASE {} OWNER zv_owner TEMPLATE {}"
            source = sql.Identifier(template or "template1")
            connection.execute(sql.SQL(text).format(sql.Identifier(name), source))
        with self._superuser(name) as connection:
            guard_database(connection)

    def drop_database(self, name: str) -> None:
        """Remove database `name` and end its connections; nothing happens when it is not there."""
        with self._superuser("postgres") as connection:
            text = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            connection.execute(text)

    def start_over(self) -> None:
        """Replace our database by an empty one, with everything in it gone: only for a demo that
        was never finished."""
        self.drop_database(DATABASE)
        self.create_database(DATABASE)

    def destroy(self) -> None:
        """Stop the server and remove the cluster with everything in it; for tests."""
        self.stop()
        shutil.rmtree(self.place.socket_dir, ignore_errors=True)
        shutil.rmtree(self.place.home)
        (self.data_dir / "place.json").unlink(missing_ok=True)

    @property
    def log(self) -> Path:
        """The server's own log: no statements and no values of users are written there."""
        return self.data_dir / "log" / "postgres.log"

    def _make_when_missing(self) -> None:
        self.log.parent.mkdir(mode=0o700, exist_ok=True)
        if not is_made(data_dir=self.data_dir):
            make_cluster(place=self.place, password=self.secrets["zv_super"], log=self.log)
            remember_made(data_dir=self.data_dir)
        check_version(place=self.place)

    def _apply_desired_state(self) -> None:
        with self._superuser("postgres") as connection:
            apply_roles(connection, passwords=self.secrets)
        for name in ("postgres", "template1"):
            with self._superuser(name) as connection:
                guard_database(connection)
        self.create_database(DATABASE)

    @contextmanager
    def _superuser(self, database: str) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
        with psycopg.connect(self.dsn("zv_super", database), autocommit=True) as connection:
            yield connection

    @contextmanager
    def _lock(self) -> Iterator[None]:
        with (self.data_dir / "cluster.lock").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
