"""`compile_sentences`: make the .mo files that Django reads from the .po files that people write."""

from typing import Any

from django.core.management.base import BaseCommand

from zorgverband.ui import catalogue


class Command(BaseCommand):
    """Writes django.mo next to each django.po. The same sentences give the same bytes."""

    help = "make the django.mo files in zorgverband/locale from the django.po files"
    requires_system_checks: tuple[str, ...] = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the files."""
        for po in (catalogue.ENGLISH, catalogue.SIMPLE):
            po.with_suffix(".mo").write_bytes(catalogue.compiled(catalogue.read(po)))
