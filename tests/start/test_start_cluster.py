"""The cluster of a data directory: closed to others, and back after anything."""

import json
import os
import signal
import stat
import subprocess
from pathlib import Path

import psutil
import psycopg
import pytest

from tests.start.launching import wait_until
from zorgverband.config.cluster import Cluster
from zorgverband.config.postgres_processes import is_alive, is_ours
from zorgverband.config.refusals import DatabaseGone, DirectoryNotWritable, NotADirectory

pytestmark = pytest.mark.slow


def answers(cluster: Cluster) -> bool:
    with psycopg.connect(cluster.dsn()) as connection:
        return connection.execute("SELECT 1").fetchone() == (1,)


def test_nobody_signs_in_without_the_password(cluster: Cluster) -> None:
    assert answers(cluster)
    for role in ("zv_app", "zv_owner", "zv_super"):
        dsn = cluster.dsn(role).replace(cluster.secrets[role], "wrong")
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(dsn)


def test_the_server_listens_on_a_closed_socket_only(cluster: Cluster) -> None:
    with psycopg.connect(cluster.dsn("zv_super")) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
    for directory in (cluster.place.socket_dir, cluster.place.pgdata):
        assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    assert cluster.place.account.uid != 0


def test_secrets_are_readable_for_their_owner_only(cluster: Cluster) -> None:
    path = cluster.data_dir / "secrets.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_passwords_stand_in_no_process_arguments(cluster: Cluster) -> None:
    arguments = [
        " ".join(process.info["cmdline"] or []) for process in psutil.process_iter(["cmdline"])
    ]
    assert any(str(cluster.place.pgdata) in line for line in arguments), "the control"
    for role in ("zv_app", "zv_owner", "zv_super"):
        assert not any(cluster.secrets[role] in line for line in arguments)


def test_what_users_write_never_reaches_the_log(cluster: Cluster) -> None:
    with psycopg.connect(cluster.dsn("zv_owner"), autocommit=True) as connection:
        connection.execute("CREATE TABLE told (secret text PRIMARY KEY)")
        connection.execute("INSERT INTO told VALUES (%s)", ["mevrouw-geheim"])
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("INSERT INTO told VALUES ('mevrouw-geheim')")
        connection.execute("DROP TABLE told")
    assert "mevrouw-geheim" not in cluster.log.read_text()


def test_letters_with_accents_fold_and_sort_by_code_point(cluster: Cluster) -> None:
    with psycopg.connect(cluster.dsn()) as connection:
        assert connection.execute("SELECT lower('É'), 'Z' < 'a'").fetchone() == ("é", True)


def test_commits_wait_for_the_disk(cluster: Cluster) -> None:
    with psycopg.connect(cluster.dsn()) as connection:
        assert connection.execute("SHOW synchronous_commit").fetchone() == ("on",)


def test_a_long_path_gets_a_short_socket(tmp_path: Path) -> None:
    made = Cluster(tmp_path / ("lang " * 20) / "var", durable=False)
    try:
        made.start()
        assert answers(made)
        assert len(os.fsencode(made.place.socket_dir)) < 90
    finally:
        made.destroy()


def test_a_stale_pid_file_that_names_another_process_is_seen_through(own_cluster: Cluster) -> None:
    own_cluster.start()
    own_cluster.stop()
    account = own_cluster.place.account
    bystander = subprocess.Popen(["sleep", "60"], **account.options())  # type: ignore[call-overload]
    pid_file = own_cluster.place.pgdata / "postmaster.pid"
    try:
        lines = f"{bystander.pid}\n{own_cluster.place.pgdata}\n1\n5432\n\n\n1 1\nready\n"
        pid_file.write_text(lines)
        os.chown(pid_file, account.uid, account.gid)
        assert not own_cluster.running()
        own_cluster.start()
        assert answers(own_cluster)
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()


def test_a_pid_file_that_names_another_postgres_leaves_that_one_alone(
    own_cluster: Cluster, cluster: Cluster
) -> None:
    own_cluster.start()
    own_cluster.stop()
    other = (cluster.place.pgdata / "postmaster.pid").read_text()
    (own_cluster.place.pgdata / "postmaster.pid").write_text(other)
    own_cluster.start()
    assert answers(own_cluster)
    assert answers(cluster)


def test_a_server_that_is_a_zombie_does_not_count(own_cluster: Cluster) -> None:
    own_cluster.start()
    pid = own_cluster.pid()
    assert pid is not None
    assert is_ours(pid, identity=own_cluster.identity)
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not is_alive(pid))
    dead = own_cluster.process  # not waited for: it stays behind as a zombie
    again = Cluster(own_cluster.data_dir)
    again.start()
    assert answers(again)
    assert again.pid() != pid
    assert dead is not None
    dead.wait()
    again.stop()


def test_backends_that_outlive_the_server_are_ended_before_it_starts_again(
    own_cluster: Cluster,
) -> None:
    own_cluster.start()
    pid = own_cluster.pid()
    assert pid is not None
    with psycopg.connect(own_cluster.dsn("zv_owner"), autocommit=True) as connection:
        backend = connection.info.backend_pid
        os.kill(backend, signal.SIGSTOP)
        os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not is_alive(pid))
        assert is_ours(backend, identity=own_cluster.identity)
        own_cluster.start()
        assert not is_ours(backend, identity=own_cluster.identity)
    assert answers(own_cluster)


def test_a_half_made_cluster_is_made_anew(own_cluster: Cluster) -> None:
    half = own_cluster.place.pgdata / "PG_VERSION"
    half.write_text("18\n")
    own_cluster.start()
    assert answers(own_cluster)


def test_a_database_that_is_gone_is_not_replaced_by_an_empty_one(tmp_path: Path) -> None:
    made = Cluster(tmp_path / "var", durable=False)
    made.start()
    made.stop()
    hidden = made.place.home.with_name("elsewhere")
    made.place.home.rename(hidden)
    with pytest.raises(DatabaseGone):
        Cluster(made.data_dir)
    hidden.rename(made.place.home)
    again = Cluster(made.data_dir, durable=False)
    again.start()
    assert answers(again)
    again.destroy()


def test_secrets_and_data_are_found_again(own_cluster: Cluster) -> None:
    own_cluster.start()
    with psycopg.connect(own_cluster.dsn("zv_owner"), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    own_cluster.stop()
    again = Cluster(own_cluster.data_dir)
    assert again.secrets == own_cluster.secrets
    again.start()
    with psycopg.connect(again.dsn("zv_owner")) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)
    again.stop()


def test_a_cluster_that_root_brought_back_belongs_to_its_user_again(own_cluster: Cluster) -> None:
    if not own_cluster.place.account.drop:
        pytest.skip("only root runs the database as another user")
    own_cluster.start()
    own_cluster.stop()
    subprocess.run(["chown", "-R", "root", own_cluster.place.home], check=True)
    again = Cluster(own_cluster.data_dir)
    again.start()
    assert answers(again)
    again.stop()


def test_a_file_in_the_place_of_the_directory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file")
    for path in (tmp_path / "var", tmp_path / "var" / "deeper"):
        with pytest.raises(NotADirectory):
            Cluster(path)


def test_a_directory_that_is_not_writable_is_refused(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere; test_start_user.py tries it as someone else")
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(DirectoryNotWritable):
        Cluster(closed / "var")


def test_the_place_of_the_database_is_remembered(cluster: Cluster) -> None:
    note = json.loads((cluster.data_dir / "place.json").read_text())
    assert note["made"] is True
    assert (cluster.data_dir / note["home"] / "pgdata" / "PG_VERSION").exists()


def test_a_closed_umask_does_not_stop_the_database(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        made = Cluster(tmp_path / "deep" / "var", durable=False)
        made.start()
        assert answers(made)
        made.destroy()
    finally:
        os.umask(before)
