"""Running the programs of PostgreSQL: making a cluster, starting the server, waiting for it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from zorgverband.config.cluster_place import Place
from zorgverband.config.cluster_secrets import write_private
from zorgverband.config.postgres_processes import ServerIdentity, is_ready
from zorgverband.config.refusals import DatabaseDidNotStart, OtherPostgresVersion
from zorgverband.config.supervisor_leash import leash

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
STARTING_VALUES = "max_connections = 200\n"
WHO_MAY = "local all all scram-sha-256\nlocal replication zv_super scram-sha-256\n"
PATIENCE = 600.0

# Values of users never reach the log: no errors of statements, no details, no parameters.
FIXED = {
    "listen_addresses": "",
    "password_encryption": "scram-sha-256",
    "synchronous_commit": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_statement": "none",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
HASTY = {"fsync": "off", "full_page_writes": "off"}


def make_cluster(*, place: Place, password: str, log: Path) -> None:
    """Make the cluster anew: UTF-8, order by code point, a password asked of every role.

    What a killed attempt left is removed first. Raises DatabaseDidNotStart with initdb's reason.
    """
    for entry in place.pgdata.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    secret = place.home / "password"
    write_private(path=secret, text=password)
    os.chown(secret, place.account.uid, place.account.gid)
    try:
        _initdb(place=place, secret=secret, log=log)
    finally:
        secret.unlink()
    with (place.pgdata / "postgresql.conf").open("a") as file:
        file.write(STARTING_VALUES)


def _initdb(*, place: Place, secret: Path, log: Path) -> None:
    options = ["-D", place.pgdata, "-U", "zv_super", f"--pwfile={secret}"]
    options += ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"]
    options += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    with log.open("ab") as output:
        done = subprocess.run(  # type: ignore[call-overload]
            [place.programs / "initdb", *options],
            cwd=place.pgdata,
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            **place.account.options(),
        )
    if done.returncode:
        raise DatabaseDidNotStart(reason=_last_words(log), log=log)


def check_version(*, place: Place) -> None:
    """Raise OtherPostgresVersion when the cluster was made by another major version."""
    found = (place.pgdata / "PG_VERSION").read_text().strip()
    wanted = place.programs.parent.name.removeprefix("pginstall")
    if found != wanted:
        raise OtherPostgresVersion(path=place.pgdata, found=found, wanted=wanted)


def archive_of(place: Place) -> Path:
    """Where the server puts what it wrote, until a backup takes it along; when it is there."""
    return place.home / "wal"


def _archiving(place: Place) -> dict[str, str]:
    """Keep what is written, packed, when there is a place for it. Five minutes is what may be lost
    with the machine."""
    folder = archive_of(place)
    if not folder.is_dir():
        return {}
    piece = f"{folder}/%f.gz"
    keep = f'gzip -c "%p" > "{piece}.new" && sync "{piece}.new" && mv "{piece}.new" "{piece}"'
    return {"archive_mode": "on", "archive_timeout": "300", "archive_command": keep}


def launch(*, place: Place, cluster_name: str, log: Path, durable: bool) -> subprocess.Popen[bytes]:
    """Start the server as its own user; it shuts down fast when this process dies."""
    # Only over our own socket, and for a copy of the whole (pg_basebackup) over the same.
    (place.pgdata / "pg_hba.conf").write_text(WHO_MAY)
    values = FIXED | {"cluster_name": cluster_name} | ({} if durable else HASTY)
    values |= _archiving(place)
    # The name is a list in the configuration's syntax, so a path with a comma needs the quotes.
    quoted = str(place.socket_dir).replace('"', '""')
    values["unix_socket_directories"] = f'"{quoted}"'
    options = [word for name, value in values.items() for word in ("-c", f"{name}={value}")]
    with log.open("ab") as output:
        process: subprocess.Popen[bytes] = subprocess.Popen(  # type: ignore[call-overload]
            [place.programs / "postgres", "-D", place.pgdata, *options],
            cwd=place.pgdata,
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=leash(signal.SIGINT),
            **place.account.options(),
        )
    return process


def wait_until_ready(
    *, process: subprocess.Popen[bytes], identity: ServerIdentity, log: Path
) -> None:
    """Wait until the server takes connections, also while it recovers from a crash.

    Raises DatabaseDidNotStart when it ends, or takes longer than ten minutes.
    """
    begun, told = time.monotonic(), False
    while not is_ready(identity=identity):
        passed = time.monotonic() - begun
        if process.poll() is not None or passed > PATIENCE:
            raise DatabaseDidNotStart(reason=_last_words(log), log=log)
        if passed > 5 and not told:
            print("De database herstelt zich ... (The database recovers ...)", file=sys.stderr)
            told = True
        time.sleep(0.03)


def _last_words(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines()
    faults = [line for line in lines[-20:] if "FATAL" in line or "error:" in line]
    return (faults or lines or ["?"])[-1].strip()
