"""What every test in the house can ask for, in `tests/` and in the rooms.

    def test_a_daughter_reads_what_the_nurse_wrote(cast, client_of):
        cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima, body="Gewassen.")
        page = client_of(cast.marijke).get(reverse("news", args=[cast.network]))
        assert "Gewassen." in page.content.decode()

`cast`       a fresh network with the people everybody knows, and a second one (`tests/cast.py`)
`client_of`  a browser signed in as somebody: `client_of(cast.marijke).get(...)`
`entered`    the locks as somebody meets them: `with entered(cast.ria) as viewer: Item.objects...`
`owner`      a connection that sees and changes everything, in autocommit: to build worlds and to
             look at the truth. With the ORM: `Item.objects.using("owner")`
`site`       pages and live stream as real processes (`tests/running.py`), and `browse` and
             `chromium` to look at them with (`tests/browsing.py`)

There is no transaction around a test: what is written is committed, under the application's own
role and the real locks. Nothing is cleaned up; every test makes its own network.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import psycopg
import pytest

from tests import database
from tests.said_at_once import SaidAtOnce
from zorgverband.config.cluster import Cluster

if "DJANGO_SETTINGS_MODULE" in os.environ and "PYTEST_XDIST_WORKER" not in os.environ:
    raise pytest.UsageError("DJANGO_SETTINGS_MODULE is set: unset it, the tests choose their own.")

pytest_plugins = ["tests.running", "tests.browsing"]
CLUSTER = Cluster(database.take_slot(), durable=False)
database.set_environment(CLUSTER)


def _in_charge() -> bool:
    return "PYTEST_XDIST_WORKER" not in os.environ


def pytest_configure(config: pytest.Config) -> None:
    """Set Django up with this process's own database; nothing is connected yet."""
    import django
    from django.conf import settings

    from zorgverband.config.settings import _database

    owner = _database(CLUSTER.dsn("zv_owner", database.worker_database()))
    settings.DATABASES["owner"] = owner | {"ATOMIC_REQUESTS": False}
    settings.PASSWORD_HASHERS = ["tests.lighter.OneRound"]
    django.setup()
    from tests.lighter import list_files_once

    list_files_once()
    if _in_charge():
        config.pluginmanager.register(SaidAtOnce(config))
    if getattr(config.option, "numprocesses", None):
        # Workers inherit this, and must not read the settings before they chose their own copy.
        del os.environ["DJANGO_SETTINGS_MODULE"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test in the browser waits for real processes. On a busy machine a wait can be too short: it
    is tried again, at most twice, and the summary names it."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=2))


def pytest_sessionstart(session: pytest.Session) -> None:
    """With workers, start the server before them: it lives as long as who started it."""
    if _in_charge() and getattr(session.config.option, "numprocesses", None):
        CLUSTER.start()
        database.template(CLUSTER)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server; its files stay for the next run."""
    if _in_charge() and CLUSTER.running():
        from django.db import connections

        connections.close_all()
        CLUSTER.stop()


@pytest.fixture(scope="session")
def cluster() -> Cluster:
    """The running server, for tests that make a database of their own."""
    if not CLUSTER.running():
        CLUSTER.start()
    return CLUSTER


@pytest.fixture(scope="session")
def django_db_setup(cluster: Cluster) -> None:
    """This process's own copy of the template, instead of pytest-django's test database."""
    database.fresh_copy(cluster, database.worker_database())


@pytest.fixture
def _django_db_helper(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    # Replaces pytest-django's: the database is open, and no transaction stands around the test.
    from django.db import connection

    with django_db_blocker.unblock():
        yield
        left_open = connection.in_atomic_block
        if left_open or connection.needs_rollback:
            connection.close()
    assert not left_open, "the test left a transaction open"


@pytest.fixture(scope="session")
def owner_connection(django_db_setup: None) -> Iterator[psycopg.Connection[Any]]:
    """One connection of the owner per process, in autocommit."""
    dsn = CLUSTER.dsn("zv_owner", database.worker_database())
    with psycopg.connect(dsn, autocommit=True) as connection:
        yield connection


@pytest.fixture
def owner(db: None, owner_connection: psycopg.Connection[Any]) -> psycopg.Connection[Any]:
    """The owner's connection: every row, no lock."""
    return owner_connection


@pytest.fixture
def cast(owner: psycopg.Connection[Any]) -> Any:
    """A fresh network with the fixed cast, and a second network; see `tests/cast.py`."""
    from tests.cast import gather

    return gather(owner)


@pytest.fixture
def client_of(db: None) -> Callable[..., Any]:
    """Answer a signed-in test client: of somebody of the cast, or of a person's id."""
    from tests.cast import Somebody
    from tests.visitor import signed_in

    def client(who: Somebody | UUID, **options: Any) -> Any:
        person = who if isinstance(who, UUID) else who.person
        return signed_in(person, **options)

    return client


@pytest.fixture
def entered(db: None) -> Callable[..., contextlib.AbstractContextManager[Any]]:
    """Enter as somebody, in the networks given or the cast's own, inside one transaction."""
    from tests.cast import Somebody
    from tests.visitor import inside

    def enter_as(who: Somebody | UUID, *networks: UUID) -> contextlib.AbstractContextManager[Any]:
        if isinstance(who, UUID):
            return inside(who, networks)
        return inside(who.person, networks or (who.network,))

    return enter_as
