"""`collect_sentences`: bring the catalogue in step with the code, and say what has no English yet."""

from typing import Any

from django.core.management.base import BaseCommand

from zorgverband.ui import catalogue
from zorgverband.ui.collection import sentences


class Command(BaseCommand):
    """Adds new sentences to django.po without English, and leaves out what is no longer used."""

    help = "bring locale/en/LC_MESSAGES/django.po in step with the sentences in the code"
    requires_system_checks: tuple[str, ...] = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file, then the list of what somebody has to say in English."""
        old, found = catalogue.read(), sentences()
        new = catalogue.brought_in_step(old, found)
        catalogue.ENGLISH.parent.mkdir(parents=True, exist_ok=True)
        catalogue.ENGLISH.write_bytes(catalogue.as_text(new))
        kept = {message.id for message in new if message.id}
        gone = [message for message in old if message.id and message.id not in kept]
        for message in gone:
            self.stdout.write(f"gone: {message.id!r} was {message.string!r}")
        missing = [
            fault for fault in catalogue.faults(found, new, None) if fault[0] == "no English"
        ]
        for _fault, words in missing:
            self.stdout.write(f"no English: {words}")
        self.stdout.write(f"{len(kept)} sentences, {len(missing)} without English")
