"""Backup and restore to a moment, with the programs of the wheel's own PostgreSQL.

A backup directory holds `base-<moment>/` (the whole cluster at that moment), `wal/` (everything
written since, packed), `files/` (attachments) and the secrets without which nothing opens. Who has
it has everything: it is made closed, and belongs on another machine.
"""

import json
import os
import shutil
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from zorgverband.config.cluster import Cluster
from zorgverband.config.cluster_place import is_made, prepare_data_dir, remember_made
from zorgverband.config.cluster_reach import own_directory
from zorgverband.config.cluster_secrets import write_private
from zorgverband.config.postgres import ENVIRONMENT, archive_of
from zorgverband.config.refusals_backup import (
    BackupFailed,
    NoBackupBefore,
    NotAMoment,
    NotArchived,
    PlaceInUse,
)

# How the directory is used, and the key and heads of the access log.
KEPT = ("mode.json", "log-seal.key", "log-seal.pub", "log-heads.jsonl")
PATIENCE = 120.0
SHAPE = "%Y%m%dT%H%M%SZ"


def parse_moment(text: str) -> datetime:
    """The moment somebody typed: ISO 8601, without a zone the time of this machine. Raises
    NotAMoment."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        raise NotAMoment(text=text) from None


def begin_archive(cluster: Cluster) -> bool:
    """Have the server keep what it writes, from its next start on; whether it does already."""
    place = archive_of(cluster.place)
    there = place.is_dir()
    own_directory(place, cluster.place.account)
    return there


def back_up(cluster: Cluster, *, to: Path) -> Path:
    """Copy the whole running cluster, its attachments and secrets to `to`; the new base directory.

    What was written up to the end of the copy is in it. Raises BackupFailed.
    """
    begin_archive(cluster)
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    base = to / f"base-{datetime.now(UTC).strftime(SHAPE)}"
    words: list[str | Path] = [cluster.place.programs / "pg_basebackup", "-D", base]
    words += ["-h", cluster.place.socket_dir, "-U", "zv_super", "-X", "stream", "-c", "fast", "-w"]
    done = subprocess.run(
        words,
        env=ENVIRONMENT | {"PGPASSWORD": cluster.secrets["zv_super"]},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        shutil.rmtree(base, ignore_errors=True)
        raise BackupFailed(reason=(done.stderr.strip().splitlines() or ["?"])[-1])
    write_private(path=to / "secrets.json", text=json.dumps(cluster.secrets))
    take_written(cluster, to=to, close=False)
    return base


def take_written(cluster: Cluster, *, to: Path, close: bool = True) -> int:
    """Bring what the server wrote since the last time to `to`, with new attachments; how many
    pieces. With `close` also the piece it is writing in. Raises NotArchived."""
    source, target = archive_of(cluster.place), to / "wal"
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    if close:
        _close_piece(cluster)
    count = 0
    for piece in sorted(source.glob("*.gz")):
        fresh = target / f".{piece.name}"
        shutil.copy2(piece, fresh)
        fresh.replace(target / piece.name)
        piece.unlink()
        count += 1
    _copy_kept(cluster.data_dir, to)
    _copy_files(cluster.data_dir / "files", to / "files")
    return count


def _close_piece(cluster: Cluster) -> None:
    """Have the server end the piece it writes in, and wait until that is archived."""
    with psycopg.connect(cluster.dsn("zv_super", "postgres"), autocommit=True) as connection:
        row = connection.execute("SELECT current_setting('archive_mode')").fetchone()
        if row != ("on",):
            raise NotArchived()
        asked = "SELECT pg_walfile_name(pg_switch_wal() - 1)"
        piece = str((connection.execute(asked).fetchone() or ("",))[0])
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            last = connection.execute("SELECT last_archived_wal FROM pg_stat_archiver").fetchone()
            if last and last[0] and str(last[0])[8:24] >= piece[8:24]:
                return
            time.sleep(0.1)
    raise BackupFailed(reason=f"{piece} was not archived in {PATIENCE:.0f} seconds")


def _copy_kept(source: Path, target: Path) -> None:
    for name in KEPT:
        if (source / name).exists():
            shutil.copy2(source / name, target / name)


def _copy_files(source: Path, target: Path) -> None:
    """Bring over what is new: a file in storage has a random name and never changes."""
    for path in source.rglob("*") if source.is_dir() else ():
        copy = target / path.relative_to(source)
        if path.is_file() and not copy.exists():
            copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            shutil.copy2(path, copy)


def restore(*, source: Path, data_dir: Path, to: datetime) -> Cluster:
    """Make `data_dir`, which must be new, what the cluster was at the moment `to`; its server,
    stopped. The locks are part of the database and come back with it.

    Raises PlaceInUse, NoBackupBefore, or DatabaseDidNotStart when `to` is later than what was kept.
    """
    base = _base_before(source, to)
    path = prepare_data_dir(data_dir=data_dir)
    if (path / "secrets.json").exists():
        raise PlaceInUse(path=path)
    # A name of its own: the cluster it was taken from may run on this machine.
    secrets = json.loads((source / "secrets.json").read_text())
    write_private(
        path=path / "secrets.json",
        text=json.dumps({name: value for name, value in secrets.items() if name != "id"}),
    )
    _copy_kept(source, path)
    _copy_files(source / "files", path / "files")
    cluster = Cluster(path)
    _lay_out(cluster, base=base, wal=source / "wal", to=to)
    cluster.start()
    cluster.stop()
    _forget_recovery(cluster)
    return cluster


def _base_before(source: Path, to: datetime) -> Path:
    """The newest copy that was made before the moment."""
    for base in sorted(source.glob("base-*"), reverse=True):
        made = datetime.strptime(base.name.removeprefix("base-"), SHAPE).replace(tzinfo=UTC)
        ended = datetime.fromtimestamp((base / "backup_manifest").stat().st_mtime, UTC)
        if made <= to and ended <= to:
            return base
    raise NoBackupBefore(path=source, moment=to.isoformat())


def _lay_out(cluster: Cluster, *, base: Path, wal: Path, to: datetime) -> None:
    place = cluster.place
    assert not is_made(data_dir=cluster.data_dir)
    shutil.rmtree(place.pgdata)
    shutil.copytree(base, place.pgdata, symlinks=True)
    replay = place.home / "replay"
    shutil.copytree(wal, replay) if wal.is_dir() else replay.mkdir()
    with (place.pgdata / "postgresql.auto.conf").open("a") as file:
        file.write(f'restore_command = \'gzip -dc "{replay}/%f.gz" > "%p"\'\n')
        file.write(f"recovery_target_time = '{to.isoformat()}'\n")
        file.write("recovery_target_action = 'promote'\n")
        # Nobody comes in before it is there.
        file.write("hot_standby = off\n")
    (place.pgdata / "recovery.signal").touch()
    for folder in (place.pgdata, replay):
        for entry in (folder, *folder.rglob("*")):
            os.chown(entry, place.account.uid, place.account.gid, follow_symlinks=False)
        folder.chmod(0o700)
    cluster.log.parent.mkdir(mode=0o700, exist_ok=True)
    remember_made(data_dir=cluster.data_dir)


def _forget_recovery(cluster: Cluster) -> None:
    """Take away what was only for coming back."""
    conf = cluster.place.pgdata / "postgresql.auto.conf"
    lines = conf.read_text().splitlines(keepends=True)
    words = ("restore_command", "recovery_target", "hot_standby")
    conf.write_text("".join(line for line in lines if not line.startswith(words)))
    shutil.rmtree(cluster.place.home / "replay")
