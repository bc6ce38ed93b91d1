"""A world around the very moment at which it is looked at, so that "exactly now" can be tried.

It is never committed: one transaction of the superuser builds it, steps down to the application
role to look, and is rolled back. Within a transaction the database's clock stands still. Its database
is its own: what other tests left would be looked through by every viewer.
"""

import io
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from django.db import connections, transaction

from tests import database
from zorgverband.config.cluster import Cluster
from zorgverband.demo.dump import write_facts

from .compare import Expected, expectations, moment_of
from .worlds import World, build

ALIAS = "exact"


@dataclass(frozen=True)
class ExactWorld:
    """The worlds, their facts as the dump gives them, and the one connection that knows them."""

    connection: psycopg.Connection[Any]
    worlds: list[World]
    facts: dict[str, Any]
    expected: list[dict[str, Expected]]

    def become(self, role: str) -> None:
        """Be this role until the transaction, or the savepoint around this, ends."""
        self.connection.execute(f"SET LOCAL ROLE {role}")


@contextmanager
def exact_world(
    cluster: Cluster, *, seeds: Sequence[int], networks: int, items: int
) -> Iterator[ExactWorld]:
    """Build a world for each seed, and leave no trace."""
    name = f"{database.worker_database()}_exact"
    database.fresh_copy(cluster, name)
    connections.databases[ALIAS] = connections.databases["default"] | _super(cluster, name)
    try:
        with transaction.atomic(using=ALIAS):
            connection = connections[ALIAS].connection
            now = moment_of(connection)
            worlds = [
                build(connection, seed=seed, networks=networks, items=items, now=now)
                for seed in seeds
            ]
            connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
            out = io.StringIO()
            write_facts(out, using=ALIAS, now=now)
            facts = json.loads(out.getvalue())
            expected = [expectations(facts, world, now) for world in worlds]
            yield ExactWorld(connection, worlds, facts, expected)
            transaction.set_rollback(True, using=ALIAS)
    finally:
        connections[ALIAS].close()
        del connections[ALIAS], connections.databases[ALIAS]
        cluster.drop_database(name)


def _super(cluster: Cluster, database: str) -> dict[str, Any]:
    parts = psycopg.conninfo.conninfo_to_dict(cluster.dsn("zv_super", database))
    return {"NAME": parts["dbname"], "USER": parts["user"], "PASSWORD": parts["password"],
            "HOST": parts["host"], "CONN_HEALTH_CHECKS": False}  # fmt: skip
