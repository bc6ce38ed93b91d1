"""Makes the people of a generated world: organisations, teams, networks and who takes part, as
rows ready for their tables. The same seed gives the same people, whatever day it is."""

import hashlib
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from zorgverband.networks.functions import FUNCTIONS
from zorgverband.networks.models import Side

from .generator_parts import (
    ALWAYS,
    DISTRICT,
    PARTS,
    TURNS_IN_A_TEAM,
    WIDE_COORDINATOR,
    WIDE_GP,
    Part,
    part_key,
)
from .generator_sentences import zipf
from .generator_words import FAMILY_NAMES, GIVEN_NAMES

Row = dict[str, Any]
#: Generated ids carry moments of 2020, so that they lie together and apart from those of people.
EPOCH = 1_577_836_800_000
SLOTS = 64


def made_id(seed: int, kind: str, number: int) -> UUID:
    """The UUIDv7 of thing `number` of a kind; `generator_sql/tools.sql` makes the same ones."""
    digest = hashlib.md5(f"{seed}:{kind}:{number}".encode(), usedforsecurity=False).hexdigest()
    return UUID(f"{EPOCH + number:012x}7{digest[1:4]}8{digest[5:20]}")


@dataclass
class Population:
    """Everybody of a world: rows by table, and the accounts one can sign in with."""

    seed: int
    until: datetime
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    accounts: dict[str, UUID] = field(default_factory=dict)
    pools: dict[tuple[int, str], list[tuple[UUID, UUID]]] = field(default_factory=dict)
    turns: dict[UUID, list[UUID]] = field(default_factory=dict)

    def id(self, kind: str, number: int) -> UUID:
        """See `made_id`."""
        return made_id(self.seed, kind, number)


def populate(*, seed: int, until: datetime, sizes: Sequence[int], set_sizes: int) -> Population:
    """The people of networks 1 to len(`sizes`); the first `set_sizes` of those are alike."""
    found = Population(seed, until)
    for number in range(1, len(sizes) + 1):
        chance = random.Random(f"network {seed} {number}")
        district = (number - 1) // DISTRICT
        if (number - 1) % DISTRICT == 0:
            _found_district(found, random.Random(f"district {seed} {district}"), district)
        _found_network(found, chance, number, district, alike=number <= set_sizes)
    return found


def _person(found: Population, chance: random.Random, kind: str, number: int, **own: Any) -> Row:
    salutation = chance.choice(tuple(GIVEN_NAMES))
    given = GIVEN_NAMES[salutation]
    infix, family = own.get("family") or FAMILY_NAMES[zipf(chance, len(FAMILY_NAMES))]
    row = {
        "id": found.id(kind, number), "given_name": given[zipf(chance, len(given))],
        "infix": infix, "family_name": family, "salutation": salutation, "key": "",
    }  # fmt: skip
    found.rows["people_person"].append(row)
    born = found.until.date() - timedelta(days=int(365.25 * chance.uniform(*own["age"])))
    found.rows["people_personal"].append({"person_id": row["id"], "birth_date": born})
    return row


def _account(found: Population, key: str, person: Row) -> None:
    # Nobody knows a password for it; in a demo one becomes this person with one click.
    person["key"] = f"world{found.seed}-{key}"
    found.rows["people_account"].append({
        "id": person["id"], "person_id": person["id"], "email": f"{person['key']}@example.org",
        "is_active": True, "password": "!", "last_login": None, "letters": "normal",
        "theme": "device", "language": "nl",
    })  # fmt: skip
    found.accounts[person["key"]] = person["id"]


def _found_district(found: Population, chance: random.Random, district: int) -> None:
    for nr, part in enumerate(part for part in PARTS if part.pool):
        base = (district * SLOTS + nr) * SLOTS
        organisation = found.id("organisation", base)
        found.rows["people_organisation"].append({
            "id": organisation, "name": f"{part.employer} Wijk {district + 1}",
            "kind": str(part.kind), "phone": f"010-{555_0000 + base % 9999}",
        })  # fmt: skip
        make = _team if part.team else _professional
        found.pools[district, part_key(part)] = [
            (make(found, chance, part, organisation, base + slot), organisation)
            for slot in range(part.pool)
        ]


def _professional(
    found: Population, chance: random.Random, part: Part, organisation: UUID, number: int
) -> UUID:
    person = _person(found, chance, "professional", number, age=(25, 65))
    if number < SLOTS * SLOTS and number % SLOTS == 0:
        _account(found, part_key(part), person)
    return UUID(str(person["id"]))


def _team(
    found: Population, chance: random.Random, part: Part, organisation: UUID, number: int
) -> UUID:
    team = found.id("team", number)
    found.rows["people_team"].append({
        "id": team, "organisation_id": organisation, "name": f"Team {number % SLOTS + 1}",
        "phone": "",
    })  # fmt: skip
    for turn in range(TURNS_IN_A_TEAM):
        nurse = _person(found, chance, "nurse", number * SLOTS + turn, age=(22, 66))
        if number < SLOTS * SLOTS and number % SLOTS == 0 and turn == 0:
            _account(found, "nurse", nurse)
        found.rows["people_teamperson"].append({
            "id": found.id("turn", number * SLOTS + turn), "team_id": team,
            "person_id": nurse["id"], "function": "district_nurse",
            "starts_at": found.until - timedelta(days=4000), "ends_at": None,
        })  # fmt: skip
        found.turns.setdefault(team, []).append(UUID(str(nurse["id"])))
    return team


def _found_network(
    found: Population, chance: random.Random, number: int, district: int, *, alike: bool
) -> None:
    network = found.id("network", number)
    begun = found.until - timedelta(days=4000 if alike else chance.randrange(60, 1100))
    found.rows["networks_network"].append({"id": network, "created_at": begun, "closed_at": None})
    family = FAMILY_NAMES[zipf(chance, len(FAMILY_NAMES))]
    for slot, part in enumerate(PARTS):
        key = part_key(part)
        wide = (key == "gp" and number <= WIDE_GP) or (
            key == "coordinator" and number <= WIDE_COORDINATOR
        )
        if wide or (key in ALWAYS if alike else chance.random() < part.chance):
            _join(found, chance, part, network, number, slot, district, begun, family, wide, alike)


def _join(
    found: Population, chance: random.Random, part: Part, network: UUID, number: int, slot: int,
    district: int, begun: datetime, family: tuple[str, str], wide: bool, alike: bool,
) -> None:  # fmt: skip
    nr = number * SLOTS + slot
    person: UUID | None = None
    team = organisation = None
    if part.pool:
        pool = found.pools[0 if wide else district, part_key(part)]
        chosen, organisation = pool[0] if wide or alike else chance.choice(pool)
        person, team = (None, chosen) if part.team else (chosen, None)
    else:
        known = family if part.side == Side.CLIENT or chance.random() < 0.6 else None
        age = (70, 95) if part.side == Side.CLIENT else (25, 75)
        row = _person(found, chance, "person", nr, family=known, age=age)
        if number == 1 or alike:
            _account(found, part_key(part) + (f"-{number}" if number > 1 else ""), row)
        person = row["id"]
    joined = begun + (found.until - begun) * (0 if alike else min(chance.random() ** 4, 0.95))
    gone = not alike and not wide and part.side != Side.CLIENT and chance.random() < 0.08
    member = found.id("member", nr)
    found.rows["networks_member"].append({
        "id": member, "network_id": network, "person_id": person, "team_id": team,
        "side": str(part.side), "coordinator": part_key(part) == "coordinator",
        "first_contact": part.function == "daughter", "joined_at": joined,
        "left_at": joined + (found.until - joined) / 2 if gone else None, "compartment": None,
    })  # fmt: skip
    found.rows["networks_role"].append({
        "id": found.id("role", nr), "network_id": network, "member_id": member,
        "function": part.function, "description": "", "organisation_id": organisation,
        "phone": f"06-555{nr % 100_000:05d}", "known": FUNCTIONS[part.function].known_by_nature,
    })  # fmt: skip
    for turn, one in enumerate([person] if team is None else found.turns[team]):
        found.rows["networks_presence"].append({
            "id": found.id("presence", nr * SLOTS + turn), "network_id": network,
            "member_id": member, "person_id": one,
        })  # fmt: skip
    if part.only:
        found.rows["only"].append({"member_id": member, "subject": int(part.only)})


def plain(value: object) -> str:
    """How a value of a row stands in JSON. Raises TypeError for what no row holds."""
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    raise TypeError(type(value))
