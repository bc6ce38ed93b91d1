"""The lock by itself: the same statement by the application, for whom it holds, and by the owner,
for whom it does not; both with a plan that is kept. And `enter()`, which hangs up the keys."""

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from uuid import UUID

from django.db import connections, transaction

from zorgverband.base.viewer import enter, networks_of

from .measure import Line
from .place import Place
from .timeline import COLUMNS

BARE = (
    f"SELECT {COLUMNS} FROM sharing_item WHERE network_id = $1 AND in_news "  # noqa: S608
    "AND (subject > 5 OR NOT $2) ORDER BY happened_at DESC, id DESC LIMIT 31"
)
OF_THE_PAGE = (
    f"SELECT {COLUMNS} FROM privacy.timeline($1, NULL, NULL, NULL, "  # noqa: S608
    "'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 31)"
)
ENTERED = (1, 20, 300)


def lines(place: Place, *, repeat: int) -> Iterator[Line]:
    """The lock on a bare statement and on that of the page, in the smallest and largest dossier;
    then `enter()` for more and more networks."""
    for size in (place.sizes[0], place.sizes[-1]):
        for key, who in (("gp", "care"), ("consultant", "social")):
            for what, text in (("lock, bare statement", BARE), ("lock, the page's", OF_THE_PAGE)):
                yield _both(place, what, text, key, who, size, repeat)
    person = place.person("gp", place.sizes[0])
    for many in ENTERED:
        with transaction.atomic():
            enter(person=person)
            networks = networks_of(person)[:many]
            clock = _clock(partial(enter, person=person, networks=networks), repeat)
        yield Line(f"enter, {len(networks)} networks", "care", 0, None, None, None, clock, None)


def _both(place: Place, what: str, text: str, key: str, who: str, size: int, repeat: int) -> Line:
    network, person = place.network(size), place.person(key, size)
    with transaction.atomic(), transaction.atomic(using="owner"):
        ask = {name: _prepared(name, text, network, person, who) for name in ("default", "owner")}
        clocks: dict[str, list[float]] = {"default": [], "owner": []}
        for turn in range(-20, repeat * 10):
            for name, call in ask.items():
                start = time.perf_counter()
                call()
                if turn >= 0:
                    clocks[name].append(time.perf_counter() - start)
        for name in ask:
            _run(name, "DEALLOCATE asked")
    medians = {name: statistics.median(found) * 1000 for name, found in clocks.items()}
    return Line(what, who, size, None, None, None, medians["default"], medians["owner"])


def _prepared(name: str, text: str, network: UUID, person: UUID, who: str) -> Callable[[], object]:
    # Both enter: the statement of the page looks only in networks that were entered.
    _run(name, "SELECT privacy.enter(%s, %s)", [person, [network]])
    _run(name, "SET LOCAL plan_cache_mode = force_generic_plan")
    kinds = "uuid, boolean" if "$2" in text else "uuid"
    _run(name, f"PREPARE asked ({kinds}) AS {text}")
    given = [network, who == "social"] if "$2" in text else [network]
    marks = ", ".join(["%s"] * len(given))
    return lambda: _run(name, f"EXECUTE asked ({marks})", given)


def _run(name: str, text: str, parameters: list[Any] | None = None) -> object:
    with connections[name].cursor() as cursor:
        cursor.execute(text, parameters)
        return cursor.fetchall() if cursor.description else None


def _clock(call: Callable[[], object], repeat: int) -> float:
    found = []
    for _turn in range(repeat):
        start = time.perf_counter()
        call()
        found.append(time.perf_counter() - start)
    return statistics.median(found) * 1000
