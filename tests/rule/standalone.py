"""A database of its own for the comparison as a command, outside pytest."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg

from tests import database
from zorgverband.config.cluster import Cluster

NAME = "compare"


@dataclass(frozen=True)
class Database:
    """The same database as the owner and as the application."""

    owner: psycopg.Connection[Any]
    app: psycopg.Connection[Any]


@contextmanager
def own_database() -> Iterator[Database]:
    """A fresh copy of the template, with Django's default connection the owner's; gone after."""
    cluster = Cluster(database.take_slot(), durable=False)
    cluster.start()
    try:
        database.set_environment(cluster)
        database.fresh_copy(cluster, NAME)
        os.environ |= {"ZV_AS": "owner", "ZV_OWNER_DSN": cluster.dsn("zv_owner", NAME)}
        import django

        django.setup()
        with (
            psycopg.connect(cluster.dsn("zv_owner", NAME), autocommit=True) as owner,
            psycopg.connect(cluster.dsn("zv_app", NAME)) as app,
        ):
            yield Database(owner, app)
        from django.db import connections

        connections.close_all()
        cluster.drop_database(NAME)
    finally:
        cluster.stop()
