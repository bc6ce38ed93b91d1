"""`python -m tests.bottlenecks`: plays the whole bank and prints the table; 1 when anything is wrong."""

import sys

from tests.rule.standalone import own_database


def main() -> int:
    """Play every scenario in a database of its own."""
    with own_database(default="app") as database:
        from tests.cast import gather

        from .bank import bank, played, table

        results = list(played(bank(), lambda: gather(database.owner)))
    sys.stdout.write("\n".join(table(results)) + "\n")
    return 1 if any(one.faults for one in results) else 0


if __name__ == "__main__":
    sys.exit(main())
