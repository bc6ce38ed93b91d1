"""Running many races one after the other, with a worker that notes what it mails."""

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import psycopg

from tests.running import Site

from .endings import ENDINGS, Ending
from .judge import Figures
from .race import Race, Track

# A page waits for the first after its keys are given and before it reads; a download for the second.
HELD = ("", "", "sharing_readmark", "sharing_attachment")


def run_races(
    *,
    site: Site,
    owner: psycopg.Connection[Any],
    dsn: str,
    count: int,
    seed: int,
    endings: Sequence[Ending] = ENDINGS,
    held: Sequence[str] = HELD,
    unchecked: bool = False,
    say: Callable[[str], object] = lambda words: None,
) -> tuple[Figures, list[Race]]:
    """Run `count` races and judge them. `dsn` is the owner's, for a second connection."""
    chance, figures, races = random.Random(seed), Figures(), []
    trace = Path(site.folder) / f"mailed-{seed}-{unchecked}-{time.monotonic_ns()}"
    words = [str(trace), *(["unchecked"] if unchecked else [])]
    with (
        psycopg.connect(dsn, autocommit=True) as holder,
        site.run("tests.races.traced_worker", *words, name="traced"),
    ):
        track = Track(site, owner, holder)
        for number in range(count):
            ending = endings[number % len(endings)]
            race = track.run(ending, chance, held=chance.choice(held))
            races.append(race)
            figures.note(race)
            if number % 100 == 99:
                say(f"{number + 1} races, {len(figures.faults)} faults")
        _worked_off(owner)
    figures.note_mail(races, trace, owner)
    return figures, races


def _worked_off(owner: psycopg.Connection[Any]) -> None:
    """Wait until the worker has done everything that was asked of it."""
    until, left = time.monotonic() + 240, []
    while time.monotonic() < until:
        left = owner.execute(
            "SELECT task_name, status, count(*) FROM procrastinate_jobs"
            " WHERE status IN ('todo', 'doing') AND scheduled_at IS NULL GROUP BY 1, 2"
        ).fetchall()
        if not left:
            return
        time.sleep(0.2)
    raise AssertionError(f"the worker did not get everything done: {left}")
