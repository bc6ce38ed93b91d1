"""What the tests of starting up need: clusters of their own, a running `zv start`, a user."""

import os
import pwd
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.start.launching import (
    Running,
    Start,
    free_port,
    plain_environment,
    start_command,
)
from zorgverband.config.cluster import Cluster

# Each parallel process of the tests makes, and removes, a user of its own.
TESTER = f"zvtester-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"


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


@pytest.fixture(scope="session")
def tester() -> Iterator[pwd.struct_passwd]:
    """An ordinary user, made for these tests; skipped where we may not make one."""
    if os.geteuid() != 0:
        pytest.skip("only root can make another user")
    subprocess.run(["useradd", "--system", "--no-create-home", TESTER], check=False)
    yield pwd.getpwnam(TESTER)
    subprocess.run(["userdel", TESTER], check=False, capture_output=True)
