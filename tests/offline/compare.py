"""Writes while the reception goes, in a real browser: `python -m tests.offline.compare --cuts 500`.

Each message is cut off at another moment: before it was sent, during, after the answer was lost, with
the page closed or the browser ended. Exit code 1 when one was lost or came twice.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path


def main() -> int:
    """Cut them off in a database of their own, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.offline.compare")
    parser.add_argument("--cuts", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    from tests.rule.standalone import own_database

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with own_database(default="app") as database, tempfile.TemporaryDirectory() as folder:
        from playwright.sync_api import sync_playwright

        from tests.browsing import light_browser
        from tests.cast import gather
        from tests.running import running_site

        from .cutting import cut_again_and_again
        from .device import Device
        from .line import line_to

        cast, begun = gather(database.owner), time.monotonic()
        with (
            running_site(Path(folder)) as site,
            line_to(int(site.address.rsplit(":", 1)[1])) as line,
            sync_playwright() as playwright,
        ):
            device = Device(playwright, light_browser(), Path(folder) / "phone", line)
            figures = cut_again_and_again(
                cast, device, line, times=asked.cuts, seed=asked.seed,
                say=lambda words: print(words, flush=True),
            )  # fmt: skip
            device.switch_off()
    print(figures)
    print(f"{time.monotonic() - begun:8.0f} s, seed {asked.seed}")
    return 1 if figures.faults else 0


if __name__ == "__main__":
    sys.exit(main())
