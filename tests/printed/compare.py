"""Holds printed plans against the rule written a second time, by the words read back from the PDF.

    python -m tests.printed.compare --networks 40 [--seed 1]

builds random worlds in a database of its own, makes parts of plans of their items, prints the plan
as everybody reads it themselves and for each client; then the papers of `rooms.py` (`--rooms` networks);
and prints how much was compared and what differs; the exit code is 1 when anything does.
"""

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import psycopg

from tests.paper import words_on
from tests.rule.compare import Expected, expectations, facts_of, moment_of
from tests.rule.model import moment
from tests.rule.worlds import build

Connection = psycopg.Connection[Any]
KINDS = ("question", "strength", "worry", "help", "goal")
_MARK = re.compile(r"stuk[0-9a-f]{12}")


@dataclass
class Comparison:
    """What the rule says of these worlds, the mark that is the title of each part, and what was
    compared so far."""

    expected: dict[str, Expected]
    marks: dict[str, str]
    counted: Counter[str] = field(default_factory=Counter)

    def own(self, network: str, person: str) -> Iterator[str]:
        """How the papers of this person for themselves differ from what they may read."""
        wanted = self._wanted(network, person)
        for shape, (words, items) in _own_papers(network, person).items():
            yield from self._differs(f"{shape} of {person}", words, items, wanted)

    def for_client(self, network: str, person: str, client: str, member: str) -> Iterator[str]:
        """How the paper this person prints for a client differs from what both may read."""
        here = self.expected[network]
        made = _paper_for(network, person, member)
        if here.rule.seats.get(client) is None or not here.rule.sees_member(person, member):
            if made is not None:
                yield f"for {client} by {person}: somebody who reads nothing gets paper"
            return
        if made is None:
            yield f"for {client} by {person}: no paper"
            return
        wanted = self._wanted(network, person, client)
        yield from self._differs(f"for {client} by {person}", *made, wanted)

    def _wanted(self, network: str, *persons: str) -> set[str]:
        """Parts that all of these read, about each client who did not leave, whom all see, and about
        the household when those are several."""
        here = self.expected[network]
        clients = {
            one["id"]
            for one in here.rule.members.values()
            if one["side"] == "client"
            and not (one["left"] and moment(one["left"]) <= here.rule.now)
            and all(here.rule.sees_member(person, one["id"]) for person in persons)
        }
        abouts = clients | ({network} if len(clients) > 1 else set())
        return {
            item["id"]
            for item in here.items
            if item["id"] in self.marks
            and item["about"] in abouts
            and all(item["id"] in here.read[person] for person in persons)
        }

    def _differs(self, what: str, words: str, items: set[str], wanted: set[str]) -> Iterator[str]:
        self.counted["papers"] += 1
        self.counted["parts"] += len(wanted)
        if items != wanted:
            yield f"{what}: noted {len(items - wanted)} too many, {len(wanted - items)} too few"
        read, marks = set(_MARK.findall(words)), {self.marks[one] for one in wanted}
        if read != marks:
            yield f"{what}: says {len(read - marks)} too many, {len(marks - read)} too few"


def _own_papers(network: str, person: str) -> dict[str, tuple[str, set[str]]]:
    from django.db import transaction

    from zorgverband.base.viewer import enter
    from zorgverband.plan.printed import LARGE, TABLE, printed
    from zorgverband.plan.receiving import own_view

    with transaction.atomic():
        seat = enter(person=UUID(person), networks=[UUID(network)]).seat(UUID(network))
        view = own_view(seat)
    made = {
        shape: printed(view, receiver="iemand", names=shape == TABLE) for shape in (LARGE, TABLE)
    }
    return {
        shape.stem: (words_on(one.pdf(shape)), {str(id) for id in one.items})
        for shape, one in made.items()
    }


def _paper_for(network: str, person: str, member: str) -> tuple[str, set[str]] | None:
    from django.db import transaction

    from zorgverband.base.refusals import NotHere
    from zorgverband.base.viewer import enter
    from zorgverband.plan.printed import LARGE, printed
    from zorgverband.plan.receiving import view_for

    with transaction.atomic():
        seat = enter(person=UUID(person), networks=[UUID(network)]).seat(UUID(network))
        try:
            view = view_for(seat=seat, person=UUID(person), client=UUID(member))
        except NotHere:
            return None
    made = printed(view, receiver="iemand", names=False)
    return words_on(made.pdf(LARGE)), {str(id) for id in made.items}


def furnish(owner: Connection, networks: list[str], *, seed: int) -> dict[str, str]:
    """Make a part of a plan of some items of these networks; the mark in the title of each."""
    from zorgverband.plan.models import PlanPart

    chance, marks, parts = random.Random(seed), {}, []
    rows = owner.execute(
        "SELECT id::text, network_id FROM sharing_item WHERE network_id = ANY (%s::uuid[]) "
        "ORDER BY created_at, id", [networks],
    ).fetchall()  # fmt: skip
    for item, network in rows:
        if chance.random() < 0.5:
            marks[item] = f"stuk{chance.randbytes(6).hex()}"
            parts.append(PlanPart(item_id=item, network_id=network, kind=chance.choice(KINDS)))
            owner.execute("UPDATE sharing_item SET title = %s WHERE id = %s", [marks[item], item])
    PlanPart.objects.using("owner").bulk_create(parts)
    return marks


def prepared(
    owner: Connection, app: Connection, *, seed: int, networks: int, items: int
) -> Comparison:
    """Worlds with plans in the database, and what the rule says of them."""
    world = build(owner, seed=seed, networks=networks, items=items)
    marks = furnish(owner, world.networks, seed=seed)
    with app.transaction():
        return Comparison(expectations(facts_of("owner"), world, moment_of(app)), marks)


def faults_of(comparison: Comparison, *, papers: int, seed: int) -> list[str]:
    """Every difference, over this many people who print, chosen at random."""
    chance = random.Random(seed)
    found: list[str] = []
    printers = [
        (network, person)
        for network, here in comparison.expected.items()
        for person in sorted(here.rule.seats)
        if here.rule.seats[person]
    ]
    for network, person in chance.sample(printers, min(papers, len(printers))):
        found += comparison.own(network, person)
        members = comparison.expected[network].rule.members.values()
        clients = [one for one in members if one["side"] == "client" and one["person"]]
        for one in clients:
            if comparison.expected[network].rule._active(one):
                found += comparison.for_client(network, person, one["person"], one["id"])
    return found


def main(words: list[str] | None = None) -> int:
    """Compare; 1 when anything differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.printed.compare")
    parser.add_argument("--networks", type=int, default=40)
    parser.add_argument("--papers", type=int, default=400, help="people who print")
    parser.add_argument("--rooms", type=int, default=6, help="networks with other papers")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(words)
    from tests.rule.standalone import own_database

    with own_database(default="app") as database:
        from .rooms import rooms_differ

        begun = time.monotonic()
        comparison = prepared(
            database.owner, database.app, seed=chosen.seed, networks=chosen.networks, items=60
        )
        faults = faults_of(comparison, papers=chosen.papers, seed=chosen.seed)
        others, more = rooms_differ(database.owner, seed=chosen.seed, networks=chosen.rooms)
        faults += more
    print(f"{dict(comparison.counted)}, {dict(others)}, {len(faults)} differences, "
          f"{time.monotonic() - begun:.0f} s")  # fmt: skip
    print("\n".join(faults[:20]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
