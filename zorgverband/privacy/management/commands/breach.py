"""`breach`: who saw what in a period, for reporting a data breach. Ids only, never texts.

./zv breach --from 2026-11-01 --to 2026-11-08 --person ID [--network ID] [--json]
"""

import json
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.db.models import Q

from zorgverband.base.clock import HOME, now
from zorgverband.base.typed import day_of, moment_of
from zorgverband.journal.models import Look
from zorgverband.networks.models import Member
from zorgverband.privacy.models import Consultation
from zorgverband.sharing.subjects import Subject

COLUMNS = (
    "at", "person_id", "person_name", "member_id", "side", "function", "organisation",
    "network_id", "about_id", "subject", "action", "door", "items", "ground", "address",
)  # fmt: skip
SHOWN = ("at", "person_name", "function", "network_id", "about_id", "subject", "action", "door")


class Command(BaseCommand):
    """Lists the rows of the log of a person or a network between two moments."""

    help = "who saw what between two moments, for a person or a network"

    def add_arguments(self, parser: CommandParser) -> None:
        """Moments are days (the last one counts whole) or moments with a time zone."""
        parser.add_argument("--from", dest="start", required=True)
        parser.add_argument("--to", dest="end", required=True)
        parser.add_argument("--person", type=UUID, help="who looked, or the client it is about")
        parser.add_argument("--network", type=UUID)
        parser.add_argument("--json", action="store_true")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Print the rows, and keep that they were asked for."""
        start, end = _moment(options["start"], time()), _moment(options["end"], time.max)
        if options["person"] is None and options["network"] is None:
            raise CommandError("Geef --person of --network. (Give --person or --network.)")
        rows = list(_rows(options, start, end))
        asked = {name: str(options[name]) for name in ("start", "end", "person", "network")}
        Consultation.objects.create(door="breach", words=json.dumps(asked), at=now())
        if options["json"]:
            self.stdout.write(json.dumps(rows, indent=2, default=str, ensure_ascii=False))
        else:
            self._table(rows)

    def _table(self, rows: list[dict[str, Any]]) -> None:
        for row in rows:
            cells = [str(row[name]) for name in SHOWN] + [f"{len(row['items'])} items"]
            self.stdout.write("  ".join(cells))
        people = len({row["person_id"] for row in rows})
        items = len({item for row in rows for item in row["items"]})
        self.stdout.write(
            f"{len(rows)} regels, {people} mensen, {items} berichten."
            f" ({len(rows)} rows, {people} people, {items} items.)"
        )


def _rows(options: dict[str, Any], start: datetime, end: datetime) -> Any:
    found = Look.objects.filter(at__gte=start, at__lte=end).order_by("at", "id")
    if options["network"]:
        found = found.filter(network_id=options["network"])
    if options["person"]:
        about = Member.objects.filter(person_id=options["person"]).values("id")
        found = found.filter(Q(person_id=options["person"]) | Q(about_id__in=about))
    for row in found.values(*COLUMNS):
        yield row | {"subject": Subject(row["subject"]).code}


def _moment(text: str, default: time) -> datetime:
    if moment := moment_of(text):
        return moment
    if day := day_of(text):
        return datetime.combine(day, default, HOME)
    raise CommandError(f"Dit is geen dag of moment: {text}. (Not a day or moment.)")
