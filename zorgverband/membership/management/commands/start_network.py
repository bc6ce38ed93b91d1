"""`start_network`: the first network of an installation without a demo, with the person who starts it.

    ./zv manage start_network --coordinator "Hanneke Smit" --email hanneke@voorbeeld.nl \\
        --function care_coordinator --organisation "Huisartsenpraktijk De Linde" --kind gp \\
        --client "Jannie de Wit" --salutation mevrouw

It prints a link with which the coordinator chooses a password; from there everything is done on the
pages. The client gets an account by an invitation later, or none.
"""

from typing import Any
from uuid import UUID

from allauth.account.forms import EmailAwarePasswordResetTokenGenerator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.urls import reverse

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import enter
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.people.models import Account, Organisation

from ...actions import Founder, arrive, found_network

INFIXES = {"de", "den", "der", "van", "ter", "ten", "el", "al", "het", "'t", "van der", "van den"}


class Command(BaseCommand):
    """Makes a network around one client, with its coordinator."""

    help = "start a network around a client, with the person who coordinates it"

    def add_arguments(self, parser: CommandParser) -> None:
        """Who coordinates, for whom they work, and who the client is."""
        parser.add_argument("--coordinator", required=True, metavar="NAME")
        parser.add_argument("--email", required=True)
        parser.add_argument("--function", default="care_coordinator", choices=sorted(FUNCTIONS))
        parser.add_argument("--organisation", required=True)
        parser.add_argument("--kind", default="gp", choices=Organisation.Kind.values)
        parser.add_argument("--client", required=True, metavar="NAME")
        parser.add_argument("--salutation", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        """All of it or nothing."""
        try:
            with transaction.atomic():
                account = self._start(options)
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from None
        key = EmailAwarePasswordResetTokenGenerator().make_token(account)
        link = reverse(
            "account_reset_password_from_key",
            kwargs={"uidb36": user_pk_to_url_str(account), "key": key},
        )
        self.stdout.write(f"Kies een wachtwoord: {settings.ADDRESS}{link}")

    def _start(self, options: dict[str, Any]) -> Account:
        found = Account.objects.filter(email__iexact=options["email"]).first()
        client = arrive(**_named(options["client"]), salutation=options["salutation"])
        coordinator: UUID = (
            found.person_id
            if found
            else arrive(**_named(options["coordinator"]), email=options["email"])
        )
        enter(person=coordinator)
        function = FUNCTIONS[options["function"]]
        found_network(
            person=coordinator,
            clients=[client],
            founder=Founder(
                function=function.code,
                side=function.sides[0],
                organisation=_organisation(options),
            ),
        )
        return Account.objects.get(person_id=coordinator)


def _organisation(options: dict[str, Any]) -> UUID:
    known = Organisation.objects.filter(name=options["organisation"]).first()
    if known is None:
        known = Organisation(name=options["organisation"], kind=options["kind"])
        Organisation.objects.bulk_create([known])
    return known.id


def _named(name: str) -> dict[str, Any]:
    words = name.split()
    given, rest = (words[0] if words else ""), words[1:]
    infix: list[str] = []
    while len(rest) > 1 and rest[0].lower() in INFIXES:
        infix.append(rest.pop(0))
    return {"given_name": given, "infix": " ".join(infix), "family_name": " ".join(rest)}
