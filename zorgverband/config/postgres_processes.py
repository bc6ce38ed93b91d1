"""Which processes on this machine really are our PostgreSQL, whatever a stale pid file says.

Only facts that everyone may read are used (`/proc/*/status`, `cmdline`), because in a container
root may not look into the processes of another user.
"""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")


@dataclass(frozen=True)
class ServerIdentity:
    """What marks a process as ours: the user, the directory, and the name in its title; and where
    its socket is."""

    uid: int
    pgdata: Path
    socket_dir: Path
    cluster_name: str


def is_alive(pid: int) -> bool:
    """Say whether `pid` is a process that still runs; a zombie does not."""
    try:
        stat = (PROC / str(pid) / "stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return stat.rpartition(")")[2].split()[0] not in {"Z", "X"}


def start_ticks(pid: int) -> int | None:
    """Return when `pid` started, in clock ticks since boot, or None when it does not run."""
    try:
        stat = (PROC / str(pid) / "stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return int(stat.rpartition(")")[2].split()[19])


def _uid(pid: int) -> int:
    for line in (PROC / str(pid) / "status").read_text().splitlines():
        if line.startswith("Uid:"):
            return int(line.split()[1])
    return -1


def is_ours(pid: int, *, identity: ServerIdentity) -> bool:
    """Say whether `pid` is a living process of this very cluster, postmaster or backend."""
    try:
        if not is_alive(pid) or _uid(pid) != identity.uid:
            return False
        words = (PROC / str(pid) / "cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return False
    if words[0].startswith(f"postgres: {identity.cluster_name}: "):
        return True
    named = Path(words[0]).name == "postgres" and "-D" in words
    return named and words[words.index("-D") + 1 : words.index("-D") + 2] == [str(identity.pgdata)]


def find_postmaster(*, identity: ServerIdentity) -> int | None:
    """Return the pid of the running postmaster of this cluster, or None.

    The number in `postmaster.pid` counts only when the process that has it now is ours.
    """
    try:
        pid = int((identity.pgdata / "postmaster.pid").read_text().split("\n")[0])
    except (FileNotFoundError, ValueError):
        return None
    return pid if is_ours(pid, identity=identity) else None


def is_ready(*, identity: ServerIdentity) -> bool:
    """Say whether the server of this cluster runs and accepts connections."""
    if find_postmaster(identity=identity) is None:
        return False
    try:
        lines = (identity.pgdata / "postmaster.pid").read_text().split("\n")
    except FileNotFoundError:
        return False
    return len(lines) > 7 and lines[7].strip() == "ready"


def end_postmaster(*, identity: ServerIdentity, patience: float = 30.0) -> None:
    """Ask the server to shut down fast, and more firmly when that takes too long.

    Fast means: open transactions are rolled back, what was committed is on disk.
    """
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        pid = find_postmaster(identity=identity)
        if pid is None:
            return
        _send(pid, number)
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline and is_ours(pid, identity=identity):
            time.sleep(0.03)


def clear_leftovers(*, identity: ServerIdentity) -> None:
    """End what remains of a killed server and remove its lock files, which may name a number that
    someone else has by now; only when no postmaster runs."""
    if find_postmaster(identity=identity) is not None:
        return
    if not PROC.is_dir():
        return  # PostgreSQL then judges its own pid file
    end_processes(identity=identity, signals=(signal.SIGTERM, signal.SIGKILL))
    (identity.pgdata / "postmaster.pid").unlink(missing_ok=True)
    for left in identity.socket_dir.glob(".s.PGSQL.*"):
        left.unlink(missing_ok=True)


def end_processes(*, identity: ServerIdentity, signals: tuple[signal.Signals, ...]) -> None:
    """Send the signals in turn, five seconds apart, until no process of this cluster is left."""
    for number in signals:
        for pid in _ours(identity):
            _send(pid, number)
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline and _ours(identity):
            time.sleep(0.05)


def _ours(identity: ServerIdentity) -> list[int]:
    pids = [int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit()]
    return [pid for pid in pids if is_ours(pid, identity=identity)]


def _send(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
