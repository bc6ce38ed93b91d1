"""Processes that an earlier, killed run of this data directory left behind.

Every child carries the random name of its run in its environment, which no other process has: a
surer mark than a number that may since have been given to someone else.
"""

import json
import os
import secrets
import signal
import time
from pathlib import Path

from zorgverband.config.cluster_secrets import write_private
from zorgverband.config.postgres_processes import PROC, is_alive, start_ticks

MARK = "ZV_RUN"


def begin_run(*, data_dir: Path) -> str:
    """End what an earlier run left behind and return the name of the new run."""
    note = data_dir / "run.json"
    if note.exists():
        _end(str(json.loads(note.read_text())["run"]))
    name = secrets.token_hex(12)
    write_private(path=note, text=json.dumps({"run": name, "pid": os.getpid()}))
    return name


def _end(run: str) -> None:
    found = {pid: start_ticks(pid) for pid in _marked(run)}
    for number in (signal.SIGTERM, signal.SIGKILL):
        for pid, ticks in found.items():
            if is_alive(pid) and start_ticks(pid) == ticks:
                os.kill(pid, number)
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline and any(is_alive(pid) for pid in found):
            time.sleep(0.05)


def _marked(run: str) -> list[int]:
    mark = f"{MARK}={run}".encode()
    pids = []
    for entry in PROC.iterdir() if PROC.is_dir() else ():
        try:
            if entry.name.isdigit() and mark in (entry / "environ").read_bytes().split(b"\0"):
                pids.append(int(entry.name))
        except OSError:
            continue  # someone else's, or gone by now
    return [pid for pid in pids if pid != os.getpid()]
