"""A running site for tests: pages and live stream as real processes on this process's database.

    def test_news_appears_by_itself(cast, site, browse):
        page = browse(cast.anouk)
        page.goto(site.news(cast.network))

`site`      pages and live stream on free ports, for the whole session; `with site.worker():` adds a
            worker for as long as the block lasts, so that other tests never meet it
`chromium`  a browser, for one module: while it runs, no other event loop can run in this thread
`browse`    `browse(cast.anouk)`: a page of a fresh browser in which somebody is signed in
"""

import os
import shutil
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
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from tests.database import ROOT

if TYPE_CHECKING:
    from tests.cast import Somebody

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


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


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A real browser."""
    from playwright.sync_api import sync_playwright

    found = os.environ.get("ZV_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium")
    # The browser's event loop makes Django think that this thread must not wait for the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
            yield browser
            browser.close()
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def browse(site: Site, chromium: Any, db: None) -> Iterator[Callable[..., Any]]:
    """A page of a fresh browser, signed in as somebody; options go to the browser's context."""
    from tests.visitor import signed_in

    contexts = []

    def open_as(who: "Somebody", **options: Any) -> Any:
        # What stands between page and network is tried in tests/offline.
        plain = {"viewport": {"width": 390, "height": 844}, "service_workers": "block"}
        options = plain | options
        context = chromium.new_context(**options)
        contexts.append(context)
        cookie = signed_in(who.person).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": site.address}])
        return context.new_page()

    yield open_as
    for context in contexts:
        context.close()
