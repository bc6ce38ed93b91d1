"""`waiting`: how long mail, push messages and jobs wait, and whether a worker lives.

./zv waiting [--most SECONDS] [--json]
"""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from zorgverband.notifications.waiting import Standing, standing

MOST_SECONDS = 300.0


class Command(BaseCommand):
    """Says what waits; exit code 1 when that is too long, when a job failed, or without a worker."""

    help = "what waits to be sent or done, and for how long"

    def add_arguments(self, parser: CommandParser) -> None:
        """How long is too long, in seconds; and for people or for a monitor."""
        parser.add_argument("--most", type=float, default=MOST_SECONDS)
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Look, say, and judge."""
        found = standing()
        lines = [json.dumps(_numbers(found))] if options["json"] else _sentences(found)
        self.stdout.write("\n".join(lines))
        if not found.well(most=options["most"]):
            sys.exit(1)


def _numbers(found: Standing) -> dict[str, Any]:
    silent = found.silent()
    numbers: dict[str, Any] = {
        channel.value: {
            "waiting": one.number, "oldest_seconds": round(one.seconds(found.at), 1),
            "again": one.again,
        }
        for channel, one in found.messages.items()
    }  # fmt: skip
    numbers["jobs"] = {
        "waiting": found.jobs.number, "oldest_seconds": round(found.jobs.seconds(found.at), 1),
        "failed": found.jobs.again,
    }  # fmt: skip
    return numbers | {"worker_seconds": None if silent is None else round(silent, 1)}


def _sentences(found: Standing) -> list[str]:
    lines = [
        f"{channel.value}: {one.number} te laat, de oudste {one.seconds(found.at):.0f} s;"
        f" {one.again} later opnieuw ({one.number} overdue, {one.again} tried again later)"
        for channel, one in found.messages.items()
    ]
    jobs, silent = found.jobs, found.silent()
    lines.append(
        f"taken (jobs): {jobs.number} wachten, de oudste {jobs.seconds(found.at):.0f} s;"
        f" {jobs.again} mislukt ({jobs.number} waiting, {jobs.again} failed)"
    )
    seen = "geen (none)" if silent is None else f"{silent:.0f} s geleden gezien (seen, s ago)"
    return [*lines, f"werker (worker): {seen}"]
