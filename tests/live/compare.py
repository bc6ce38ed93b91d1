"""What 500 open pages of meetings cost who asks a page: with no stream open, with all of them open, and
with all open while a meeting goes on that rings at its pages.

    python -m tests.live.compare [--streams 500] [--times 60]

runs pages and stream as real processes on a database of its own, and prints by the clock and in CPU of
all processes of the pages what the page of a meeting takes; the exit code is 1 when it takes more than
twice as long by the clock with them open as without.
"""

import argparse
import resource
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen
from uuid import uuid4

MOST, AT_ONCE = 2.0, 20


@dataclass(frozen=True)
class Took:
    """What one page took in the median: milliseconds by the clock, and of CPU of the pages."""

    clock: float
    worst: float
    cpu: float


@dataclass(frozen=True)
class Held:
    """Meetings that are held: the running site, the address of one page with its session, and where
    each may listen."""

    site: Any
    address: str
    session: str
    seats: list[tuple[Any, str]]
    note: Any


def asked(held: Held, times: int) -> Took:
    """Ask the page of the meeting so often, one after the other."""
    pages, clocks = _processes(held.site.address), []
    before = _seconds(pages)
    for _time in range(times):
        begun = time.perf_counter()
        with urlopen(Request(held.address, headers={"Cookie": held.session})) as answer:
            assert answer.status == 200
            answer.read()
        clocks.append((time.perf_counter() - begun) * 1000)
    cpu = (_seconds(pages) - before) * 1000 / times
    return Took(statistics.median(clocks), sorted(clocks)[int(times * 0.95)], cpu)


def _processes(address: str) -> list[Any]:
    import psutil

    port = str(urlsplit(address).port)
    return [one for one in psutil.process_iter() if _serves(one, port)]


def _serves(process: Any, port: str) -> bool:
    import psutil

    try:
        return port in process.cmdline()
    except psutil.Error:
        return False


def _seconds(processes: list[Any]) -> float:
    return float(sum(one.cpu_times().user + one.cpu_times().system for one in processes))


@contextmanager
def opened(held: Held, streams: int) -> Iterator[list[Any]]:
    """So many streams, spread over who may listen."""
    from zorgverband.notifications.tests.test_live import Stream

    made = []
    for number in range(streams):
        network, session = held.seats[number // AT_ONCE % len(held.seats)]
        made.append(Stream(held.site, f"/live/{network}/", session=session))
    assert {one.status for one in made} == {200}
    yield made
    for one in made:
        one.socket.close()


@contextmanager
def going_on(held: Held, pause: float = 0.5) -> Iterator[list[int]]:
    """Somebody writes a note each half second, until the end of the block; how many."""
    over, written = threading.Event(), [0]

    def write() -> None:
        while not over.wait(pause):
            held.note(f"Notitie {uuid4().hex}")
            written[0] += 1

    writer = threading.Thread(target=write)
    writer.start()
    yield written
    over.set()
    writer.join()


def held_meetings(owner: Any, site: Any, streams: int) -> Held:
    """Enough networks for so many streams, in the first of which a meeting is held."""
    from tests.cast import gather
    from tests.visitor import inside, signed_in
    from zorgverband.meetings.actions import hold_meeting
    from zorgverband.meetings.tests.calling import brought, called, noted, page

    first = gather(owner)
    meeting = called(first, first.hanneke, invited=(first.jannie, first.marijke, first.linda))
    points = [brought(first, first.hanneke, meeting, f"Punt {number}") for number in range(20)]
    with inside(first.hanneke.person, (first.network,)) as viewer:
        who: dict[str, Any] = {
            "seat": viewer.seat(first.network), "person": first.hanneke.person, "meeting": meeting,
        }  # fmt: skip
        hold_meeting.begin_meeting(**who)
        hold_meeting.go_to_point(**who, point=points[0])
    casts = [first, *(gather(owner) for _ in range(streams // AT_ONCE // 10 + 1))]
    seats = [
        (who.network, signed_in(who.person).cookies["sessionid"].value)
        for cast in casts for who in cast.people.values()
    ]  # fmt: skip
    return Held(
        site, site.address + page("meeting_now", first, meeting_id=meeting),
        f"sessionid={seats[0][1]}", seats,
        lambda words: noted(first, first.marijke, points[1], words),
    )  # fmt: skip


def measured(held: Held, *, streams: int, times: int) -> int:
    """Print the figures; 1 when the pages of others suffer."""
    asked(held, 10)
    without = asked(held, times)
    with opened(held, streams) as open_now:
        idle = asked(held, times)
        with going_on(held) as written:
            busy = asked(held, times)
    again = asked(held, times)
    print(f"{len(open_now)} streams open, {written[0]} notes written meanwhile")
    for words, took in (("none open", without), ("all open", idle), ("all open, a meeting on", busy),
                        ("none open, again", again)):  # fmt: skip
        print(f"{words:24} {took.clock:6.1f} ms in the median, {took.worst:6.1f} at the 95th, "
              f"{took.cpu:5.1f} ms of CPU")  # fmt: skip
    base = statistics.mean((without.clock, again.clock))
    print(f"by the clock {idle.clock / base:.2f} times with all open, {busy.clock / base:.2f} times "
          f"while a meeting is on (at most {MOST:.0f})")  # fmt: skip
    return int(max(idle.clock, busy.clock) > MOST * base)


def main(words: list[str] | None = None) -> int:
    """Measure; 1 when pages take more than twice as long."""
    parser = argparse.ArgumentParser(prog="python -m tests.live.compare")
    parser.add_argument("--streams", type=int, default=500)
    parser.add_argument("--times", type=int, default=60)
    chosen = parser.parse_args(words)
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    from tests.rule.standalone import own_database

    with own_database(default="app") as database, tempfile.TemporaryDirectory() as folder:
        from tests.running import running_site

        with running_site(Path(folder)) as site:
            held = held_meetings(database.owner, site, chosen.streams)
            return measured(held, streams=chosen.streams, times=chosen.times)


if __name__ == "__main__":
    sys.exit(main())
