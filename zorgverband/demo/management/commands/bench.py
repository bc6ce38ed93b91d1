"""`bench`: what pages cost, next to the same rows by plain SQL in the same run. `./zv bench` makes
a database of its own for it."""

from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from zorgverband.demo.bench import (
    household,
    locks,
    meeting,
    readers,
    report,
    searching,
    several,
    sweeping,
    talking,
    timeline,
    writing,
)
from zorgverband.demo.bench.measure import Line, measured
from zorgverband.demo.bench.place import (
    NETWORKS,
    OTHERS,
    SIZES,
    NoOwner,
    NotOurs,
    Place,
    open_owner,
    settle,
)

MEASURED = (timeline, searching, readers, several, household, meeting, talking, writing)


class Command(BaseCommand):
    """Measures and prints; changes nothing that stays."""

    help = "what pages cost in dossiers of 100, 10,000 and 1,000,000 messages"

    def add_arguments(self, parser: CommandParser) -> None:
        """How much and how often."""
        parser.add_argument("--quick", action="store_true", help="small and few: to see it works")
        parser.add_argument("--repeat", type=int, help="60, or 3 with --quick")
        parser.add_argument("--only", nargs="*", default=[], metavar="NAME",
                            help="timeline, searching, readers, several, household, talking, meeting, "
                                 "writing, locks, sweeping")  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill the database when it is empty, ask everything in turn, print the table."""
        quick = options["quick"]
        try:
            open_owner()
            place = settle(
                sizes=(40, 80, 400) if quick else SIZES,
                networks=25 if quick else NETWORKS,
                others=300 if quick else OTHERS,
                tell=self._tell,
            )
        except (NoOwner, NotOurs) as refusal:
            raise CommandError(str(refusal.__doc__)) from None
        lines = self._lines(place, options["repeat"] or (3 if quick else 60), options["only"])
        for text in (*report.table(lines), "", *report.ratios(lines)):
            self.stdout.write(text)
        if not options["only"] or "sweeping" in options["only"]:
            for text in sweeping.lines(quick=quick, tell=self._tell):
                self.stdout.write(text)

    def _lines(self, place: Place, repeat: int, only: list[str]) -> list[Line]:
        started = datetime.now(UTC)
        lines: list[Line] = []
        for part in MEASURED:
            name = part.__name__.rsplit(".", 1)[-1]
            if not only or name in only:
                self._tell(name)
                lines += measured(list(part.questions(place)), repeat=repeat)
                writing.clean_up(started)
        if not only or "locks" in only:
            lines += locks.lines(place, repeat=repeat)
        return lines

    def _tell(self, line: str) -> None:
        self.stderr.write(line)
