"""`build_demo`: builds the demo neighbourhood, once, by the same actions users use."""

from typing import Any

from django.core.management.base import BaseCommand

from zorgverband.demo.build import build


class Command(BaseCommand):
    """Runs as the application; lays the ground with the owner's connection."""

    help = "build the demo neighbourhood"

    def handle(self, *args: Any, **options: Any) -> None:
        """Build it; the caller remembers that it was done."""
        build()
