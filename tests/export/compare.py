"""Holds archives against the rule written a second time, item by item and byte by byte.

    python -m tests.export.compare --clients 200 [--seed 1]

builds random worlds in a database of its own, takes along the record of that many clients, and of
who represents them, and prints how much was compared and what differs; the exit code is 1 when
anything does.
"""

import argparse
import hashlib
import io
import json
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg

from tests.rule.compare import Expected, expectations, facts_of, moment_of
from tests.rule.model import MEDICAL, SUBJECTS
from tests.rule.worlds import World, build

Connection = psycopg.Connection[Any]


@dataclass
class Comparison:
    """What hangs on the items of these worlds, and what was compared so far."""

    expected: dict[str, Expected]
    replies: dict[str, set[str]]
    files: dict[str, dict[str, bytes]]
    looks: dict[str, dict[str, Any]]
    counted: Counter[str] = field(default_factory=Counter)

    def of(self, *, person: str, network: str, about: str) -> Iterator[str]:
        """Every way in which the archive of `person` about `about` differs from the rule."""
        wanted = self._wanted(self.expected[network], person, about)
        archive = _archive(person, network, about)
        told = json.loads(archive.read("gegevens.json"))
        found = {item["id"]: item for item in told["items"]}
        who = f"{person} about {about}"
        self.counted["archives"] += 1
        self.counted["items"] += len(wanted)
        if set(found) != wanted or len(told["items"]) != len(wanted):
            yield f"{who}: {_differ(set(found), wanted)}"
        yield from self._hanging(archive, found, who)
        yield from self._log(told["log"], network, person, about)
        yield from _sums(archive, who)

    def _wanted(self, here: Expected, person: str, about: str) -> set[str]:
        """docs/decisions: what is about them and theirs; of a client the household; what a client
        wrote. Of that what the rule lets them read."""
        rule, seat = here.rule, here.rule.seats.get(person)
        if seat is None:
            return set()
        mine = about == seat["id"]
        client = rule.members[about]["side"] == "client"
        decides = rule.controllers(here.network).get(seat["id"], set()) >= set(SUBJECTS) - MEDICAL
        found = set()
        for item in here.items:
            theirs = item["about"] == about and rule._own(seat["id"], about, item["subject"])
            ours = client and item["about"] == here.network and (mine or decides)
            if not mine and not any(rule._own(seat["id"], about, one) for one in SUBJECTS):
                ours = False
            wrote = client and mine and item["author"] == person
            if (theirs or ours or wrote) and rule.may_read(person, item):
                found.add(item["id"])
        return found

    def _hanging(self, archive: zipfile.ZipFile, found: dict[str, Any], who: str) -> Iterator[str]:
        """Replies and attachments: all of an item that is there, and none besides."""
        paths = set()
        for id, item in found.items():
            replies = {reply["id"] for reply in item["replies"]}
            if replies != self.replies.get(id, set()):
                yield f"{who}: replies of {id}"
            files = self.files.get(id, {})
            self.counted["replies"] += len(replies)
            self.counted["attachments"] += len(files)
            if {file["id"] for file in item["attachments"]} != set(files):
                yield f"{who}: attachments of {id}"
            for file in item["attachments"]:
                paths.add(file["path"])
                if archive.read(file["path"]) != files.get(file["id"]):
                    yield f"{who}: bytes of {file['path']}"
        rest = set(archive.namelist()) - paths
        if rest != {"dossier.pdf", "gegevens.json", "wie-heeft-gekeken.csv", "SHA256SUMS"}:
            yield f"{who}: holds {sorted(rest)}"

    def _log(
        self, told: list[dict[str, Any]], network: str, person: str, about: str
    ) -> Iterator[str]:
        here = self.expected[network]
        seen = [one for one in here.looks if here.rule.sees_look(person, one)]
        wanted = Counter(
            (self.looks[one["id"]]["at"], one["about"], one["subject"])
            for one in seen
            if one["about"] in (about, network)
        )
        found = Counter(
            (datetime.fromisoformat(one["at"]), one["about"], one["subject"]) for one in told
        )
        self.counted["looks"] += sum(wanted.values())
        if found != wanted:
            yield f"{person} about {about}: log {sum(found.values())} of {sum(wanted.values())}"


def _archive(person: str, network: str, about: str) -> zipfile.ZipFile:
    """The archive as the product makes it, under the lock of this person."""
    from django.db import transaction

    from zorgverband.base.viewer import enter
    from zorgverband.export.archive import write_archive
    from zorgverband.export.contents import gather

    out = io.BytesIO()
    with transaction.atomic():
        viewer = enter(person=UUID(person), networks=[UUID(network)])
        seat = viewer.seat(UUID(network))
        write_archive(out, gather(seat=seat, person=UUID(person), about=UUID(about)))
    return zipfile.ZipFile(out)


def _sums(archive: zipfile.ZipFile, who: str) -> Iterator[str]:
    lines = archive.read("SHA256SUMS").decode().splitlines()
    listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    names = set(archive.namelist()) - {"SHA256SUMS"}
    made = {name: hashlib.sha256(archive.read(name)).hexdigest() for name in names}
    if listed != made:
        yield f"{who}: checksums"


def _differ(found: set[str], wanted: set[str]) -> str:
    return f"{len(found - wanted)} too many, {len(wanted - found)} too few"


def takers(expected: dict[str, Expected], *, clients: int, seed: int) -> list[tuple[str, str, str]]:
    """(person, network, about): this many clients, and everybody who represents them now."""
    found: list[tuple[str, str, str]] = []
    all_clients = [
        (person, here.network, seat["id"])
        for here in expected.values()
        for person, seat in sorted(here.rule.seats.items())
        if seat["side"] == "client"
    ]
    chosen = random.Random(seed).sample(all_clients, min(clients, len(all_clients)))
    for person, network, about in chosen:
        found.append((person, network, about))
        rule = expected[network].rule
        for other, seat in sorted(rule.seats.items()):
            if other != person and any(rule._own(seat["id"], about, one) for one in SUBJECTS):
                found.append((other, network, about))
    return found


def furnish(owner: Connection, world: World, *, seed: int) -> Comparison:
    """Hang replies and attachments on some items of this world, and note what hangs where."""
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    chance = random.Random(seed)
    rows = owner.execute(
        "SELECT id::text, network_id, author_id, author_member_id FROM sharing_item "
        "WHERE network_id = ANY (%s::uuid[]) ORDER BY created_at, id", [world.networks],
    ).fetchall()  # fmt: skip
    comparison = Comparison({}, {}, {}, {str(one["id"]): one for one in world.looks})
    for item, network, author, member in rows:
        if chance.random() < 0.2:
            reply = owner.execute(
                "INSERT INTO sharing_reply (id, network_id, item_id, author_id, author_member_id, "
                "created_at, body) VALUES (gen_random_uuid(), %s, %s, %s, %s, now(), 'Antwoord') "
                "RETURNING id::text", [network, item, author, member],
            ).fetchone()  # fmt: skip
            assert reply is not None
            comparison.replies.setdefault(item, set()).add(reply[0])
        if chance.random() < 0.03:
            content = chance.randbytes(chance.randint(0, 3000))
            place = default_storage.save(f"{network}/compare", ContentFile(content))
            file = owner.execute(
                "INSERT INTO sharing_attachment (id, network_id, item_id, name, content_type, "
                "size, stored_as, thumbnail) VALUES (gen_random_uuid(), %s, %s, 'brief.pdf', "
                "'application/pdf', %s, %s, '') RETURNING id::text",
                [network, item, len(content), place],
            ).fetchone()  # fmt: skip
            assert file is not None
            comparison.files.setdefault(item, {})[file[0]] = content
    return comparison


def prepared(
    owner: Connection, app: Connection, *, seed: int, networks: int, items: int
) -> Comparison:
    """A world in the database, what hangs on its items, and what the rule says of it."""
    world = build(owner, seed=seed, networks=networks, items=items)
    comparison = furnish(owner, world, seed=seed)
    with app.transaction():
        comparison.expected = expectations(facts_of("owner", world.networks), world, moment_of(app))
    return comparison


def main(words: list[str] | None = None) -> int:
    """Compare the archives of the wanted number of clients; 1 when anything differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.export.compare")
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--items", type=int, default=120, help="items in each network")
    chosen = parser.parse_args(words)
    from tests.rule.standalone import own_database

    with own_database(default="app") as database:
        begun = time.monotonic()
        comparison = prepared(
            database.owner, database.app, seed=chosen.seed, items=chosen.items,
            networks=chosen.clients,
        )  # fmt: skip
        found = takers(comparison.expected, clients=chosen.clients, seed=chosen.seed)
        faults = [
            fault
            for person, network, about in found
            for fault in comparison.of(person=person, network=network, about=about)
        ]
    print(f"{chosen.clients} clients, {len(found)} archives with who represents them, "
          f"{len(faults)} differences, {time.monotonic() - begun:.0f} s")  # fmt: skip
    print("compared:", dict(comparison.counted))
    print("\n".join(faults[:20]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
