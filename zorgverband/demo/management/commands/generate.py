"""`generate`: a random world of any size, to try how the product behaves with much in it."""

import time
from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from zorgverband.demo.generator import AlreadyThere, NotTheOwner, World, generate


class Command(BaseCommand):
    """Adds a random world to what is there; the same seed gives the same world."""

    help = "build a random world: networks, people, permissions, messages"

    def add_arguments(self, parser: CommandParser) -> None:
        """How much, and from which seed."""
        parser.add_argument("--networks", type=int, default=2000)
        parser.add_argument("--items", type=int, default=1_000_000)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument(
            "--largest", type=float, default=0.0, metavar="PART",
            help="part of the messages that one dossier gets, from 0 to 1",
        )  # fmt: skip
        parser.add_argument(
            "--until", type=datetime.fromisoformat, metavar="DAY",
            help="the day before which everything happened (default: today)",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        """Build it, telling each step, and name who one can become."""
        until = options["until"] or datetime.now(UTC)
        world = World(
            networks=options["networks"],
            items=options["items"],
            seed=options["seed"],
            largest=options["largest"],
            until=until.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC),
        )
        started = time.monotonic()

        def tell(line: str) -> None:
            self.stdout.write(f"{time.monotonic() - started:7.1f} s  {line}")
            self.stdout.flush()

        try:
            accounts = generate(world, tell=tell, using="default")
        except (AlreadyThere, NotTheOwner) as refusal:
            raise CommandError(str(refusal.__doc__)) from None
        except ValueError as refusal:
            raise CommandError(f"This world cannot be: {refusal}.") from None
        tell(f"done: {world.items:,} messages in {world.networks:,} networks")
        self.stdout.write("People one can become in a demo: " + ", ".join(accounts))
