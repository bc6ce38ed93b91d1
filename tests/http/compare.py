"""Visits every page of random worlds and holds what it shows against the rule in plain Python.

    python -m tests.http.compare --networks 14 [--items 80] [--seed 32] [--rooms]

does so in a database of its own and prints how often each kind of page was asked, and every
disagreement; the exit code is 1 when there is any. With `--rooms` the pages of talking and deciding
together, the agenda and its feed.
"""

import argparse
import logging
import sys
import time


def main(words: list[str] | None = None) -> int:
    """Visit and compare; 1 when anything disagrees."""
    parser = argparse.ArgumentParser(prog="python -m tests.http.compare")
    parser.add_argument("--networks", type=int, default=14)
    parser.add_argument("--items", type=int, default=80, help="items in each network")
    parser.add_argument("--seed", type=int, default=32)
    parser.add_argument("--rooms", action="store_true", help="the rooms of `rooms.py`")
    chosen = parser.parse_args(words)
    from tests.rule.standalone import own_database

    with own_database(default="app") as database:
        from .room_visits import RoomVisits
        from .visits import Visits
        from .world import prepare, prepare_rooms

        # Thousands of pages that are not there need no line in the log.
        logging.disable(logging.CRITICAL)
        begun = time.monotonic()
        size = {"seed": chosen.seed, "networks": chosen.networks, "items": chosen.items}
        visits: Visits | RoomVisits
        if chosen.rooms:
            visits = RoomVisits(*prepare_rooms(database.owner, **size))
        else:
            visits = Visits(prepare(database.owner, **size), readers=0.1)
        faults = list(visits.disagreements())
    print(f"{visits.pairs:,} pairs over HTTP in {time.monotonic() - begun:.0f} s, "
          f"{len(faults)} disagreements")  # fmt: skip
    print("asked:", dict(visits.asked))
    print("\n".join(faults[:20]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
