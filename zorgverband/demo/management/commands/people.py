"""`people --json`: the demo people with their keys and networks, for operators and outside checks."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from zorgverband.base.locked import demo_people


class Command(BaseCommand):
    """Lists who can be chosen at the sign-in page of a demo."""

    help = "list the demo people"

    def add_arguments(self, parser: CommandParser) -> None:
        """`--json` for machines."""
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Key, name, and per network side and function."""
        found: dict[str, dict[str, Any]] = {}
        for row in demo_people():
            person = found.setdefault(row.key, {"key": row.key, "name": row.name, "networks": []})
            if row.network:
                person["networks"].append(
                    {"network": str(row.network), "side": row.side, "function": row.function}
                )
        if options["json"]:
            self.stdout.write(json.dumps(list(found.values()), indent=2, ensure_ascii=False))
            return
        for person in found.values():
            does = ", ".join(f"{net['function']} ({net['side']})" for net in person["networks"])
            self.stdout.write(f"{person['key']:12} {person['name']:24} {does}")
