"""Where is measured: a generated world with dossiers that are alike but for their size, and the
people who look at them. A run fills an empty database and uses a filled one again."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connections
from psycopg.conninfo import conninfo_to_dict

from ..generator import AlreadyThere, World, generate
from ..generator_people import made_id

SEED = 1
SIZES = (100, 10_000, 1_000_000)
NETWORKS, OTHERS = 310, 15_000


class NoOwner(Exception):
    """Start it with `./zv bench`: it needs the owner's connection too (ZV_OWNER_DSN)."""


class NotOurs(Exception):
    """There are networks in this database that were not made for measuring. Choose an empty one."""


def open_owner() -> None:
    """Give this process a second connection, called "owner", besides that of the application.

    Raises NoOwner without an address for it.
    """
    if "owner" in connections:
        return
    parts = conninfo_to_dict(os.environ.get("ZV_OWNER_DSN", ""))
    if not parts:
        raise NoOwner()
    connections.databases["owner"] = connections.databases["default"] | {
        "NAME": parts.get("dbname", ""),
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": parts.get("port", ""),
        "ATOMIC_REQUESTS": False,
    }


@dataclass(frozen=True)
class Place:
    """The measured world: its dossiers by size, and its people."""

    sizes: tuple[int, ...]

    def network(self, size: int) -> UUID:
        """The dossier with so many messages."""
        return made_id(SEED, "network", self.sizes.index(size) + 1)

    def person(self, key: str, size: int) -> UUID:
        """Who plays a part there; professionals play it in every dossier."""
        number = self.sizes.index(size) + 1
        own = key if number == 1 else f"{key}-{number}"
        with connections["owner"].cursor() as cursor:
            cursor.execute(
                "SELECT person_id FROM people_account WHERE email IN (%s, %s) "
                "ORDER BY length(email) DESC",
                [f"world{SEED}-{own}@example.org", f"world{SEED}-{key}@example.org"],
            )
            row: Any = cursor.fetchone()
        person: UUID = row[0]
        return person


def settle(
    *, sizes: Sequence[int] = SIZES, networks: int = NETWORKS, others: int = OTHERS,
    tell: Callable[[str], None],
) -> Place:  # fmt: skip
    """Fill the database when it is empty. Raises NotOurs when others use it."""
    world = World(
        networks=networks,
        items=sum(sizes) + others,
        seed=SEED,
        until=datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0),
        set_sizes=tuple(sizes),
    )
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM networks_network WHERE id <> ALL (%s)", [
            [
                *(world.network(number) for number in range(1, networks + 1)),
                # Those that `sweeping` makes, in a run that was kept.
                *(made_id(2, "network", number) for number in range(1, 10_001)),
            ]
        ])  # fmt: skip
        row: Any = cursor.fetchone()
        if row[0]:
            raise NotOurs()
    try:
        generate(world, tell=tell, using="owner")
    except AlreadyThere:
        tell("the world of an earlier run")
    return Place(sizes=tuple(sizes))
