"""`appoint_keeper`: the first person who keeps the list of an organisation's people and teams.

    ./zv manage appoint_keeper --organisation "Thuiszorg De Brug" --email fatima@voorbeeld.nl

The person must have an account. From there others are asked and chosen on the page Mijn organisatie.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from zorgverband.base import working
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.people.models import Account, Organisation


class Command(BaseCommand):
    """Makes somebody the first keeper of an organisation's list; as the owner of the installation."""

    help = "let somebody keep the list of people and teams of an organisation"

    def add_arguments(self, parser: CommandParser) -> None:
        """Which organisation, and who."""
        parser.add_argument("--organisation", required=True, metavar="NAME")
        parser.add_argument("--email", required=True)
        parser.add_argument("--function", default="care_coordinator", choices=sorted(FUNCTIONS))

    def handle(self, *args: Any, **options: Any) -> None:
        """All of it or nothing; harmless to repeat."""
        with transaction.atomic():
            found = list(Organisation.objects.filter(name=options["organisation"]))
            account = Account.objects.filter(email__iexact=options["email"]).first()
            if len(found) != 1:
                raise CommandError(f"Er is niet precies één organisatie: {options['organisation']}")
            if account is None:
                raise CommandError("Er is geen account met dit e-mailadres.")
            working.first_keeper(
                organisation=found[0].id,
                person=account.person_id,
                function=options["function"],
            )
        self.stdout.write(f"{options['email']} beheert nu {options['organisation']}.")
