"""What the chain of the log costs: reads of one network one after the other and eight at once, with
the chain and without, on a server that flushes to disk.

    python -m tests.speed.chain [how many]
"""

import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from uuid import UUID

from tests import database
from zorgverband.config.cluster import Cluster

READERS = 8


def measure(cast: Any, items: list[UUID], *, readers: int, count: int) -> list[float]:
    """How long each logged read took, in milliseconds."""
    from django.db import connections, transaction

    from zorgverband.base.look import look
    from zorgverband.base.viewer import enter

    took: list[float] = []

    def read() -> None:
        for _ in range(count // readers):
            begun = time.perf_counter()
            with transaction.atomic():
                enter(person=cast.marijke.person, networks=[cast.network])
                look(items=items, action="R", door="news", address="")
            took.append((time.perf_counter() - begun) * 1000)
        connections.close_all()

    threads = [threading.Thread(target=read) for _ in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took


def main(count: int) -> None:
    """Print a line for each way."""
    with tempfile.TemporaryDirectory() as name:
        cluster = Cluster(Path(name))
        cluster.start()
        database.set_environment(cluster)
        database.fresh_copy(cluster, database.worker_database())
        import django
        import psycopg

        django.setup()
        from tests.cast import gather
        from zorgverband.sharing.subjects import Subject

        owner = psycopg.connect(
            cluster.dsn("zv_owner", database.worker_database()), autocommit=True
        )
        cast = gather(owner)
        items = [
            cast.item(about=cast.jannie, subject=subject, author=cast.fatima)
            for subject in (Subject.DAY, Subject.HEALTH, Subject.HOME, Subject.COMING)
        ]
        measure(cast, items, readers=READERS, count=80)
        for readers in (1, READERS):
            for chained in (True, False):
                verb = "ENABLE" if chained else "DISABLE"
                owner.execute(f"ALTER TABLE journal_look {verb} TRIGGER chain")
                took = measure(cast, items, readers=readers, count=count)
                sys.stdout.write(
                    f"{readers} readers, {'with' if chained else 'without'} chain: median"
                    f" {median(took):.1f} ms, p95 {quantiles(took, n=20)[-1]:.1f} ms\n"
                )
        owner.close()
        cluster.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
