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
def own_database(*, default: str = "owner") -> Iterator[Database]:
    """A fresh copy of the template, gone after. Django's default connection is the owner's, or the
    application's (`default="app"`); "owner" is always the owner's."""
    cluster = Cluster(database.take_slot(), durable=False)
    cluster.start()
    try:
        database.set_environment(cluster)
        database.fresh_copy(cluster, NAME)
        os.environ |= {
            "ZV_AS": default,
            "ZV_OWNER_DSN": cluster.dsn("zv_owner", NAME),
            "ZV_APP_DSN": cluster.dsn("zv_app", NAME),
        }
        import django
        from django.conf import settings

        from zorgverband.config.settings import _database

        settings.DATABASES["owner"] = _database(cluster.dsn("zv_owner", NAME))
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
