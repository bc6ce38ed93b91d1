"""A PostgreSQL that someone else runs: what we make there, and what we refuse."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from zorgverband.config import cluster_given
from zorgverband.config.cluster import Cluster
from zorgverband.config.cluster_given import GivenServer
from zorgverband.config.cluster_roles import refuse_unsafe_role
from zorgverband.config.refusals_given import (
    BadDatabaseUrl,
    PasswordUnknown,
    ServerIncomplete,
    ServerTooOld,
    ServerUnreachable,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    """A server without any of our roles, as an administrator would have it."""
    monkeypatch.setattr(Cluster, "_apply_desired_state", lambda self: None)
    made = Cluster(tmp_path / "server", durable=False)
    made.start()
    with psycopg.connect(made.dsn("zv_super", "postgres"), autocommit=True) as connection:
        connection.execute("CREATE DATABASE care")
        connection.execute("CREATE ROLE guest LOGIN PASSWORD 'guest'")
    yield made
    made.destroy()


def as_guest(bare: Cluster) -> str:
    return make_conninfo(bare.dsn("zv_super", "care"), user="guest", password="guest")


def test_a_role_that_may_makes_everything_and_a_second_start_finds_it(
    bare: Cluster, tmp_path: Path
) -> None:
    for _ in range(2):
        server = GivenServer(tmp_path / "var", url=bare.dsn("zv_super", "care"))
        server.start()
        refuse_unsafe_role(server.dsn("zv_app"))
    with psycopg.connect(server.dsn("zv_owner")) as connection:
        connection.execute("CREATE SCHEMA ours")
        connection.execute("CREATE TABLE ours.thing (id int)")
        assert connection.info.dbname == "care"


def test_a_role_that_may_not_is_told_what_to_have_run(bare: Cluster, tmp_path: Path) -> None:
    with pytest.raises(ServerIncomplete) as refused:
        GivenServer(tmp_path / "var", url=as_guest(bare)).start()
    sentence = str(refused.value)
    assert "CREATE ROLE zv_app" in sentence
    assert "REVOKE EXECUTE ON FUNCTION pg_catalog.set_config" in sentence
    for secret in GivenServer(tmp_path / "var", url=as_guest(bare)).secrets.values():
        assert len(secret) < 20 or secret not in sentence


def test_a_server_prepared_by_an_administrator_needs_no_rights(
    bare: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    administrator = GivenServer(tmp_path / "admin", url=bare.dsn("zv_super", "care"))
    administrator.start()
    with psycopg.connect(bare.dsn("zv_super", "care")) as connection:
        connection.execute("GRANT CONNECT ON DATABASE care TO guest")
    with pytest.raises(PasswordUnknown):
        GivenServer(tmp_path / "var", url=as_guest(bare)).start()
    monkeypatch.setenv("ZV_APP_URL", administrator.dsn("zv_app"))
    monkeypatch.setenv("ZV_OWNER_URL", administrator.dsn("zv_owner"))
    server = GivenServer(tmp_path / "var", url=as_guest(bare))
    server.start()
    refuse_unsafe_role(server.dsn("zv_app"))


def test_an_old_server_is_refused(
    bare: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_given, "OLDEST", 990000)
    with pytest.raises(ServerTooOld, match="18"):
        GivenServer(tmp_path / "var", url=bare.dsn("zv_super", "care")).start()


def test_an_unreachable_server_is_refused_without_its_password(tmp_path: Path) -> None:
    url = "postgresql://someone:very-secret@127.0.0.1:9/care"
    with pytest.raises(ServerUnreachable) as refused:
        GivenServer(tmp_path / "var", url=url).start()
    assert "very-secret" not in str(refused.value)


@pytest.mark.parametrize("url", ["nonsense", "postgresql://127.0.0.1", "mysql://x/y"])
def test_an_address_that_is_none_is_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(BadDatabaseUrl):
        GivenServer(tmp_path / "var", url=url)
