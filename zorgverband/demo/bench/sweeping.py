"""What the detector of bottlenecks costs: the nightly sweep over many networks, and after one event."""

import resource
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection, connections

from zorgverband.base import clock
from zorgverband.bottlenecks.looking import look_after, sweep

from ..generator import AlreadyThere, World, generate
from .sweeping_rows import fill

SEED = 2
NETWORKS, ITEMS = 10_000, 1_000_000
QUICK = (40, 2_000)
EVENTS = 200
AIM_SWEEP, AIM_EVENT = 300.0, 20.0


@dataclass(frozen=True)
class Cost:
    """What a sweep did and took: seconds by the clock and of CPU (database and this process), the
    most memory either held in MB, and what was found."""

    networks: int
    opened: int
    closed: int
    clock: float
    server: float
    cpu: float
    server_memory: float
    memory: float


def world(networks: int, items: int) -> World:
    """The networks that are swept."""
    until = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return World(networks=networks, items=items, seed=SEED, until=until)


def lines(*, quick: bool, tell: Callable[[str], None]) -> Iterator[str]:
    """Build the networks once, and say what sweeping them costs, sweeping again, and one event."""
    networks, items = QUICK if quick else (NETWORKS, ITEMS)
    made = world(networks, items)
    try:
        generate(made, tell=tell, using="owner")
        tell("agreements, visits, plans and measurements")
        fill([made.network(number) for number in range(1, networks + 1)], tell)
    except AlreadyThere:
        tell("the networks of an earlier run")
    _forget()
    for name in ("first sweep", "next sweep"):
        yield _told(name, items, swept())
    took = after_events(made)
    yield (
        f"after one event, {len(took)} times: {statistics.median(took):.1f} ms of CPU of database "
        f"and worker (median), {statistics.quantiles(took, n=20)[-1]:.1f} at most for 95 in 100 "
        f"(aim: {AIM_EVENT:.0f})"
    )


def _told(name: str, items: int, cost: Cost) -> str:
    return (
        f"{name} of {cost.networks:,} networks with {items:,} messages: {cost.clock:.1f} s "
        f"({cost.server:.1f} s of CPU in the database, {cost.cpu:.1f} s here; aim: {AIM_SWEEP:.0f} s), "
        f"{cost.opened:,} opened or changed, {cost.closed:,} over; most memory: database "
        f"{cost.server_memory:.0f} MB, worker {cost.memory:.0f} MB"
    )


def swept() -> Cost:
    """Sweep everything, and what that took."""
    process = _server()
    begun, server, cpu = time.perf_counter(), _seconds(process), time.process_time()
    done = sweep(since=clock.now())
    return Cost(
        networks=done.networks, opened=done.opened, closed=done.closed,
        clock=time.perf_counter() - begun, server=_seconds(process) - server,
        cpu=time.process_time() - cpu, server_memory=_memory(process),
        memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )  # fmt: skip


def after_events(made: World) -> list[float]:
    """Milliseconds of CPU for looking after one event, for events of all sorts of items."""
    process, took = _server(), []
    for event in _events(made):
        begun = _seconds(process) + time.process_time()
        look_after(event)
        took.append((_seconds(process) + time.process_time() - begun) * 1000)
    return took


def _events(made: World) -> list[UUID]:
    """As many events of each kind of item, the last ones."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT e.id FROM (SELECT id, item_id, network_id, row_number() OVER "
            "(PARTITION BY (SELECT i.kind FROM sharing_item i WHERE i.id = v.item_id)) AS nr "
            "FROM journal_event v WHERE network_id = ANY (%s)) e ORDER BY e.nr LIMIT %s",
            [[made.network(number) for number in range(1, min(made.networks, 200) + 1)], EVENTS],
        )
        return [row[0] for row in cursor.fetchall()]


def _forget() -> None:
    """As if nobody ever looked."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "TRUNCATE bottlenecks_measure, bottlenecks_told, bottlenecks_bottleneck,"
            " bottlenecks_watch"
        )


def _server() -> Path:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        row: Any = cursor.fetchone()
    return Path(f"/proc/{row[0]}")


def _seconds(process: Path) -> float:
    path = process / "schedstat"
    return int(path.read_text().split()[0]) / 1e9 if path.exists() else 0.0


def _memory(process: Path) -> float:
    """The most memory the server process held that is its own, in MB."""
    path = process / "status"
    if not path.exists():
        return 0.0
    found = dict(line.split(":", 1) for line in path.read_text().splitlines())
    return (int(found["VmHWM"].split()[0]) - int(found.get("RssShmem", "0").split()[0])) / 1024
