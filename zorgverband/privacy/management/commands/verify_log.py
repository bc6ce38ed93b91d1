"""`verify_log`: whether a row of the log was changed, removed, inserted or cut from the tail."""

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection, transaction

from zorgverband.privacy.sealing.check import Fault
from zorgverband.privacy.sealing.key import PUBLIC, NoKey, public_key
from zorgverband.privacy.sealing.lines import FILE
from zorgverband.privacy.sealing.rows import who_and_when
from zorgverband.privacy.sealing.verify import Found, verify


class Command(BaseCommand):
    """Checks the whole log and names the first wrong row of every network; exit code 1 if any."""

    help = "check the access log for tampering"

    def add_arguments(self, parser: CommandParser) -> None:
        """A copy of file and key that was kept elsewhere says more than those beside the data."""
        parser.add_argument("--heads", type=Path, default=settings.DATA / FILE)
        parser.add_argument("--key", type=Path, default=settings.DATA / PUBLIC)

    def handle(self, *args: Any, **options: Any) -> None:
        """Look at one moment of the database, and say what was found."""
        try:
            key = public_key(path=options["key"])
        except NoKey:
            key = None
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            found = verify(connection=connection, heads=options["heads"], key=key)
            self._tell(found)
        if not found.whole:
            sys.exit(1)

    def _tell(self, found: Found) -> None:
        for sentence in found.file:
            self.stdout.write(f"FOUT  {sentence}")
        for fault in found.chains:
            self.stdout.write(f"FOUT  {_sentence(fault)}")
        self.stdout.write(
            f"{found.checked} regels nagekeken, {found.signed} handtekeningen,"
            f" {found.unsigned} regels nog niet ondertekend."
            f" ({found.checked} rows checked, {found.signed} signatures,"
            f" {found.unsigned} rows not signed yet.)"
        )
        if found.whole:
            self.stdout.write("Alles klopt. (All is well.)")


def _sentence(fault: Fault) -> str:
    place = "" if fault.place is None else f", plaats (place) {fault.place}"
    row = "" if fault.look is None else f", regel (row) {fault.look}"
    known = who_and_when(connection, fault.look) if fault.look else ""
    return f"netwerk (network) {fault.network}{place}{row}: {fault.what} {known}".rstrip()
