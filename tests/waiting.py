"""Two at the same moment, always in the same order: one waits for what another holds in an open
transaction, and goes on when that is kept."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from django.db import connections, transaction

PATIENCE = 60.0


@contextmanager
def held(act: Callable[[], Any]) -> Iterator[list[Exception]]:
    """What is written with `using("owner")` in the block is kept only when `act`, which begins after
    it, waits for it. Afterwards the list holds what `act` raised, if anything."""
    raised: list[Exception] = []

    def run() -> None:
        try:
            act()
        except Exception as error:
            raised.append(error)
        finally:
            connections.close_all()

    thread = Thread(target=run)
    with transaction.atomic(using="owner"):
        yield raised
        thread.start()
        _until_it_waits(thread, raised)
    thread.join()


def _until_it_waits(thread: Thread, raised: list[Exception]) -> None:
    until = time.monotonic() + PATIENCE
    waits = """SELECT EXISTS (SELECT FROM pg_locks
                              WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))"""
    while thread.is_alive() and time.monotonic() < until:
        with connections["owner"].cursor() as cursor:
            cursor.execute(waits)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.02)
    raise AssertionError(f"It did not wait: nothing was tried. {raised}")
