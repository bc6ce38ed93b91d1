"""The owner's view of every network, as facts without texts or names, so that anyone can compute
for themselves who may read what and compare. Written as it is read: memory does not grow."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from io import StringIO
from itertools import chain
from typing import Any, TextIO
from uuid import UUID

import orjson
from django.db import connections, transaction
from django.db.models import QuerySet

from zorgverband.complaints.models import Insight
from zorgverband.networks.models import (
    Authority,
    Control,
    Death,
    Exclusion,
    Hat,
    KeptAccess,
    Member,
    Network,
    Representation,
    Side,
)
from zorgverband.safety.models import Opening
from zorgverband.sharing.models import CompartmentMember, Emergency, Item, Permission
from zorgverband.sharing.subjects import Subject

Fact = dict[str, Any]
CHUNK = 500
CODES = {subject.value: subject.code for subject in Subject}
LEGEND = {
    "medical": [subject.code for subject in Subject if subject.medical],
    "not_medical": [subject.code for subject in Subject if not subject.medical],
    "sides": list(Side.values),
    "about": "id of a member (a client, or a carer), or of the network: its household",
    "moments": "ISO 8601 in UTC; a period runs from its start until just before its end",
    "births": "date; ages are whole years in Europe/Amsterdam; who is left out counts as an adult",
    "deaths": "of a client, recorded; died is a date, what follows runs from its moment",
    "kept": "what a member still reads (and writes) about who died, or about their household",
    "lent": "what who handles a complaint reads while it runs; since null: all that was there too",
    "audience": "null: everybody the permissions let read; a list: no more than these members",
    "withdrawn": "items that were taken back are left out",
}


class NotTheOwner(Exception):
    """The dump is made as the owner of the tables (ZV_AS=owner)."""


def write_dump(out: TextIO, *, using: str = "default") -> None:
    """Write the dump as one JSON object to `out`, all of it as it was at one moment.

    `using` must be a connection of the owner; raises NotTheOwner, because what the application
    sees without a viewer is nothing, and nothing would look like an empty world.
    """
    with transaction.atomic(using=using):
        write_facts(out, using=using, now=_one_moment(using))


def write_facts(out: TextIO, *, using: str, now: datetime) -> None:
    """Write the dump from inside a transaction that is there already; `now` is its moment."""
    out.write(f'{{"now":{_json(now)},"legend":{_json(LEGEND)},"networks":[')
    networks = Network.objects.using(using).order_by("id").values_list("id", flat=True)
    streams = _streams(using)
    for number, network in enumerate(networks.iterator(chunk_size=CHUNK)):
        out.write("," if number else "")
        _write_network(out, network, streams)
    out.write("]}\n")


def network_facts(network: UUID, *, using: str = "default") -> Fact:
    """The facts of one network, from inside a transaction of the owner."""
    out = StringIO()
    _write_network(out, network, _streams(using, network))
    return orjson.loads(out.getvalue())  # type: ignore[no-any-return]


def _one_moment(using: str) -> datetime:
    with connections[using].cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT now(), pg_has_role('zv_keeper', 'USAGE')")
        row: Any = cursor.fetchone()
    moment, all_seeing = row
    if not all_seeing:
        raise NotTheOwner()
    return moment  # type: ignore[no-any-return]


def _json(value: object) -> str:
    return orjson.dumps(value).decode()


class _Stream:
    """Rows of one table in the order of their network, each turned into a fact."""

    def __init__(self, rows: QuerySet[Any, Any], fact: Callable[..., Any]) -> None:
        self.rows: Iterator[tuple[Any, ...]] = iter(rows.iterator(chunk_size=CHUNK))
        self.fact = fact
        self.ahead = next(self.rows, None)

    def of(self, network: UUID) -> Iterator[Any]:
        """The facts of this network; networks must be asked for in the order of their ids."""
        while self.ahead is not None and self.ahead[0] == network:
            row, self.ahead = self.ahead, next(self.rows, None)
            yield self.fact(*row[1:])


def _streams(using: str, only: UUID | None = None) -> dict[str, _Stream]:
    def rows(model: Any, *names: str, order: str = "id") -> QuerySet[Any, Any]:
        found = model.objects.using(using).order_by("network_id", order)
        if only is not None:
            found = found.filter(network_id=only)
        return found.values_list("network_id", *names)  # type: ignore[no-any-return]

    period = ("starts_at", "ends_at")
    return {
        "members": _Stream(rows(Member, *_MEMBER), _member),
        "born": _Stream(rows(Member, "person_id", "person__personal__birth_date"), _pair),
        "turns": _Stream(rows(Member, *_TURN), _turn),
        "exclusions": _Stream(
            rows(Exclusion, "person_id", *period), _facts("person", "from", "to")
        ),
        "hats": _Stream(rows(Hat, "person_id", "member_id"), _facts("person", "member")),
        "authorities": _Stream(
            rows(Authority, "child_id", "parent_id", *period),
            _facts("child", "parent", "from", "to"),
        ),
        "representations": _Stream(
            rows(Representation, "client_id", "representative_id", "ground", "subjects", *period),
            _representation,
        ),
        "control": _Stream(
            rows(Control, "client_id", "state", "holder_id", *period),
            _facts("client", "state", "holder", "from", "to"),
        ),
        "emergencies": _Stream(
            rows(Emergency, "member_id", "client_id", "person_id", *period),
            _facts("member", "client", "person", "from", "to"),
        ),
        "deaths": _Stream(
            rows(Death, "client_id", "died_on", *period), _facts("client", "died", "from", "to")
        ),
        "kept": _Stream(
            rows(KeptAccess, "member_id", "about_id", "subjects", "can_write", "ground", *period),
            _kept,
        ),
        "lent": _Stream(
            rows(
                Insight,
                "member_id",
                "about_id",
                "subjects",
                "reads_from",
                *period,
                "complaint__ends_at",
            ).filter(complaint__item__withdrawn_at=None),
            _lent,
        ),
        "compartments": _Stream(rows(CompartmentMember, "compartment_id", "member_id"), _pair),
        "openings": _Stream(
            rows(Opening, "compartment_id", "opens_at").filter(withdrawn_at=None), _pair
        ),
        "permissions": _Stream(rows(Permission, *_PERMISSION), _permission),
        "items": _Stream(rows(Item, *_ITEM, order="created_at").filter(withdrawn_at=None), _item),
    }


def _write_network(out: TextIO, network: UUID, streams: dict[str, _Stream]) -> None:
    facts: Fact = {"id": network}
    turns = list(streams["turns"].of(network))
    facts["members"] = list(streams["members"].of(network))
    facts["teams"] = _teams(turns)
    for name in ("exclusions", "hats"):
        facts[name] = list(streams[name].of(network))
    born = chain(streams["born"].of(network), ((turn["person"], turn["born"]) for turn in turns))
    facts["births"] = {str(person): day for person, day in born if person and day}
    for name in (
        "authorities",
        "representations",
        "control",
        "emergencies",
        "deaths",
        "kept",
        "lent",
    ):
        facts[name] = list(streams[name].of(network))
    facts["compartments"] = _compartments(
        streams["compartments"].of(network), streams["openings"].of(network)
    )
    facts["permissions"] = list(streams["permissions"].of(network))
    out.write(_json(facts)[:-1] + ',"items":[')
    for number, item in enumerate(streams["items"].of(network)):
        out.write(("," if number else "") + _json(item))
    out.write("]}")


_MEMBER = (
    "id", "person_id", "team_id", "side", "role__function", "joined_at", "left_at", "coordinator",
    "compartment",
)  # fmt: skip
_TURN = (
    "team_id", "team__people__id", "team__people__person_id", "team__people__starts_at",
    "team__people__ends_at", "team__people__person__personal__birth_date",
)  # fmt: skip
_PERMISSION = ("member_id", "about_id", "subject", "can_read", "can_write", "since", "past")
_ITEM = (
    "id", "about_id", "subject", "kind", "author_id", "author_member_id", "created_at",
    "audience", "denied", "allowed", "compartment_id",
)  # fmt: skip


def _facts(*names: str) -> Callable[..., Fact]:
    return lambda *values: dict(zip(names, values, strict=True))


def _pair(one: Any, other: Any) -> tuple[Any, Any]:
    return one, other


_member = _facts(
    "id", "person", "team", "side", "function", "joined", "left", "coordinator", "compartment"
)
_turn = _facts("team", "id", "person", "from", "to", "born")


def _representation(
    client: UUID, representative: UUID, ground: str, subjects: list[int], start: Any, end: Any
) -> Fact:
    return {
        "client": client,
        "representative": representative,
        "ground": ground,
        "subjects": [CODES[number] for number in subjects],
        "from": start,
        "to": end,
    }


def _kept(
    member: UUID, about: UUID, subjects: list[int], write: bool, ground: str, start: Any, end: Any
) -> Fact:
    return {
        "member": member,
        "about": about,
        "subjects": [CODES[number] for number in subjects],
        "write": write,
        "ground": ground,
        "from": start,
        "to": end,
    }


def _lent(
    member: UUID, about: UUID, subjects: list[int], since: Any, start: Any, *ends: Any
) -> Fact:
    return {
        "member": member,
        "about": about,
        "subjects": [CODES[number] for number in subjects],
        "since": since,
        "from": start,
        "to": min((one for one in ends if one), default=None),
    }


def _permission(
    member: UUID, about: UUID, subject: int, read: bool, write: bool, since: Any, past: bool
) -> Fact:
    return {
        "member": member,
        "about": about,
        "subject": CODES[subject],
        "read": read,
        "write": write,
        "since": since,
        "past": past,
    }


def _item(id: UUID, about: UUID, subject: int, *rest: Any) -> Fact:
    names = (
        "kind", "author", "author_member", "created", "audience", "denied", "allowed",
        "compartment",
    )  # fmt: skip
    return {"id": id, "about": about, "subject": CODES[subject]} | dict(
        zip(names, rest, strict=True)
    )


def _teams(turns: Iterable[Fact]) -> list[Fact]:
    # A team that left and came back is a member twice, with the same people.
    teams: dict[UUID, dict[UUID, Fact]] = {}
    for turn in turns:
        if turn["team"] is None:
            continue
        people = teams.setdefault(turn["team"], {})
        if turn["id"] is not None:
            people[turn["id"]] = {name: turn[name] for name in ("person", "from", "to")}
    return [{"id": team, "people": list(people.values())} for team, people in teams.items()]


def _compartments(
    named: Iterable[tuple[UUID, UUID]], openings: Iterable[tuple[UUID, Any]]
) -> list[Fact]:
    found: dict[UUID, Fact] = {}

    def one(compartment: UUID) -> Fact:
        return found.setdefault(compartment, {"id": compartment, "members": [], "opens": []})

    for compartment, member in named:
        one(compartment)["members"].append(member)
    for compartment, moment in openings:
        one(compartment)["opens"].append(moment)
    return list(found.values())
