"""Holds letters with news against the rule written a second time, by the words read back from the PDF.

    python -m tests.printed.letters --networks 40 [--seed 1]

builds random worlds in a database of its own, gives every item a mark for a title, makes letters for
each client by people chosen at random, and prints how much was compared and what differs; the exit code
is 1 when anything does.
"""

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg

from tests.paper import words_on
from tests.rule.compare import Expected, expectations, facts_of, moment_of
from tests.rule.worlds import build

Connection = psycopg.Connection[Any]
_MARK = re.compile(r"nieuws[0-9a-f]{8}")
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass
class Letters:
    """What the rule says of these worlds, which items are news, their marks, and what was compared."""

    expected: dict[str, Expected]
    news: dict[str, dict[str, Any]]
    counted: Counter[str] = field(default_factory=Counter)

    def differences(self, network: str, person: str, client: str, member: str) -> Iterator[str]:
        """How the letter this person makes for a client differs from what both may read."""
        here = self.expected[network]
        made = _letter(network, person, member)
        if here.rule.seats.get(client) is None or not here.rule.sees_member(person, member):
            if made is not None:
                yield f"for {client} by {person}: somebody who reads nothing gets a letter"
            return
        if made is None:
            yield f"for {client} by {person}: no letter"
            return
        words, items = made
        wanted = {
            id
            for id, row in self.news.items()
            if id in here.read[person] and id in here.read[client] and row["author"] != client
        }
        self.counted["letters"] += 1
        self.counted["items"] += len(wanted)
        if items != wanted:
            yield f"for {client} by {person}: noted {len(items - wanted)} too many, {len(wanted - items)} too few"  # noqa: E501
        said, marks = set(_MARK.findall(words)), {self.news[id]["mark"] for id in wanted}
        if said != marks:
            yield f"for {client} by {person}: says {len(said - marks)} too many, {len(marks - said)} too few"  # noqa: E501


def _letter(network: str, person: str, member: str) -> tuple[str, set[str]] | None:
    from django.db import transaction

    from zorgverband.base.refusals import NotHere
    from zorgverband.base.viewer import enter
    from zorgverband.networks.queries import faces, names_of_people
    from zorgverband.papers.letter import SHAPE, printed_letter
    from zorgverband.papers.queries import Period, client_here, news_for

    period = Period(_LONG_AGO, datetime.now(UTC) + timedelta(days=9000))
    here = UUID(network)
    with transaction.atomic():
        seat = enter(person=UUID(person), networks=[here]).seat(here)
        people = faces(here)
        try:
            client = client_here(people, UUID(member))
            news = news_for(seat=seat, person=UUID(person), client=client, period=period)
        except NotHere:
            return None
        made = printed_letter(
            news, period=period, client=client, maker=("", ""), people=people,
            names=names_of_people(here),
        )  # fmt: skip
    return words_on(made.pdf(SHAPE)), {str(id) for id in made.items}


def prepared(
    owner: Connection, app: Connection, *, seed: int, networks: int, items: int
) -> Letters:
    """Worlds in which every item has a mark, and what the rule says of them."""
    world, chance = build(owner, seed=seed, networks=networks, items=items), random.Random(seed)
    rows = owner.execute(
        "SELECT id::text, author_id::text, in_news FROM sharing_item "
        "WHERE network_id = ANY (%s::uuid[]) ORDER BY created_at, id", [world.networks],
    ).fetchall()  # fmt: skip
    news = {}
    for item, author, in_news in rows:
        mark = f"nieuws{chance.randbytes(4).hex()}"
        owner.execute("UPDATE sharing_item SET title = %s WHERE id = %s", [mark, item])
        if in_news:
            news[item] = {"author": author, "mark": mark}
    with app.transaction():
        return Letters(expectations(facts_of("owner"), world, moment_of(app)), news)


def faults_of(letters: Letters, *, papers: int, seed: int) -> list[str]:
    """Every difference, over this many people who make letters, chosen at random."""
    chance = random.Random(seed)
    found: list[str] = []
    makers = [
        (network, person)
        for network, here in letters.expected.items()
        for person in sorted(here.rule.seats)
        if here.rule.seats[person]
    ]
    for network, person in chance.sample(makers, min(papers, len(makers))):
        members = letters.expected[network].rule.members.values()
        for one in members:
            active = letters.expected[network].rule._active(one)
            if one["side"] == "client" and one["person"] and active:
                found += letters.differences(network, person, one["person"], one["id"])
    return found


def main(words: list[str] | None = None) -> int:
    """Compare; 1 when anything differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.printed.letters")
    parser.add_argument("--networks", type=int, default=40)
    parser.add_argument("--papers", type=int, default=400, help="people who make letters")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(words)
    from tests.rule.standalone import own_database

    with own_database(default="app") as database:
        begun = time.monotonic()
        letters = prepared(
            database.owner, database.app, seed=chosen.seed, networks=chosen.networks, items=60
        )
        faults = faults_of(letters, papers=chosen.papers, seed=chosen.seed)
    print(f"{dict(letters.counted)}, {len(faults)} differences, "
          f"{time.monotonic() - begun:.0f} s")  # fmt: skip
    print("\n".join(faults[:20]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
