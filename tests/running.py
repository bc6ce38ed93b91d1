"""A running site for tests: pages and live stream as real processes on this process's database.

    def test_news_appears_by_itself(cast, site, browse):
        page = browse(cast.anouk)  # see tests/browsing.py
        page.goto(site.news(cast.network))

`site`      pages and live stream on free ports, for the whole session; `with site.worker():` adds a
            worker for as long as the block lasts, so that other tests never meet it
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from tests.database import ROOT


@dataclass(frozen=True)
class Site:
    """Where the site runs, and what its processes are told."""

    address: str
    live: str
    folder: Path
    environment: dict[str, str]

    @property
    def mail(self) -> Path:
        """Where the mails of its worker lie."""
        return self.folder / "mail"

    def news(self, network: UUID) -> str:
        """The address of the news of a network."""
        return f"{self.address}/n/{network}/nieuws/"

    @contextmanager
    def worker(self, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        """A worker, from here until the end of the block; `words` are its options."""
        with self.run("django", "procrastinate", "worker", *words, name="worker") as process:
            yield process

    @contextmanager
    def run(self, module: str, *words: str, name: str) -> Iterator[subprocess.Popen[bytes]]:
        """Another program of ours on the same database, until the end of the block."""
        with _running([sys.executable, "-m", module, *words], self, name) as process:
            yield process


@contextmanager
def _running(command: Sequence[str], site: Site, name: str) -> Iterator[subprocess.Popen[bytes]]:
    with (site.folder / f"{name}.log").open("ab") as log:
        process = subprocess.Popen(
            command, cwd=site.folder, env=site.environment, stdin=subprocess.DEVNULL,
            stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    try:
        yield process
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(8)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_until(holds: Callable[[], object], *, seconds: float, what: str = "it") -> float:
    """Wait until something holds and answer how many seconds that took; fail when it does not."""
    begun = time.monotonic()
    while not holds():
        assert time.monotonic() - begun < seconds, f"waited {seconds} s for {what}"
        time.sleep(0.05)
    return time.monotonic() - begun


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _prepare(folder: Path) -> Site:
    port, live_port = free_port(), free_port()
    environment = dict(os.environ) | {
        "PYTHONPATH": str(ROOT),
        "ZV_PORT": str(port),
        "ZV_LIVE_PORT": str(live_port),
        "ZV_ADDRESS": f"http://127.0.0.1:{port}",
        "ZV_DATA": str(folder),
    }
    environment.pop("ZV_OWNER_DSN", None)
    address, live = f"http://127.0.0.1:{port}", f"http://127.0.0.1:{live_port}"
    return Site(address, live, folder, environment)


@contextmanager
def running_site(
    folder: Path, *, entrance: str = "zorgverband.config.wsgi:application"
) -> Iterator[Site]:
    """Pages and live stream on the database of this process's environment, until the block ends.
    `entrance` is what answers for the pages."""
    site = _prepare(folder)
    granian = [sys.executable, "-m", "granian", "--no-ws", "--log-level", "warning"]
    granian += ["--workers-kill-timeout", "1", "--port"]
    pages = [*granian, site.address.rsplit(":", 1)[1], "--interface", "wsgi"]
    pages += ["--blocking-threads", "4", entrance]
    live = [*granian, site.live.rsplit(":", 1)[1], "--interface", "asgi", "--http", "1"]
    live += ["--http1-buffer-size", "8192", "--backlog", "2048"]
    live += ["--backpressure", "8192"]
    live += ["zorgverband.config.live:application"]
    with _running(pages, site, "pages"), _running(live, site, "live"):
        wait_until(lambda: _answers(f"{site.live}/live/health"), seconds=30, what="the stream")
        wait_until(lambda: _answers(f"{site.address}/inloggen/"), seconds=30, what="the pages")
        yield site


@pytest.fixture(scope="session")
def site(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Pages and live stream, running."""
    with running_site(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(autouse=True)
def _what_others_left(request: pytest.FixtureRequest) -> None:
    """A worker does only what its own test gives it to do. What no worker did in the tests before
    can be thousands of jobs, and a mail of this test would wait for all of them; what a worker did
    when it was killed would be waited for until somebody puts it back."""
    if "site" in request.fixturenames:
        owner = request.getfixturevalue("owner_connection")
        owner.execute(
            "DELETE FROM procrastinate_jobs j WHERE status = 'todo' OR status = 'doing' AND NOT EXISTS"
            " (SELECT FROM procrastinate_workers w WHERE w.id = j.worker_id"
            "  AND w.last_heartbeat > now() - interval '10 seconds')"
        )
        # Every five minutes a worker tells of whom help is asked by now, in every network there is.
        owner.execute(
            "INSERT INTO helping_helptold (id, network_id, item_id, person_id, at)"
            " SELECT gen_random_uuid(), network_id, item_id, person_id, now()"
            " FROM privacy.help_to_tell(now(), 100000) ON CONFLICT DO NOTHING"
        )
