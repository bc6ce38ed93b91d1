"""One process runs the database of a data directory; others are guests, and it waits for them."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from zorgverband.config.cluster_turn import Turn, wait_for_turn_or_visit

Turns = Callable[[Path], Turn]


@pytest.fixture
def turn() -> Iterator[Turns]:
    made: list[Turn] = []

    def make(data_dir: Path) -> Turn:
        made.append(Turn(data_dir=data_dir, command="test"))
        return made[-1]

    yield make
    for each in made:
        each.leave()


def test_only_one_has_the_turn(turn: Turns, tmp_path: Path) -> None:
    first, second = turn(tmp_path), turn(tmp_path)
    assert first.take()
    assert not second.take()
    holder = second.holder()
    assert holder is not None
    assert holder.command == "test"
    first.leave()
    assert second.take()
    second.leave()


def test_a_guest_comes_in_when_the_database_is_ready_and_not_before(
    turn: Turns, tmp_path: Path
) -> None:
    host, guest = turn(tmp_path), turn(tmp_path)
    assert host.take()
    assert not guest.visit()
    host.open_for_guests()
    assert guest.visit()
    assert not wait_for_turn_or_visit(turn(tmp_path), patience=1)
    guest.leave()
    host.leave()


@pytest.mark.slow
def test_the_holder_waits_for_its_guests(turn: Turns, tmp_path: Path) -> None:
    host, guest = turn(tmp_path), turn(tmp_path)
    assert host.take()
    host.open_for_guests()
    assert guest.visit()
    waiting = threading.Thread(target=host.wait_for_guests)
    waiting.start()
    waiting.join(timeout=0.3)
    assert waiting.is_alive()
    guest.leave()
    waiting.join(timeout=5)
    assert not waiting.is_alive()
    assert not turn(tmp_path).visit(), "who comes too late waits for a turn"
    host.leave()


def test_the_turn_of_a_killed_process_is_free(turn: Turns, tmp_path: Path) -> None:
    program = (
        "import os, pathlib, signal; from zorgverband.config.cluster_turn import Turn;"
        f"t = Turn(data_dir=pathlib.Path({str(tmp_path)!r}), command='x');"
        "assert t.take(); t.open_for_guests(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", program], cwd=root, check=False)
    mine = turn(tmp_path)
    assert mine.holder() is None
    assert not mine.visit()
    assert mine.take()
