"""`translations_complete`: fail when a sentence of the screen has no good English, and say which."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from zorgverband.ui import catalogue
from zorgverband.ui.collection import sentences


class Command(BaseCommand):
    """Part of `./zv check`."""

    help = "check that every sentence in the code has its English"
    requires_system_checks: tuple[str, ...] = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Nothing when all is well. Raises CommandError with the list of what is not."""
        machine = catalogue.MACHINE.read_bytes() if catalogue.MACHINE.exists() else None
        found = catalogue.faults(sentences(), catalogue.read(), machine)
        if found:
            raise CommandError("\n".join(f"{what}: {words}" for what, words in found))
