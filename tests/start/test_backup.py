"""Backup and restore to a moment: what was written before it is there, what came after is not."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from tests.database import _migrate_and_lock
from zorgverband.base.ids import new_id
from zorgverband.config.backup import (
    back_up,
    begin_archive,
    parse_moment,
    restore,
    take_written,
)
from zorgverband.config.cluster import Cluster
from zorgverband.config.cluster_roles import DATABASE, faults_of_role
from zorgverband.config.refusals import DatabaseDidNotStart
from zorgverband.config.refusals_backup import (
    NoBackupBefore,
    NotAMoment,
    NotArchived,
    PlaceInUse,
)

pytestmark = pytest.mark.slow
WRITE = (
    "INSERT INTO people_person (id, given_name, infix, family_name, salutation, key) "
    "VALUES (%s, %s, '', 'Proef', '', '')"
)
LOCKED = (
    "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace "
    "AND relkind = 'r' AND relrowsecurity AND relforcerowsecurity"
)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster that keeps what it writes, with the tables and locks; other tests wrote in it too."""
    made = Cluster(tmp_path_factory.mktemp("kept") / "var")
    begin_archive(made)
    made.start()
    _migrate_and_lock(made, DATABASE)
    yield made
    made.destroy()


def write(cluster: Cluster, name: str) -> datetime:
    """Write somebody down, and answer a moment after that and before anything else."""
    with psycopg.connect(cluster.dsn("zv_owner"), autocommit=True) as owner:
        owner.execute(WRITE, [new_id(), name])
        row = owner.execute("SELECT clock_timestamp()").fetchone()
    time.sleep(1.1)
    assert row is not None
    moment: datetime = row[0]
    return moment.astimezone(UTC) + timedelta(milliseconds=100)


def names(cluster: Cluster, role: str = "zv_owner") -> set[str]:
    with psycopg.connect(cluster.dsn(role)) as connection:
        rows = connection.execute("SELECT given_name FROM people_person").fetchall()
    return {row[0] for row in rows}


def locks(cluster: Cluster) -> tuple[int, int]:
    with psycopg.connect(cluster.dsn("zv_owner")) as owner:
        tables = owner.execute(LOCKED).fetchone()
        policies = owner.execute("SELECT count(*) FROM pg_policies").fetchone()
    assert tables is not None
    assert policies is not None
    return tables[0], policies[0]


def test_a_restore_to_a_moment_has_what_was_before_it_and_not_what_came_after(
    cluster: Cluster, tmp_path: Path
) -> None:
    kept, stored = tmp_path / "kept", cluster.data_dir / "files"
    earlier = names(cluster)
    stored.mkdir()
    (stored / "photo.jpg").write_bytes(b"photo")
    write(cluster, "Eerder")
    back_up(cluster, to=kept)
    between = write(cluster, "Ervoor")
    write(cluster, "Erna")
    assert take_written(cluster, to=kept) > 0

    restored = restore(source=kept, data_dir=tmp_path / "back", to=between)
    restored.start()
    try:
        assert names(restored) - earlier == {"Eerder", "Ervoor"}
        assert names(cluster) - earlier == {"Eerder", "Ervoor", "Erna"}
        # The locks came back with the tables: the application sees nobody without a viewer.
        assert locks(restored) == locks(cluster)
        assert names(restored, "zv_app") == set()
        assert faults_of_role(restored.dsn("zv_app")) == []
        assert (tmp_path / "back" / "files" / "photo.jpg").read_bytes() == b"photo"
        write(restored, "Verder")
        assert "Verder" in names(restored)
    finally:
        restored.destroy()


def test_a_backup_is_closed_to_others_and_a_restore_overwrites_nothing(
    cluster: Cluster, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    before = datetime.now(UTC)
    back_up(cluster, to=kept)
    moment = write(cluster, "Iemand")
    assert kept.stat().st_mode & 0o077 == 0
    assert (kept / "secrets.json").stat().st_mode & 0o077 == 0
    with pytest.raises(PlaceInUse):
        restore(source=kept, data_dir=cluster.data_dir, to=moment)
    with pytest.raises(NoBackupBefore):
        restore(source=kept, data_dir=tmp_path / "back", to=before - timedelta(hours=1))
    # Later than what was kept: refused, instead of silently less.
    late = tmp_path / "late"
    with pytest.raises(DatabaseDidNotStart):
        restore(source=kept, data_dir=late, to=moment + timedelta(days=1))
    Cluster(late).destroy()


def test_without_an_archive_only_a_whole_copy_is_made(tmp_path: Path) -> None:
    made = Cluster(tmp_path / "var", durable=False)
    made.start()
    try:
        with pytest.raises(NotArchived):
            take_written(made, to=tmp_path / "kept")
    finally:
        made.destroy()


def test_a_moment_is_read_as_people_type_it() -> None:
    assert parse_moment("2026-11-20T14:30:00+01:00") == datetime(2026, 11, 20, 13, 30, tzinfo=UTC)
    with pytest.raises(NotAMoment):
        parse_moment("gisteren")
