"""Holds the locks of the database against the rule written a second time, pair by pair.

    python -m tests.rule.compare --pairs 1000000 [--seed 1] [--explain 1]

builds random worlds in a database of its own until there are that many (person, item) pairs, asks
the database as the application role, through every way it answers, and prints pairs, time and
disagreements; the exit code is 1 when there is any.
"""

import argparse
import io
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg

from .model import SUBJECTS, Rule
from .worlds import WORDS, World, build

Connection = psycopg.Connection[Any]
LATER = "2200-01-01T00:00:00Z"
LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff"
NUMBER = {code: number for number, code in enumerate(SUBJECTS, start=1)}


@dataclass
class Comparison:
    """One look at the database as the application, in one transaction, and what was counted.

    `app` must be inside a transaction: the moment it began is the moment of both sides. `sample`
    is the part of the items of which reasons and readers are asked one by one.
    """

    app: Connection
    world: World
    expected: dict[str, "Expected"]
    sample: float = 0.05
    pairs: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    lines: Counter[int] = field(default_factory=Counter)

    def disagreements(self) -> Iterator[str]:
        """Every answer of the database that differs from the rule, as a sentence."""
        chance = random.Random(len(self.world.persons))
        for expected in self.expected.values():
            yield from self._network(expected, chance)

    def at_once(self) -> Iterator[str]:
        """The same, for who enters all networks in one go."""
        places = defaultdict(list)
        for expected in self.expected.values():
            for person in expected.rule.persons:
                places[person].append(expected)
        for person, mine in sorted(places.items()):
            answer = {one["network"]: one for one in self.enter(person, self.world.networks)}
            seen = set(self._column("SELECT id::text FROM sharing_item"))
            wanted = {item for here in mine for item in here.read[person]}
            self.asked["in all networks at once"] += 1
            if seen != wanted or not set(answer) <= {here.network for here in mine}:
                yield f"{person} in all networks: {_differ(seen, wanted)}"
            yield from self._inbox(mine, person)
            for here in mine:
                keys = [answer[here.network]] if here.network in answer else []
                yield from self._keys(here, person, keys)

    def enter(self, person: str, networks: list[str]) -> list[dict[str, Any]]:
        """Enter as this person; what the entrance answers."""
        answer = self._one("SELECT privacy.enter(%s, %s::uuid[])", person, networks)
        return json.loads(answer) if isinstance(answer, str) else answer  # type: ignore[no-any-return]

    def _network(self, expected: "Expected", chance: random.Random) -> Iterator[str]:
        network, rule = expected.network, expected.rule
        outsiders = chance.sample(self.world.persons, 2)
        for person in sorted(rule.persons | set(outsiders)):
            self.pairs += len(expected.items)
            yield from self._person(expected, person, chance)
        self._one("SELECT privacy.leave()")
        yield from self._hearers(expected)
        seated = [one for one, seat in sorted(rule.seats.items()) if seat["side"] != "social"]
        if seated:
            self.enter(seated[0], [network])
            yield from self._lines(expected)
            yield from self._overview(expected, chance.choice(expected.abouts), seated[0])
            for item in chance.sample(expected.items, int(len(expected.items) * self.sample)):
                yield from self._explained(expected, item)
        self.asked["networks"] += 1
        self.asked["items"] += len(expected.items)

    def _person(self, expected: "Expected", person: str, chance: random.Random) -> Iterator[str]:
        keys = self.enter(person, [expected.network])
        seen = set(self._column("SELECT id::text FROM sharing_item"))
        if seen != expected.read[person]:
            yield f"{person} reads: {_differ(seen, expected.read[person])}"
        yield from self._keys(expected, person, keys)
        yield from self._search(expected, person, chance.choice(WORDS))
        yield from self._people(expected, person)
        yield from self._told(expected, person)
        both = sorted(seen & expected.read[person])
        if both and self.sample:
            yield from self._reasons(expected, person, chance.choice(both))

    def _keys(
        self, expected: "Expected", person: str, answer: list[dict[str, Any]]
    ) -> Iterator[str]:
        seat = expected.rule.seats.get(person)
        if [one["member"] for one in answer] != ([seat["id"]] if seat else []):
            yield f"{person} sits as {answer}, expected {seat}"
        if seat is None or not answer:
            return
        keys = {key["about"]: key for key in answer[0]["keys"] or ()}
        for about, wanted in expected.keys(person).items():
            held = keys.get(about, {"write": 0, "control": False})
            self.asked["keys"] += 1
            if (held["control"], held["write"]) != wanted:
                yield f"{person} holds about {about}: {held}, expected {wanted}"

    def _search(self, expected: "Expected", person: str, word: str) -> Iterator[str]:
        found = self._column(
            "SELECT item_id::text FROM privacy.search(%s, %s, %s, 100000)",
            expected.network, word, LATER,
        )  # fmt: skip
        wanted = {one for one in expected.read[person] if word in self.world.words[one]}
        self.asked["searches"] += 1
        if set(found) != wanted or len(found) != len(wanted):
            yield f"{person} finds: {_differ(set(found), wanted)}"

    def _people(self, expected: "Expected", person: str) -> Iterator[str]:
        rule = expected.rule
        seen = set(self._column("SELECT id::text FROM networks_member"))
        wanted = {member for member in rule.members if rule.sees_member(person, member)}
        if seen != wanted:
            yield f"{person} sees members: {_differ(seen, wanted)}"

    def _told(self, expected: "Expected", person: str) -> Iterator[str]:
        """What happened, what one was told of, and who looked."""
        mine = expected.notices[person]
        ids = [one["id"] for one in mine]
        told = {str(one["id"]) for one in mine if expected.knows(person, one["event_id"])}
        questions: dict[str, tuple[list[str], set[str]]] = {
            "events": (
                self._column("SELECT id::text FROM journal_event"),
                {event for event in expected.event_ids if expected.knows(person, event)},
            ),
            "notices": (self._column("SELECT id::text FROM notifications_notice"), told),
            "what may be told": (
                self._column("SELECT id::text FROM privacy.knowable(%s, %s)", person, ids), told,
            ),
            "looks": (
                self._column("SELECT id::text FROM journal_look"),
                {look["id"] for look in expected.looks if expected.rule.sees_look(person, look)},
            ),
        }  # fmt: skip
        for what, (found, wanted) in questions.items():
            self.asked[what] += len(wanted)
            if set(found) != wanted or len(found) != len(wanted):
                yield f"{person} sees {what}: {_differ(set(found), wanted)}"

    def _inbox(self, expected: list["Expected"], person: str) -> Iterator[str]:
        found = self._column(
            "SELECT id::text FROM privacy.inbox(false, NULL, NULL, 'infinity', %s, 50)", LAST
        )
        mine = [
            (one["at"], str(one["id"]))
            for here in expected
            for one in here.notices[person]
            if here.knows(person, one["event_id"])
        ]
        wanted = [id for _, id in sorted(mine, reverse=True)][:50]
        self.asked["inboxes"] += 1
        if found != wanted:
            yield f"{person} has in the inbox: {_differ(set(found), set(wanted))}"

    def _reasons(self, expected: "Expected", person: str, item: str) -> Iterator[str]:
        rows = self._rows(
            "SELECT member_id::text, person_id::text, line FROM privacy.reasons(%s)", item
        )
        wanted = expected.rule.reasons(person, expected.by_id[item])
        self.asked["reasons"] += 1
        if set(rows) != wanted or len(rows) != len(wanted):
            yield f"{person} is told why {item}: {_differ(set(rows), wanted)}"
        counted = self._one(
            "SELECT readers FROM privacy.reader_counts(%s, ARRAY[%s::uuid])",
            expected.network, item,
        )  # fmt: skip
        readers = sum(1 for _, _, line in wanted if line > 0)
        if counted != readers:
            yield f"{person} counts {counted} readers of {item}, expected {readers}"

    def _lines(self, expected: "Expected") -> Iterator[str]:
        rows = self._rows(
            "SELECT item_id::text, person_id::text, line FROM privacy.decisions(%s, %s::uuid[])",
            expected.network, list(expected.by_id),
        )  # fmt: skip
        wanted = {
            (item["id"], person, line)
            for person, lines in expected.lines.items()
            for item, line in zip(expected.items, lines, strict=True)
        }
        self.lines.update(line for _, _, line in wanted)
        self.asked["pairs with the line that decided"] += len(wanted)
        if set(rows) != wanted or len(rows) != len(wanted):
            yield f"lines in {expected.network}: {_differ(set(rows), wanted)}"

    def _explained(self, expected: "Expected", item: dict[str, Any]) -> Iterator[str]:
        rows = self._rows(
            "SELECT person_id::text, line FROM privacy.explain"
            "(%s, %s, %s, %s, %s, %s::uuid[], %s::uuid[], %s::uuid[], %s)",
            expected.network, item["about"], NUMBER[item["subject"]], item["author"],
            item["created"], item["audience"], item["denied"], item["allowed"],
            item["compartment"],
        )  # fmt: skip
        wanted = {(person, expected.rule.line(person, item)) for person in expected.rule.seats}
        self.asked["explanations"] += 1
        self.asked["pairs explained one by one"] += len(wanted)
        if set(rows) != wanted or len(rows) != len(wanted):
            yield f"explained {item['id']}: {_differ(set(rows), wanted)}"

    def _overview(self, expected: "Expected", about: str, viewer: str) -> Iterator[str]:
        rows = self._rows(
            "SELECT subject, person_id::text, line, writes FROM privacy.overview(%s, %s)",
            expected.network, about,
        )  # fmt: skip
        self.asked["overviews"] += 1
        rule = expected.rule
        seen = [one for one, seat in rule.seats.items() if rule.sees_member(viewer, seat["id"])]
        wanted = {
            (number, person, *rule.new(person, about, subject))
            for number, subject in enumerate(SUBJECTS, start=1)
            for person in seen
        }
        if set(rows) != wanted or len(rows) != len(wanted):
            yield f"overview of {about}: {_differ(set(rows), wanted)}"

    def _hearers(self, expected: "Expected") -> Iterator[str]:
        for event in expected.events:
            heard = self._column("SELECT person_id::text FROM privacy.hearers(%s)", event["id"])
            wanted = expected.hearers(event)
            self.asked["events"] += 1
            if set(heard) != wanted or len(heard) != len(wanted):
                yield f"hear of {event['verb']}: {_differ(set(heard), wanted)}"

    def _rows(self, text: str, *values: Any) -> list[Any]:
        return self.app.execute(text, values).fetchall()

    def _column(self, text: str, *values: Any) -> list[str]:
        return [row[0] for row in self._rows(text, *values)]

    def _one(self, text: str, *values: Any) -> Any:
        rows = self._rows(text, *values)
        return rows[0][0] if rows else None


class Expected:
    """What the rule says of one network, worked out once."""

    def __init__(self, rule: Rule, world: World) -> None:
        self.rule, self.network = rule, rule.network["id"]
        self.items = rule.network["items"]
        self.by_id = {item["id"]: item for item in self.items}
        self.lines = {
            person: [rule.line(person, item) for item in self.items] for person in rule.seats
        }
        self.read: dict[str, set[str]] = defaultdict(set)
        for person, lines in self.lines.items():
            pairs = zip(self.items, lines, strict=True)
            self.read[person] = {item["id"] for item, line in pairs if line > 0}
        self.events = [one for one in world.events if str(one["network_id"]) == self.network]
        self.event_ids = {str(event["id"]): event for event in self.events}
        self.notices: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for one in world.notices:
            if str(one["network_id"]) == self.network:
                self.notices[str(one["person_id"])].append(one)
        self._keys: dict[str, dict[str, tuple[bool, int]]] = {}
        self.looks = [_look(one) for one in world.looks if str(one["network_id"]) == self.network]
        clients = [one for one, member in rule.members.items() if member["side"] == "client"]
        carers = [one for one, member in rule.members.items() if member["side"] == "family"]
        self.abouts = [self.network, *clients, *carers]

    def keys(self, person: str) -> dict[str, tuple[bool, int]]:
        """By about: whether this person decides on something of it, and the mask of subjects they
        may write about."""
        if person not in self._keys:
            self._keys[person] = {about: self._held(person, about) for about in self.abouts}
        return self._keys[person]

    def _held(self, person: str, about: str) -> tuple[bool, int]:
        rule = self.rule
        writes = [code for code in SUBJECTS if rule.holds_write(person, about, code)]
        controls = any(rule.controls(person, about, code) for code in SUBJECTS)
        return controls, sum(1 << NUMBER[code] for code in writes)

    def knows(self, person: str, event: Any) -> bool:
        """Whether this person may know of the event now."""
        facts = self.event_ids[str(event)]
        to = facts["to_person_id"]
        if to is not None and person not in (str(to), str(facts["person_id"])):
            return False
        item = self.by_id[str(facts["item_id"])] if facts["item_id"] is not None else None
        member = str(facts["member_id"]) if facts["member_id"] is not None else None
        return self.rule.knows_event(person, item, member)

    def hearers(self, event: dict[str, Any]) -> set[str]:
        """Who is told of the event: who may know of it, or the one of them it is for."""
        told = {person for person in self.rule.seats if self.knows(person, event["id"])}
        to = event["to_person_id"]
        return told if to is None else told & {str(to)}


def expectations(dump: dict[str, Any], world: World, now: datetime) -> dict[str, Expected]:
    """What the rule says of every network of this world at this moment."""
    known = set(world.networks)
    return {
        facts["id"]: Expected(Rule(facts, now), world)
        for facts in dump["networks"]
        if facts["id"] in known
    }


def _look(row: dict[str, Any]) -> dict[str, Any]:
    inside = row["compartment_id"]
    return {
        "id": str(row["id"]), "about": str(row["about_id"]), "member": str(row["member_id"]),
        "subject": SUBJECTS[row["subject"] - 1], "compartment": str(inside) if inside else None,
    }  # fmt: skip


def _differ(found: set[Any], wanted: set[Any]) -> str:
    more, less = sorted(found - wanted)[:2], sorted(wanted - found)[:2]
    return f"{len(found - wanted)} too many {more}, {len(wanted - found)} too few {less}"


def facts_of(alias: str, networks: Sequence[str] | None = None) -> dict[str, Any]:
    """The dump, through the code that `./zv dump --json` runs: of all networks or of these."""
    from django.db import transaction

    from zorgverband.demo.dump import network_facts, write_dump

    if networks is not None:
        with transaction.atomic(using=alias):
            return {"networks": [network_facts(UUID(one), using=alias) for one in networks]}
    out = io.StringIO()
    write_dump(out, using=alias)
    return json.loads(out.getvalue())  # type: ignore[no-any-return]


def main(words: list[str] | None = None) -> int:
    """Build worlds of the wanted number of pairs and compare; 1 when anything differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.rule.compare")
    parser.add_argument("--pairs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--items", type=int, default=200, help="items in each network")
    parser.add_argument(
        "--explain", type=float, default=0.02, help="the part of the items explained one by one"
    )
    chosen = parser.parse_args(words)
    from .standalone import own_database

    with own_database() as database:
        begun = time.monotonic()
        networks = -(-chosen.pairs // (chosen.items * 19))
        world = build(database.owner, seed=chosen.seed, networks=networks, items=chosen.items)
        built = time.monotonic()
        dump = facts_of("default")
        dumped = time.monotonic()
        with database.app.transaction():
            expected = expectations(dump, world, moment_of(database.app))
            comparison = Comparison(database.app, world, expected, sample=chosen.explain)
            faults = [*comparison.disagreements(), *comparison.at_once()]
        compared = time.monotonic()
    print(f"{comparison.pairs:,} pairs, {len(faults)} disagreements")
    print(f"built {built - begun:.1f} s, dump {dumped - built:.1f} s, "
          f"compared {compared - dumped:.1f} s")  # fmt: skip
    print("asked:", dict(comparison.asked))
    print("lines:", dict(sorted(comparison.lines.items())))
    print("\n".join(faults[:20]))
    return 1 if faults else 0


def moment_of(connection: Connection) -> datetime:
    """The moment the transaction of `connection` began."""
    row = connection.execute("SELECT now()").fetchone()
    assert row is not None
    return row[0]  # type: ignore[no-any-return]


if __name__ == "__main__":
    sys.exit(main())
