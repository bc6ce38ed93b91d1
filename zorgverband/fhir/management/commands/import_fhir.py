"""`./zv import FILE... --network ID --about ID`: FHIR files become items, as one of its people."""

import argparse
from collections import Counter
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Func, UUIDField, Value
from django.utils.translation import gettext as _

from zorgverband.base.locked import demo_people
from zorgverband.base.look import look
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import enter
from zorgverband.fhir.actions import SomebodyElse, Stored, store
from zorgverband.fhir.counts import became_table
from zorgverband.fhir.fact import Reading
from zorgverband.fhir.incoming import read_files
from zorgverband.fhir.refusals import NotFhir
from zorgverband.networks.queries import clients, faces
from zorgverband.people.models import Account


class Command(BaseCommand):
    """Stores all files in one transaction, or nothing at all; then the exit code is 1."""

    help = "Take over FHIR R4 files (JSON or NDJSON) into the record of one client."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Files, network, client, and as whom."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--network", required=True, type=UUID, metavar="ID")
        parser.add_argument(
            "--about", required=True, type=UUID, metavar="ID", help="the client: member or person"
        )
        parser.add_argument(
            "--as", dest="person", metavar="KEY or ID", help="who does it; else the client"
        )
        parser.add_argument(
            "--other-person", action="store_true", help="also when the file names somebody else"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, check and store; print what became of everything."""
        try:
            reading = read_files(options["files"])
            with transaction.atomic():
                stored = _store(reading, options)
        except SomebodyElse as refusal:
            raise CommandError(_told(refusal)) from None
        except NotFhir as fault:
            where = f"{fault.where}: {fault.why} {fault.now}"
            raise CommandError(f"{_('Er is niets opgeslagen.')} {where}") from None
        except Refusal as refusal:
            raise CommandError(f"{_('Er is niets opgeslagen.')} {refusal.sentence}") from None
        self.stdout.write(table(stored))
        if stored.became:
            self.stdout.write(f"\n{became_table(stored.became)}")


def _store(reading: Reading, options: dict[str, Any]) -> Stored:
    """The same entrance as everybody: enter as this person, then act from their seat."""
    network = options["network"]
    person = _person(options["person"], network, options["about"])
    viewer = enter(person=person, networks=[network])
    seat = viewer.seat(network)
    about = next(
        (
            face.member
            for face in clients(faces(network))
            if options["about"] in (face.member, face.person)
        ),
        options["about"],
    )
    stored = store(
        seat=seat,
        person=person,
        about=about,
        reading=reading,
        other_person=options["other_person"],
    )
    look(items=stored.items, action="C", door="import", address="")
    return stored


def _person(named: str | None, network: UUID, about: UUID) -> UUID:
    """The person named by key or id, else the client."""
    if named is None:
        return _client(network, about)
    for row in demo_people():
        if row.key == named:
            return Account.objects.values_list("person_id", flat=True).get(pk=row.account)
    try:
        return UUID(named)
    except ValueError:
        raise CommandError(_("Er is niemand met de sleutel %(key)s.") % {"key": named}) from None


def _client(network: UUID, about: UUID) -> UUID:
    found = Func(
        Value(network, output_field=UUIDField()),
        Value(about, output_field=UUIDField()),
        function="privacy.client_person",
        output_field=UUIDField(null=True),
    )
    # Any account will do: nobody has entered yet, and who is asked for need not have one.
    row = Account.objects.order_by().values_list(found).first()
    if row is None or row[0] is None:
        raise CommandError(_("Deze cliënt is er niet in dit netwerk."))
    return UUID(str(row[0]))


def _told(refusal: SomebodyElse) -> str:
    """What differs, without names or dates: a terminal keeps what is printed."""
    doubt = refusal.doubt
    why = [
        words
        for words, holds in (
            (_("het noemt meer dan één persoon"), doubt.several),
            (_("de geboortedatum is anders"), doubt.other_birth_date),
            (_("de achternaam is anders"), doubt.other_name),
        )
        if holds
    ]
    return _(
        "Er is niets opgeslagen. Dit bestand gaat misschien over iemand anders: %(why)s. "
        "Klopt het toch? Geef dan --other-person."
    ) % {"why": ", ".join(why)}


def table(stored: Stored) -> str:
    """A Markdown table: per type how many were stored, changed, the same, left out and why."""
    new, changed, same = (
        Counter(one) for one in (stored.created, stored.changed, stored.unchanged)
    )
    left = Counter((one.resource_type, one.reason) for one in stored.left_out)
    types = sorted({*new, *changed, *same, *(kind for kind, _reason in left)})
    head = (
        _("soort"),
        _("opgeslagen"),
        _("veranderd"),
        _("ongewijzigd"),
        _("weggelaten"),
        _("waarom"),
    )
    lines = ["| " + " | ".join(head) + " |", "|---|---:|---:|---:|---:|---|"]
    for kind in types:
        why = sorted((_(reason), count) for (one, reason), count in left.items() if one == kind)
        told = "; ".join(f"{reason} ({count})" for reason, count in why)
        count = sum(count for _reason, count in why)
        lines.append(
            f"| {kind} | {new[kind]} | {changed[kind]} | {same[kind]} | {count} | {told} |"
        )
    sums = (sum(new.values()), sum(changed.values()), sum(same.values()), sum(left.values()))
    lines.append("| {} | {} | {} | {} | {} | |".format(_("samen"), *sums))
    return "\n".join(lines)
