"""`zv start` in the foreground: one address, one at a time, nothing left behind, and back again."""

import itertools
import os
import re
import signal
import subprocess
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from tests.start.launching import (
    Running,
    Start,
    free_port,
    plain_environment,
    start_command,
    wait_until,
)
from zorgverband.config.cluster import Cluster

pytestmark = pytest.mark.slow


def answers(running: Running) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{running.port}/", timeout=5) as page:
            return bool(page.status == 200)
    except OSError:
        return False


def refused(running: Running) -> str:
    """Start once more beside `running` and return the sentence with which that is refused."""
    command = start_command(data_dir=running.data_dir, port=free_port())
    done = subprocess.run(command, env=plain_environment(), capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stdout == ""
    return done.stderr.strip()


def test_one_address_is_printed_and_it_answers(running: Running) -> None:
    addresses = [line for line in running.lines if "http" in line]
    assert addresses == [
        f"Zorgverband draait op http://127.0.0.1:{running.port}/ (stoppen: Ctrl-C)"
    ]
    assert answers(running)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_ends_every_process_and_the_database(start: Start, number: signal.Signals) -> None:
    running = start()
    family = running.family()
    assert len(family) > 6, "supervisor, pages, stream, worker, database"
    assert running.stop(number) == 0
    assert [process for process in family if process.is_running()] == []
    assert not Cluster(running.data_dir).running()


def test_a_second_start_on_the_same_data_says_so_in_one_sentence(running: Running) -> None:
    sentence = refused(running)
    assert len(sentence.splitlines()) == 1
    assert str(running.process.pid) in sentence
    assert answers(running)


def test_a_taken_port_is_refused_in_one_sentence(running: Running, tmp_path: Path) -> None:
    command = start_command(data_dir=tmp_path / "other", port=running.port)
    done = subprocess.run(command, env=plain_environment(), capture_output=True, text=True)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert str(running.port) in done.stderr
    assert answers(running)


def test_killing_the_supervisor_leaves_nothing_running(start: Start) -> None:
    running = start()
    family = running.family()
    running.process.kill()
    running.process.wait()
    wait_until(lambda: [p for p in family if is_living(p)] == [])


def test_a_part_that_is_killed_comes_back(start: Start) -> None:
    running = start()
    pages = [p for p in running.family() if "zorgverband.config.wsgi:application" in p.cmdline()]
    assert pages
    for process in pages:
        os.kill(process.pid, signal.SIGKILL)
    wait_until(lambda: answers(running))


def test_the_database_that_is_killed_comes_back(start: Start) -> None:
    running = start()
    before = Cluster(running.data_dir).pid()
    assert before is not None
    os.kill(before, signal.SIGKILL)
    wait_until(lambda: Cluster(running.data_dir).pid() not in {None, before})
    wait_until(lambda: answers(running))


def test_a_start_after_kill_9_of_everything_under_load_has_lost_no_acknowledged_row(
    start: Start,
) -> None:
    running = start()
    owner = Cluster(running.data_dir).dsn("zv_owner")
    with psycopg.connect(owner) as connection:
        connection.execute("CREATE TABLE acknowledged (number bigint PRIMARY KEY)")
    confirmed: list[int] = []
    numbers = itertools.count()
    for _ in range(3):
        writers = [write_until_it_breaks(owner, confirmed, numbers) for _ in range(3)]
        enough = len(confirmed) + 200
        wait_until(lambda enough=enough: len(confirmed) > enough)  # type: ignore[misc]
        running.kill_everything()
        for writer in writers:
            writer.join(timeout=20)
        running = start(running.data_dir)
        assert answers(running)
        with psycopg.connect(owner) as connection:
            kept = {row[0] for row in connection.execute("SELECT number FROM acknowledged")}
        assert set(confirmed) - kept == set()
    assert len(confirmed) > 600


def write_until_it_breaks(
    dsn: str, confirmed: list[int], numbers: Iterator[int]
) -> threading.Thread:
    """Insert rows one by one in a thread, noting each one that the database confirmed."""

    def write() -> None:
        try:
            with psycopg.connect(dsn, autocommit=True) as connection:
                for number in numbers:
                    connection.execute("INSERT INTO acknowledged VALUES (%s)", [number])
                    confirmed.append(number)
        except psycopg.OperationalError:
            return

    thread = threading.Thread(target=write)
    thread.start()
    return thread


def test_logs_hold_no_password(running: Running) -> None:
    secrets = Cluster(running.data_dir).secrets
    text = "".join(log.read_text() for log in (running.data_dir / "log").glob("*.log"))
    assert re.search("database system is ready", text), "the control"
    for name in ("zv_app", "zv_owner", "zv_super", "django_key", "push_key"):
        assert secrets[name] not in text


def test_another_command_uses_the_running_database_and_leaves_it_running(running: Running) -> None:
    words = start_command(data_dir=running.data_dir, port=0)[:4]
    words += ["manage", "--data", str(running.data_dir), "migrate", "--check"]
    done = subprocess.run(words, env=plain_environment(), capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert answers(running)


def is_living(process: psutil.Process) -> bool:
    """Whether a process runs; a zombie that nobody waited for does not."""
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE and process.is_running())
    except psutil.NoSuchProcess:
        return False
