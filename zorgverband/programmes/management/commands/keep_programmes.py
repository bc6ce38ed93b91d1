"""`keep_programmes`: put the programmes that come with the product in the tables."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from zorgverband.programmes.actions.keep_standard import keep_standard


class Command(BaseCommand):
    """A new version for each file that changed; run as the owner after the locks."""

    help = "keep the programmes of the product in the tables, a new version for what changed"

    def handle(self, *args: Any, **options: Any) -> None:
        """All of it or nothing; harmless to repeat."""
        with transaction.atomic():
            keep_standard()
