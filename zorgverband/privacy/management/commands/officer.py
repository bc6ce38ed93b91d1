"""`officer`: make somebody data-protection officer of an organisation or of the installation, or stop.

./zv manage officer --email eva@voorbeeld.nl --organisation "Thuiszorg De Brug"
./zv manage officer --email eva@voorbeeld.nl --installation
./zv manage officer --email eva@voorbeeld.nl --end
./zv manage officer --list
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from zorgverband.base.clock import now
from zorgverband.people.models import Account, Organisation
from zorgverband.privacy.models import Officer


class Command(BaseCommand):
    """Appoints who works off the queue of supervision; only the operator can."""

    help = "appoint or end a data-protection officer"

    def add_arguments(self, parser: CommandParser) -> None:
        """Whom, and over what."""
        parser.add_argument("--email")
        over = parser.add_mutually_exclusive_group(required=True)
        over.add_argument("--organisation", metavar="NAME")
        over.add_argument("--installation", action="store_true")
        over.add_argument("--end", action="store_true")
        over.add_argument("--list", action="store_true")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say who supervises what now."""
        if not options["list"]:
            self._appoint(options)
        for officer in Officer.objects.filter(ends_at=None).select_related("organisation"):
            over = officer.organisation.name if officer.organisation else "installatie"
            self.stdout.write(f"{officer.person_id}  {over}")

    def _appoint(self, options: dict[str, Any]) -> None:
        account = Account.objects.filter(email__iexact=options["email"] or "").first()
        if account is None:
            raise CommandError("Er is geen account met dit adres. (There is no such account.)")
        running = Officer.objects.filter(person_id=account.person_id, ends_at=None)
        if options["end"]:
            running.update(ends_at=now())
            return
        organisation = self._organisation(options["organisation"])
        if not running.filter(organisation=organisation).exists():
            Officer.objects.create(
                person_id=account.person_id, organisation=organisation, starts_at=now()
            )

    def _organisation(self, name: str | None) -> Organisation | None:
        if name is None:
            return None
        found = list(Organisation.objects.filter(name__iexact=name)[:2])
        if len(found) != 1:
            raise CommandError(f"{len(found)} organisaties heten {name}. (Not exactly one.)")
        return found[0]
