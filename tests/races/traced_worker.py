"""A worker that notes of every mail when its check began and whether it was sent.

    python -m tests.races.traced_worker TRACE [unchecked]

Each line of TRACE: the moment the check began and the moment all was done, by the clock that does
not go back, the person, and 1 when the mail left. `unchecked` sends without asking the rule again:
the fault this looks for, made on purpose.
"""

import os
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zorgverband.config.settings")


def main(words: list[str]) -> None:
    """Run the worker until it is ended."""
    import django

    django.setup()
    from django.core.management import call_command

    from zorgverband.notifications import sending

    trace, send = Path(words[0]), sending._send

    def traced(claim: Any, mails: Any) -> bool:
        begun = time.monotonic()
        sent = send(claim, mails)
        with trace.open("a") as out:
            out.write(f"{begun} {time.monotonic()} {claim.person} {int(sent)}\n")
        return sent

    sending._send = traced
    if "unchecked" in words:
        sending.readable = lambda claim: Counter({"news": 1})
    call_command("procrastinate", "worker", "--concurrency", "2")


if __name__ == "__main__":
    main(sys.argv[1:])
