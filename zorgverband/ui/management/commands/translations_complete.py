"""`translations_complete`: fail when a sentence has no good English or no simple Dutch, and say which."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from zorgverband.ui import catalogue, simple
from zorgverband.ui.catalogue import ENGLISH, SIMPLE
from zorgverband.ui.collection import sentences


class Command(BaseCommand):
    """Part of `./zv check`."""

    help = "check that every sentence has its English, and a hard one its simple Dutch"
    requires_system_checks: tuple[str, ...] = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Say which hard sentences only professionals read, when asked for much (-v 2). Raises
        CommandError with the list of what is not well."""
        found = sentences()
        english = catalogue.faults(found, catalogue.read(ENGLISH), catalogue.machine(ENGLISH))
        easy = simple.faults(found, catalogue.read(SIMPLE), catalogue.machine(SIMPLE))
        if options["verbosity"] > 1:
            for words in simple.exempt(found):
                self.stdout.write(f"only for professionals: {words}")
        if english or easy:
            said = [f"{what}: {words}" for what, words in english]
            said += [f"eenvoudig Nederlands: {what}: {words}" for what, words in easy]
            raise CommandError("\n".join(said))
