"""What the tests of starting up need: clusters of their own, a running `zv start`, a user."""

import os
import pwd
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from zorgverband.config.cluster import Cluster

ROOT = Path(__file__).resolve().parents[2]
TESTER = "zvtester"


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
    """A `zv start` that printed its address."""

    process: subprocess.Popen[str]
    data_dir: Path
    port: int
    lines: list[str] = field(default_factory=list)

    def family(self) -> list[psutil.Process]:
        """The supervisor and everything it started, database included."""
        top = psutil.Process(self.process.pid)
        return [top, *top.children(recursive=True)]

    def kill_everything(self) -> None:
        """kill -9 of all processes at once, the supervisor first so that it cannot react."""
        for process in self.family():
            os.kill(process.pid, signal.SIGKILL)
        self.process.wait(timeout=10)

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        """Stop it as a person would and return the exit code."""
        self.process.send_signal(number)
        return self.process.wait(timeout=30)


Start = Callable[..., Running]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster that the tests of one file share and do not stop."""
    made = Cluster(tmp_path_factory.mktemp("cluster") / "var", durable=False)
    made.start()
    yield made
    made.destroy()


@pytest.fixture
def own_cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A cluster that a test may kill; it is not started yet."""
    made = Cluster(tmp_path / "var")
    yield made
    made.destroy()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start zorgverband, empty, and wait for its address; ended and removed afterwards."""
    started: list[Running] = []

    def begin(data_dir: Path = tmp_path / "var", port: int = 0) -> Running:
        port = port or free_port()
        process = subprocess.Popen(
            start_command(data_dir=data_dir, port=port),
            env=plain_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        running = Running(process=process, data_dir=data_dir, port=port)
        started.append(running)
        assert process.stdout is not None
        for line in process.stdout:
            running.lines.append(line.strip())
            if "http://" in line:
                return running
        raise AssertionError("\n".join(running.lines))

    yield begin
    for running in started:
        if running.process.poll() is None:
            running.stop(signal.SIGTERM)
        assert running.process.stdout is not None
        running.process.stdout.close()
    for data_dir in {running.data_dir for running in started}:
        Cluster(data_dir).destroy()


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


@pytest.fixture(scope="session")
def tester() -> Iterator[pwd.struct_passwd]:
    """An ordinary user, made for these tests; skipped where we may not make one."""
    if os.geteuid() != 0:
        pytest.skip("only root can make another user")
    subprocess.run(["useradd", "--system", "--no-create-home", TESTER], check=False)
    yield pwd.getpwnam(TESTER)
    subprocess.run(["userdel", TESTER], check=False, capture_output=True)
