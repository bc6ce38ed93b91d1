"""`appoint_programme_keeper`: a neighbourhood, the organisations in it, and who keeps its programmes.

    ./zv manage appoint_programme_keeper --neighbourhood Duinrijk \\
        --organisation "Thuiszorg De Brug" --organisation "Gemeente Duinrijk" --email h@voorbeeld.nl

The neighbourhood is made when it is not there. Keepers of the organisations appoint others on the page
of a colleague.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from zorgverband.base import clock
from zorgverband.organisations.models import (
    Neighbourhood,
    NeighbourhoodOrganisation,
    ProgrammeKeeper,
)
from zorgverband.people.models import Account, Organisation


class Command(BaseCommand):
    """Makes somebody keep the programmes of a neighbourhood; as the owner of the installation."""

    help = "let somebody keep the programmes of a neighbourhood"

    def add_arguments(self, parser: CommandParser) -> None:
        """Which neighbourhood, which organisations work there, and who."""
        parser.add_argument("--neighbourhood", required=True, metavar="NAME")
        parser.add_argument("--organisation", action="append", default=[], metavar="NAME")
        parser.add_argument("--email", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        """All of it or nothing; harmless to repeat."""
        now = clock.now()
        with transaction.atomic():
            place, _new = Neighbourhood.objects.get_or_create(name=options["neighbourhood"])
            for name in options["organisation"]:
                found = list(Organisation.objects.filter(name=name))
                if len(found) != 1:
                    raise CommandError(f"Er is niet precies één organisatie: {name}")
                NeighbourhoodOrganisation.objects.get_or_create(
                    neighbourhood=place, organisation=found[0], ends_at=None,
                    defaults={"starts_at": now},
                )  # fmt: skip
            account = Account.objects.filter(email__iexact=options["email"]).first()
            if account is None:
                raise CommandError("Er is geen account met dit e-mailadres.")
            ProgrammeKeeper.objects.get_or_create(
                neighbourhood=place, person_id=account.person_id, ends_at=None,
                defaults={"starts_at": now},
            )  # fmt: skip
        self.stdout.write(f"{options['email']} houdt nu de programma's bij van {place.name}.")
