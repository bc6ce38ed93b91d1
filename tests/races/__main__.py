"""Races as a command: `python -m tests.races --count 1000 --seed 1`. Exit code 1 for any fault."""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path


def main() -> int:
    """Run them in a database of their own, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.races")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    os.environ["ZV_DEMO"] = "1"
    from tests.rule.standalone import own_database

    with own_database(default="app") as database, tempfile.TemporaryDirectory() as folder:
        from tests.running import running_site

        from .running import run_races

        dsn, begun = os.environ["ZV_OWNER_DSN"], time.monotonic()
        with running_site(Path(folder)) as site:
            figures, _races = run_races(
                site=site, owner=database.owner, dsn=dsn, count=asked.count, seed=asked.seed,
                say=lambda words: print(words, flush=True),
            )  # fmt: skip
    print(figures)
    print(f"{time.monotonic() - begun:8.0f} s, seed {asked.seed}")
    return 1 if figures.faults else 0


if __name__ == "__main__":
    sys.exit(main())
