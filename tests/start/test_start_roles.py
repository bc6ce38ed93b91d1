"""The roles of the database: what the application may, and that too much is refused."""

from collections.abc import Iterator

import psycopg
import pytest

from zorgverband.config.cluster import Cluster
from zorgverband.config.cluster_roles import faults_of_role, refuse_unsafe_role
from zorgverband.config.refusals import UnsafeRole

pytestmark = pytest.mark.slow

SPOIL_AND_REPAIR = {
    "SUPERUSER": ("ALTER ROLE zv_app SUPERUSER", "ALTER ROLE zv_app NOSUPERUSER"),
    "BYPASSRLS": ("ALTER ROLE zv_app BYPASSRLS", "ALTER ROLE zv_app NOBYPASSRLS"),
    "CREATEROLE": ("ALTER ROLE zv_app CREATEROLE", "ALTER ROLE zv_app NOCREATEROLE"),
    "owner of a table": (
        "CREATE TABLE spoiled (id int); ALTER TABLE spoiled OWNER TO zv_app",
        "DROP TABLE spoiled",
    ),
    "member of another role": ("GRANT zv_owner TO zv_app", "REVOKE zv_owner FROM zv_app"),
    "set_config": (
        "GRANT EXECUTE ON FUNCTION set_config(text, text, boolean) TO zv_app",
        "REVOKE EXECUTE ON FUNCTION set_config(text, text, boolean) FROM zv_app",
    ),
}


@pytest.fixture
def superuser(cluster: Cluster) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    with psycopg.connect(cluster.dsn("zv_super"), autocommit=True) as connection:
        yield connection


def test_the_application_role_is_safe(cluster: Cluster) -> None:
    refuse_unsafe_role(cluster.dsn("zv_app"))
    assert faults_of_role(cluster.dsn("zv_app")) == []


@pytest.mark.parametrize("fault", SPOIL_AND_REPAIR)
def test_an_unsafe_application_role_is_refused(
    cluster: Cluster, superuser: psycopg.Connection[tuple[object, ...]], fault: str
) -> None:
    spoil, repair = SPOIL_AND_REPAIR[fault]
    superuser.execute(spoil)
    try:
        with pytest.raises(UnsafeRole) as refused:
            refuse_unsafe_role(cluster.dsn("zv_app"))
        assert fault in str(refused.value)
    finally:
        superuser.execute(repair)
    refuse_unsafe_role(cluster.dsn("zv_app"))


def test_the_owner_would_be_refused_as_application_role(cluster: Cluster) -> None:
    with pytest.raises(UnsafeRole):
        refuse_unsafe_role(cluster.dsn("zv_owner"))


@pytest.mark.parametrize("database", ["zorgverband", "copy"])
def test_the_application_cannot_cut_itself_a_key(cluster: Cluster, database: str) -> None:
    cluster.create_database("copy", template="zorgverband")
    statement = "SELECT set_config('zv.ring', 'x', true)"
    with (
        psycopg.connect(cluster.dsn("zv_app", database)) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement)
    with psycopg.connect(cluster.dsn("zv_owner", database)) as connection:
        assert connection.execute(statement).fetchone() == ("x",)


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE mine (id int)", "CREATE TEMP TABLE mine (id int)"]
)
def test_the_application_makes_no_tables(cluster: Cluster, statement: str) -> None:
    with (
        psycopg.connect(cluster.dsn("zv_app")) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement)


def test_the_keeper_cannot_sign_in(cluster: Cluster) -> None:
    dsn = cluster.dsn("zv_app").replace("zv_app:", "zv_keeper:")
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(dsn)


def test_clocks_of_both_roles_stand_at_utc(cluster: Cluster) -> None:
    for role in ("zv_app", "zv_owner"):
        with psycopg.connect(cluster.dsn(role), options="") as connection:
            assert connection.execute("SHOW timezone").fetchone() == ("UTC",)
