"""A log to tamper with: networks with rows in every chain, sealed in two goes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from tests.cast import gather
from tests.rows import put
from tests.tampering import Burglar
from zorgverband.base.ids import new_id
from zorgverband.privacy.sealing.key import PUBLIC, public_key
from zorgverband.privacy.sealing.lines import FILE
from zorgverband.privacy.sealing.seal import seal
from zorgverband.privacy.sealing.verify import Found, verify

NETWORKS, ROWS = 4, 30
Checker = Callable[[BaseDatabaseWrapper, Path], Found]


@dataclass(frozen=True)
class Trial:
    """One tampering: what was done, and whether the check saw it."""

    what: str
    seen: bool


def build(owner: psycopg.Connection[Any], *, folder: Path) -> None:
    """Replace what is in the log by chains of `ROWS` rows, all of them signed in `folder`."""
    for table in ("journal_seal", "journal_link", "journal_look"):
        owner.execute(f"DELETE FROM {table}")
    casts = [gather(owner) for _ in range(NETWORKS)]
    for half in range(2):
        for cast in casts:
            put(owner, {"journal_look": [_row(cast, number) for number in range(ROWS // 2)]})
        seal(folder=folder)
        assert half == 1 or (folder / FILE).exists()


def check(connection: BaseDatabaseWrapper, folder: Path) -> Found:
    """The real check, of the file in `folder`."""
    return verify(connection=connection, heads=folder / FILE, key=public_key(path=folder / PUBLIC))


def try_all(
    connection: BaseDatabaseWrapper,
    *,
    folder: Path,
    count: int,
    seed: int,
    checker: Checker = check,
) -> list[Trial]:
    """Tamper `count` times, each time with one random act that is undone afterwards."""
    text = (folder / FILE).read_text()
    burglar = Burglar(
        run=lambda words, *rest: _run(connection, words, rest), folder=folder, seed=seed
    )
    trials = []
    for _ in range(count):
        with transaction.atomic(using=connection.alias):
            what = burglar.strike()
            trials.append(Trial(what, not checker(connection, folder).whole))
            transaction.set_rollback(True, using=connection.alias)
        (folder / FILE).write_text(text)
    return trials


def _run(connection: BaseDatabaseWrapper, words: str, parameters: tuple[Any, ...]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(words, parameters)
        return list(cursor.fetchall()) if cursor.description else []


def _row(cast: Any, number: int) -> dict[str, Any]:
    who = list(cast.people.values())[number % len(cast.people)]
    return {
        "id": new_id(), "network_id": cast.network, "about_id": cast.people["jannie"].member,
        "subject": number % 15 + 1, "compartment_id": None, "person_id": who.person,
        "person_name": who.name, "member_id": who.member, "side": who.side,
        "function": who.function, "organisation": "", "action": "R", "door": "news",
        "items": [new_id(), new_id()], "ground": "permission", "address": "127.0.0.1",
        "source": "zorgverband", "outcome": "ok",
        "at": datetime.now(UTC) - timedelta(minutes=ROWS - number),
    }  # fmt: skip
