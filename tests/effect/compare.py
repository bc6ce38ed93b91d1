"""Holds the effect that is shown before an act against what the act really changed.

    python -m tests.effect.compare --acts 2000 [--seed 1]

builds random worlds in a database of its own and does random acts of every kind in them, as the
application: each is previewed, then carried out with what was shown. The realised effect is worked
out by the rule written a second time, from the facts before and after. Prints how often each kind
was done and every difference; the exit code is 1 when there is any.
"""

import argparse
import sys
import time


def main(words: list[str] | None = None) -> int:
    """Do the acts and compare; 1 when anything differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.effect.compare")
    parser.add_argument("--acts", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(words)
    from tests.rule.standalone import own_database

    with own_database(default="app") as database:
        from .trial import trial

        begun = time.monotonic()
        held = trial(database.owner, seed=chosen.seed, acts=chosen.acts)
        faults: list[str] = []
        for part in range(100, chosen.acts + 100, 100):
            found = list(held.faults(min(part, chosen.acts)))
            faults += found
            said = [f"{held.done.total():,} acts, {len(faults)} differences so far", *found]
            print("\n".join(said), flush=True)
        lasted = time.monotonic() - begun
    print(f"{held.done.total():,} acts, {held.changed.total():,} with an effect, "
          f"{len(faults)} differences, {lasted:.0f} s")  # fmt: skip
    print("done:", dict(sorted(held.done.items())))
    print("with an effect:", dict(sorted(held.changed.items())))
    print("refused:", dict(sorted(held.refused.items())))
    print("\n".join(faults[:20]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
