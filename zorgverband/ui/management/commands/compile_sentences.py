"""`compile_sentences`: make the .mo file that Django reads from the .po file that people write."""

from typing import Any

from django.core.management.base import BaseCommand

from zorgverband.ui import catalogue


class Command(BaseCommand):
    """Writes django.mo next to django.po. The same sentences give the same bytes."""

    help = "make locale/en/LC_MESSAGES/django.mo from django.po"
    requires_system_checks: tuple[str, ...] = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file."""
        catalogue.MACHINE.write_bytes(catalogue.compiled(catalogue.read()))
