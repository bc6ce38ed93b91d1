"""`collect_sentences`: bring the catalogues in step with the code, and say what has no words yet."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from zorgverband.ui import catalogue, simple
from zorgverband.ui.collection import Sentence, sentences


class Command(BaseCommand):
    """Adds new sentences to each django.po without words, and leaves out what is no longer used."""

    help = "bring the catalogues in zorgverband/locale in step with the sentences in the code"
    requires_system_checks: tuple[str, ...] = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the files, then the lists of what somebody has to say in English or more simply."""
        found = sentences()
        self._collect("English", catalogue.ENGLISH, found)
        hard = simple.asked(found, catalogue.read(catalogue.SIMPLE))
        self._collect("simple words", catalogue.SIMPLE, hard)

    def _collect(self, name: str, po: Path, found: list[Sentence]) -> None:
        old = catalogue.read(po)
        new = catalogue.brought_in_step(old, found)
        po.parent.mkdir(parents=True, exist_ok=True)
        po.write_bytes(catalogue.as_text(new))
        kept = {message.id for message in new if message.id}
        gone = [message for message in old if message.id and message.id not in kept]
        for message in gone:
            self.stdout.write(f"gone: {message.id!r} was {message.string!r}")
        faults = catalogue.faults(found, new, None)
        missing = [words for fault, words in faults if fault == "no words"]
        for words in missing:
            self.stdout.write(f"no {name}: {words}")
        self.stdout.write(f"{len(kept)} sentences, {len(missing)} without {name}")
