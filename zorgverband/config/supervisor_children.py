"""A child process of the supervisor: started on a leash, watched, ended with all it started."""

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from zorgverband.config.supervisor_leash import leash

KEEP_LOGS = 3
FULL_LOG = 5_000_000
CALM = 60.0
MOST_DEATHS = 6


@dataclass(frozen=True)
class Part:
    """A part of Zorgverband that keeps running: its name, its command, its environment, and the
    signal it gets when we die."""

    name: str
    words: list[str]
    environment: dict[str, str]
    log: Path
    leash: signal.Signals = signal.SIGTERM


class Child:
    """The process of one part, started again when it dies."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.process: subprocess.Popen[bytes] | None = None
        self.deaths: list[float] = []
        self.again = 0.0

    def start(self) -> None:
        """Start the process, in a session of its own so that Ctrl-C reaches only us."""
        self.process = launch(self.part)

    def died(self) -> bool:
        """Say whether the process ended by itself; then end what it started and plan a new start
        after a pause that grows."""
        if self.process is None or not _ended(self.process):
            return False
        end_group(self.process, signal.SIGKILL)
        self.process.wait()
        self.process = None
        now = time.monotonic()
        self.deaths = [moment for moment in self.deaths if now - moment < CALM] + [now]
        self.again = now + min(8.0, 0.25 * 2 ** len(self.deaths))
        return True

    def hopeless(self) -> bool:
        """Say whether it died so often in a minute that starting again has no use."""
        return len(self.deaths) >= MOST_DEATHS

    def due(self) -> bool:
        """Say whether it must be started now."""
        return self.process is None and time.monotonic() >= self.again


def launch(part: Part) -> subprocess.Popen[bytes]:
    """Start a part with its output in its log; it is told to end when we die."""
    with part.log.open("ab") as output:
        return subprocess.Popen(
            part.words,
            cwd=part.environment["ZV_DATA"],
            env=part.environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            umask=0o077,
            preexec_fn=leash(part.leash),
        )


def stop_children(children: list[Child], *, patience: float = 5.0) -> None:
    """End the children in order: asked first, all of them, and killed when that takes too long."""
    living = [child.process for child in children if child.process is not None]
    for process in living:
        end_group(process, signal.SIGTERM, only_leader=True)
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline and not all(_ended(process) for process in living):
        time.sleep(0.03)
    for process in living:
        end_group(process, signal.SIGKILL)
        process.wait()
    for child in children:
        child.process = None


def end_group(
    process: subprocess.Popen[bytes], number: signal.Signals, *, only_leader: bool = False
) -> None:
    """Send a signal to a child and, unless `only_leader`, to everything it started.

    The child must not have been waited for yet: until then its number cannot be someone else's.
    """
    try:
        (os.kill if only_leader else os.killpg)(process.pid, number)
    except ProcessLookupError:
        return


def _ended(process: subprocess.Popen[bytes]) -> bool:
    if process.returncode is not None:
        return True
    found = os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    return found is not None


def rotate(log: Path) -> None:
    """Make room when a log is full: it becomes .1, .1 becomes .2, and the oldest goes."""
    if not log.exists() or log.stat().st_size < FULL_LOG:
        return
    for number in range(KEEP_LOGS - 1, 0, -1):
        older = log.with_name(f"{log.name}.{number}")
        if older.exists():
            older.replace(log.with_name(f"{log.name}.{number + 1}"))
    log.replace(log.with_name(f"{log.name}.1"))


def last_words(log: Path) -> str:
    """Return the last line of a log that says something."""
    if not log.exists():
        return "?"
    lines = [line.strip() for line in log.read_text(errors="replace").splitlines()[-50:]]
    return next((line for line in reversed(lines) if line), "?")
