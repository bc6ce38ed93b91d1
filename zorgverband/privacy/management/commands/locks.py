"""`locks`: make the database's row-level security that of `privacy/locks/`."""

from typing import Any

from django.core.management.base import BaseCommand

from zorgverband.privacy.apply import apply


class Command(BaseCommand):
    """Applies every lock; run as the owner after each migrate."""

    help = "apply the locks in privacy/locks"

    def handle(self, *args: Any, **options: Any) -> None:
        """Apply them in one transaction, or change nothing."""
        apply()
