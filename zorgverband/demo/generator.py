"""Builds a random world of any size, fast and repeatably: the same seed gives the same world.

The people are drawn here; their permissions and everything they wrote are made by the database
itself, a statement for a few hundred thousand rows at a time. Nothing that was there is touched.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connections, transaction

from zorgverband.networks.functions import FUNCTIONS
from zorgverband.sharing.defaults import default_permissions

from .generator_parts import MEDICAL_WEIGHTS, WEIGHTS
from .generator_people import Population, made_id, plain, populate
from .generator_sentences import stock
from .generator_sizes import sizes_of

SQL = Path(__file__).parent / "generator_sql"
A_STATEMENT = 200_000
TABLES = (
    "people_organisation", "people_team", "people_person", "people_personal", "people_teamperson",
    "people_account", "networks_network", "networks_member", "networks_role", "networks_presence",
)  # fmt: skip
ANALYZE = (
    *TABLES, "sharing_permission", "sharing_item", "sharing_reply", "sharing_readmark", "journal_event",
    "notifications_notice",
)  # fmt: skip


class AlreadyThere(Exception):
    """A world with this seed is already in this database. Choose another --seed."""


class NotTheOwner(Exception):
    """A world is made as the owner of the tables (ZV_AS=owner)."""


@dataclass(frozen=True)
class World:
    """What to build. `set_sizes` makes the first networks alike but for their size; `until` is
    the moment just after the newest message."""

    networks: int
    items: int
    seed: int
    until: datetime
    largest: float = 0.0
    set_sizes: Sequence[int] = ()

    def network(self, number: int) -> UUID:
        """The id of network `number`, counted from 1."""
        return made_id(self.seed, "network", number)


Tell = Callable[[str], None]


def generate(world: World, *, tell: Tell = lambda line: None, using: str) -> dict[str, UUID]:
    """Build `world` and gather the planner's statistics; answers as `build` does."""
    accounts = build(world, tell=tell, using=using)
    tell("statistics for the planner")
    _run(using, "VACUUM (ANALYZE) " + ", ".join(ANALYZE))
    return accounts


def build(world: World, *, tell: Tell = lambda line: None, using: str) -> dict[str, UUID]:
    """Build `world` in one transaction; answers the accounts one can become, by key.

    `using` must be a connection of the owner. Raises NotTheOwner, AlreadyThere, or ValueError
    for a world that cannot be.
    """
    sizes = sizes_of(
        networks=world.networks,
        items=world.items,
        largest=world.largest,
        set_sizes=world.set_sizes,
    )
    with transaction.atomic(using=using):
        _refuse_what_cannot_be(world, using)
        _run(using, "SET LOCAL work_mem = '64MB'; SET LOCAL gin_pending_list_limit = '512MB'")
        # Every row's references are looked at as it comes, not kept in memory until the end.
        _run(using, "SET CONSTRAINTS ALL IMMEDIATE")
        tell("people, organisations and networks")
        found = _people(world, sizes, using)
        tell("permissions")
        _run(using, _sql("permissions", world))
        _write(world, sum(sizes), tell, using)
        tell("read marks and notices")
        _marks(world, found, using)
    return found.accounts


def _refuse_what_cannot_be(world: World, using: str) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT pg_has_role('zv_keeper', 'USAGE')")
        if not _one(cursor):
            raise NotTheOwner()
        cursor.execute(
            "SELECT EXISTS (SELECT FROM networks_network WHERE id = %s)", [world.network(1)]
        )
        if _one(cursor):
            raise AlreadyThere()


def _people(world: World, sizes: list[int], using: str) -> Population:
    found = populate(
        seed=world.seed, until=world.until, sizes=sizes, set_sizes=len(world.set_sizes)
    )
    _run(using, _sql("tools", world))
    for table in TABLES:
        _put(using, table, found.rows[table])
    _put(using, "gen_only", found.rows["only"])
    firsts = accumulate([1, *sizes])
    networks = zip(found.rows["networks_network"], firsts, sizes, strict=False)
    _put(using, "gen_network", [
        {"n": n, "id": row["id"], "first": first, "size": size, "begun": row["created_at"],
         "alike": n <= len(world.set_sizes)}
        for n, (row, first, size) in enumerate(networks, start=1)
    ])  # fmt: skip
    _put(using, "gen_default", list(_defaults()))
    _put(using, "gen_subject", [*_pieces(WEIGHTS, False), *_pieces(MEDICAL_WEIGHTS, True)])
    lists = stock(world.seed)
    _put(using, "gen_sentence", [
        {"list": number, "number": place, "words": words}
        for number, sentences in lists.items()
        for place, words in enumerate(sentences, start=1)
    ])  # fmt: skip
    _put(using, "gen_list", [{"list": nr, "length": len(words)} for nr, words in lists.items()])
    return found


def _defaults() -> Iterable[dict[str, Any]]:
    for function in FUNCTIONS.values():
        for side in function.sides:
            for subject, given in default_permissions(side, function.code).items():
                yield {
                    "side": str(side), "function": function.code, "subject": int(subject),
                    "can_read": given.read, "can_write": given.write, "past": given.past,
                }  # fmt: skip


def _pieces(weights: dict[Any, int], alike: bool) -> Iterable[dict[str, Any]]:
    total = sum(weights.values())
    ends = list(accumulate(weights.values()))
    for subject, low, high in zip(weights, [0, *ends], ends, strict=False):
        yield {
            "alike": alike, "low": low / total, "high": high / total, "subject": int(subject),
        }  # fmt: skip


def _write(world: World, total: int, tell: Tell, using: str) -> None:
    for start in range(1, total + 1, A_STATEMENT):
        end = min(start + A_STATEMENT, total + 1)
        tell(f"messages {start:,} to {end - 1:,}")
        for name in ("items", "replies"):
            _run(using, _sql(name, world, start, end))


def _marks(world: World, found: Population, using: str) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(
            _sql("marks", world), {"people": [str(one) for one in found.accounts.values()]}
        )


def _sql(name: str, world: World, start: int = 0, end: int = 0) -> str:
    text = (SQL / f"{name}.sql").read_text()
    words = {
        "{seed}": str(int(world.seed)), "{until}": world.until.isoformat(),
        "{from}": str(start), "{to}": str(end), "{{}}": "{}",
    }  # fmt: skip
    for place, word in words.items():
        text = text.replace(place, word)
    return text


def _put(using: str, table: str, rows: Sequence[dict[str, Any]]) -> None:
    names = ", ".join(rows[0]) if rows else ""
    for start in range(0, len(rows), A_STATEMENT // 10):
        with connections[using].cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} ({names}) SELECT {names} "  # noqa: S608 - names of ours
                f"FROM jsonb_populate_recordset(NULL::{table}, %s)",
                [json.dumps(rows[start : start + A_STATEMENT // 10], default=plain)],
            )


def _run(using: str, text: str) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(text)


def _one(cursor: Any) -> Any:
    return cursor.fetchone()[0]
