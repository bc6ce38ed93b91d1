"""`dump --json`: who belongs to which network and what is there, without texts or names."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from zorgverband.demo.dump import NotTheOwner, write_dump


class Command(BaseCommand):
    """Writes the owner's view of every network to standard output."""

    help = "members, permissions and items of every network as JSON, without texts"

    def add_arguments(self, parser: CommandParser) -> None:
        """JSON is the only form there is; the word is asked for so that others can come."""
        parser.add_argument("--json", action="store_true", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it all, as it was at one moment; refuses who is not the owner."""
        try:
            write_dump(sys.stdout)
        except NotTheOwner as refusal:
            raise CommandError(str(refusal.__doc__)) from None
