"""One process at a time runs the database of a data directory; others are its guests.

Locks of the kernel keep this: they end with the process, also after kill -9.
"""

import fcntl
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from zorgverband.config.postgres_processes import is_alive


@dataclass(frozen=True)
class Holder:
    """Who has the turn: process, command, and whether the database is ready for guests."""

    pid: int
    command: str
    ready: bool


class Turn:
    """The turn to run the database of `data_dir`, or a visit to whoever has it."""

    def __init__(self, *, data_dir: Path, command: str) -> None:
        self._owner: IO[str] = (data_dir / "turn.lock").open("a+")
        self._guests: IO[str] = (data_dir / "guests.lock").open("a+")
        self._command = command

    def take(self) -> bool:
        """Take the turn when nobody has it; say whether it is ours now."""
        if not _try_lock(self._owner, fcntl.LOCK_EX):
            return False
        self._write(ready=False)
        return True

    def open_for_guests(self) -> None:
        """Tell others that the database is ready."""
        self._write(ready=True)

    def visit(self) -> bool:
        """Become a guest of the ready holder; from then on it waits for us before it stops the
        database. Say whether that succeeded."""
        if not _try_lock(self._guests, fcntl.LOCK_SH):
            return False
        holder = self.holder()
        if holder is not None and holder.ready:
            return True
        fcntl.flock(self._guests, fcntl.LOCK_UN)
        return False

    def wait_for_guests(self) -> None:
        """Return when no guests are left, and let no new ones in."""
        self._write(ready=False)
        fcntl.flock(self._guests, fcntl.LOCK_EX)

    def holder(self) -> Holder | None:
        """Return who has the turn now, or None."""
        self._owner.seek(0)
        try:
            holder = Holder(**json.loads(self._owner.read()))
        except (ValueError, TypeError):
            return None
        return holder if is_alive(holder.pid) else None

    def leave(self) -> None:
        """Give up the turn or the visit."""
        self._owner.close()
        self._guests.close()

    def _write(self, *, ready: bool) -> None:
        text = json.dumps({"pid": os.getpid(), "command": self._command, "ready": ready})
        self._owner.seek(0)
        self._owner.truncate()
        self._owner.write(text)
        self._owner.flush()


def wait_for_turn_or_visit(turn: Turn, *, patience: float = 600.0) -> bool:
    """Wait until we have the turn (True) or are a guest (False). Raises TimeoutError."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if turn.take():
            return True
        if turn.visit():
            return False
        time.sleep(0.1)
    raise TimeoutError


def _try_lock(file: IO[str], kind: int) -> bool:
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
