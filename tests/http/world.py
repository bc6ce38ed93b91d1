"""Random worlds that can be visited: accounts, one word in every item, and rooms for some items.

The items of `tests/rule/worlds.py` are notes. Here a part of them becomes what a room keeps: a
medicine, a problem, a visit, an agreement; the header, and so who may read it, stays what it was.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

import psycopg
from django.db import transaction

from tests.rows import put
from tests.rule.compare import facts_of
from tests.rule.model import Fact, seats
from tests.rule.worlds import World, build
from zorgverband.agenda.models import Visit
from zorgverband.agreements.models import Agreement
from zorgverband.base.clock import today
from zorgverband.base.ids import new_id
from zorgverband.base.repeating import FOREVER, Repeat
from zorgverband.record.models import Allergy, Examination, Measurement, Medication, Problem
from zorgverband.sharing.models import Item

from .rooms import Held, furnish

EVERYWHERE = "overal"
RECORD = {
    "health": ("problem", "allergy"), "medication": ("medication",), "mind": ("problem",),
    "results": ("measurement", "examination"), "treatment": ("document",), "story": ("document",),
}  # fmt: skip


@dataclass
class Visited:
    """A world with what the dump says of it; `gone` is what was taken back, with its network, and
    `rooms` which room keeps an item, `doing` who does what was agreed."""

    world: World
    networks: list[Fact]
    names: dict[str, str]
    gone: dict[str, str]
    rooms: dict[str, str] = field(default_factory=dict)
    doing: dict[str, str] = field(default_factory=dict)


def prepare(owner: psycopg.Connection[Any], *, seed: int, networks: int, items: int) -> Visited:
    """Build `networks` networks of about `items` items, with an account for everybody."""
    visited = built(owner, seed=seed, networks=networks, items=items)
    with transaction.atomic(using="owner"):
        for network in visited.networks:
            _furnish(visited, network)
    return visited


def prepare_rooms(
    owner: psycopg.Connection[Any], *, seed: int, networks: int, items: int
) -> tuple[Visited, dict[str, Held]]:
    """The same with the rooms of talking and deciding together (`rooms.py`); by network what it holds."""
    visited, now = built(owner, seed=seed, networks=networks, items=items), datetime.now(UTC)
    with transaction.atomic(using="owner"):
        held = {
            network["id"]: furnish(network, seed=seed, seats=list(seats(network, now).items()))
            for network in visited.networks
        }
    return visited, held


def built(owner: psycopg.Connection[Any], *, seed: int, networks: int, items: int) -> Visited:
    """A world with an account for everybody, whose items are still notes."""
    world = build(owner, seed=seed, networks=networks, items=items)
    owner.execute("UPDATE sharing_item SET body = body || %s WHERE network_id = ANY (%s::uuid[])",
                  [f" {EVERYWHERE}", world.networks])  # fmt: skip
    put(owner, {"people_account": [_account(person) for person in world.persons]})
    names = owner.execute(
        "SELECT id::text, given_name || ' ' || family_name FROM people_person"
        " WHERE id = ANY (%s::uuid[])", [world.persons])  # fmt: skip
    facts = facts_of("owner", world.networks)["networks"]
    gone = owner.execute(
        "SELECT id::text, network_id::text FROM sharing_item WHERE withdrawn_at IS NOT NULL"
        " AND network_id = ANY (%s::uuid[])", [world.networks])  # fmt: skip
    return Visited(world, facts, dict(names.fetchall()), dict(gone.fetchall()))


def _account(person: str) -> dict[str, Any]:
    return {"id": new_id(), "person_id": person, "email": f"{person}@voorbeeld.test",
            "is_active": True, "password": "!", "last_login": None, "letters": "normal",
            "theme": "device", "language": "nl"}  # fmt: skip


def _furnish(visited: Visited, network: Fact) -> None:
    sides = {member["id"]: member["side"] for member in network["members"]}
    turns: dict[str, int] = {}
    for item in network["items"]:
        turn = turns[item["subject"]] = turns.get(item["subject"], -1) + 1
        client = sides.get(item["about"]) == "client"
        if item["subject"] == "coming":
            _keep(visited, network, item, "visit")
        elif client and item["subject"] in RECORD:
            rooms = RECORD[item["subject"]]
            _keep(visited, network, item, rooms[turn % len(rooms)])
        elif turn % 3 == 0:
            _keep(visited, network, item, "agreement")


def _keep(visited: Visited, network: Fact, item: Fact, room: str) -> None:
    visited.rooms[item["id"]] = room
    Item.objects.using("owner").filter(id=item["id"]).update(kind=room)
    here: dict[str, Any] = {"item_id": item["id"], "network_id": network["id"]}
    entry = here | {"about_id": item["about"], "name": "Iets"}
    now = datetime.now(UTC)
    row: Any = None
    match room:
        case "visit":
            row = Visit(**here, who_name="Iemand", first_on=today(), last_on=FOREVER,
                        starts=time(12), repeat=Repeat.DAILY)  # fmt: skip
        case "agreement":
            members = [member["id"] for member in network["members"]]
            doer = visited.doing[item["id"]] = members[UUID(item["id"]).int % len(members)]
            row = Agreement(**here, executor_id=doer, state_at=now)
        case "medication":
            row = Medication(**entry)
        case "problem":
            row = Problem(**entry)
        case "allergy":
            row = Allergy(**entry)
        case "examination":
            row = Examination(**entry, state="planned")
        case "measurement":
            row = Measurement(**entry, series=new_id(), value=1, taken_at=now)
    if row is not None:
        row.save(using="owner", force_insert=True)
