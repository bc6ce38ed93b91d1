"""`account`: stop an account, or let somebody in with it again who stopped it.

    ./zv manage account --email fatima@voorbeeld.nl --stop
    ./zv manage account --email fatima@voorbeeld.nl --open

Check first, by another way than mail, that it is really theirs.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from zorgverband.people.models import Account


class Command(BaseCommand):
    """Turns an account off or on; off ends its sessions and streams at that commit."""

    help = "stop an account, or open it again"

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose, and which way."""
        parser.add_argument("--email", required=True)
        way = parser.add_mutually_exclusive_group(required=True)
        way.add_argument("--stop", action="store_true")
        way.add_argument("--open", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Harmless to repeat."""
        found = Account.objects.filter(email__iexact=options["email"])
        if not found.update(is_active=options["open"]):
            raise CommandError("Er is geen account met dit e-mailadres.")
        self.stdout.write("Open." if options["open"] else "Gestopt.")
