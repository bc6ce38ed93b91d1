"""What the tests of starting up need: clusters of their own, a running `zv start`, a user."""

import os
import pwd
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.start.launching import Running, Start, free_port, launch
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


@contextmanager
def starting(directory: Path, *, remove: bool = True) -> Iterator[Start]:
    """Give a function that starts zorgverband, empty, and waits for its address; what it started
    is ended afterwards, and removed unless somebody else does that."""
    started: list[Running] = []

    def begin(data_dir: Path = directory / "var") -> Running:
        started.append(launch(data_dir=data_dir, port=free_port()))
        return started[-1].wait_for_address()

    try:
        yield begin
    finally:
        for running in started:
            running.close()
        for data_dir in {running.data_dir for running in started} if remove else ():
            Cluster(data_dir).destroy()


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data directory that the tests of a file start on one after the other, whatever was done to
    it before: making a new one takes longer than most of these tests."""
    directory = tmp_path_factory.mktemp("used")
    yield directory
    if (directory / "var").exists():
        Cluster(directory / "var").destroy()


@pytest.fixture
def start(used: Path) -> Iterator[Start]:
    """Start zorgverband; the test may do anything to it but spoil what it keeps."""
    with starting(used, remove=False) as begin:
        yield begin


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Zorgverband, started once for the tests of a file that leave it running."""
    with starting(tmp_path_factory.mktemp("running")) as begin:
        yield begin()


@pytest.fixture(scope="session")
def tester() -> Iterator[pwd.struct_passwd]:
    """An ordinary user, made for these tests; skipped where we may not make one."""
    if os.geteuid() != 0:
        pytest.skip("only root can make another user")
    subprocess.run(["useradd", "--system", "--no-create-home", TESTER], check=False)
    yield pwd.getpwnam(TESTER)
    subprocess.run(["userdel", TESTER], check=False, capture_output=True)
