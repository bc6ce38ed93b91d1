"""Starting zorgverband as a person would, and what the tests of starting up ask of it."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]


def plain_environment(**more: str) -> dict[str, str]:
    """The environment of someone at a keyboard, without what the test session added."""
    unwanted = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in unwanted and not name.startswith(("ZV_", "PYTEST"))
    }
    return kept | {"PYTHONPATH": str(ROOT)} | more


def free_port() -> int:
    """A port that is free now, with the one above it free as well as far as we know."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@dataclass
class Running:
    """A `zv start` and what it said so far."""

    process: subprocess.Popen[str]
    data_dir: Path
    port: int
    lines: list[str] = field(default_factory=list)

    def wait_for_address(self) -> "Running":
        """Read until the address; fail with all it said when it ends before that."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.strip())
            if "http://" in line:
                return self
        raise AssertionError("\n".join(self.lines))

    def close(self) -> None:
        """End it when it still runs."""
        if self.process.poll() is None:
            self.stop(signal.SIGTERM)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def family(self) -> list[psutil.Process]:
        """The supervisor and everything it started, database included."""
        top = psutil.Process(self.process.pid)
        return [top, *top.children(recursive=True)]

    def kill_everything(self) -> None:
        """kill -9 of all processes at once, the supervisor first so that it cannot react."""
        for process in self.family():
            with contextlib.suppress(ProcessLookupError):  # it may end with its parent
                os.kill(process.pid, signal.SIGKILL)
        self.process.wait(timeout=10)

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        """Stop it as a person would and return the exit code."""
        self.process.send_signal(number)
        return self.process.wait(timeout=30)


Start = Callable[..., Running]


def launch(*, data_dir: Path, port: int) -> Running:
    """Begin a `zv start` as a person would, without waiting."""
    process = subprocess.Popen(
        start_command(data_dir=data_dir, port=port),
        env=plain_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return Running(process=process, data_dir=data_dir, port=port)


def start_command(*, data_dir: Path, port: int) -> list[str]:
    """The words with which `./zv start` runs once everything is installed."""
    return [
        sys.executable,
        "-P",
        "-m",
        "zorgverband.config.commands",
        "start",
        "--empty",
        "--data",
        str(data_dir),
        "--port",
        str(port),
    ]


def wait_until(holds: Callable[[], bool], *, seconds: float = 20) -> None:
    """Wait until something holds, and fail when it does not."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.05)
