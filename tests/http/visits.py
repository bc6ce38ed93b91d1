"""Visiting every page as everybody, and saying where it shows more or less than the rule allows."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from random import Random
from typing import Any
from uuid import UUID

from django.test import Client

from tests.rule.model import Fact, Rule, moment
from tests.visitor import signed_in

from .world import EVERYWHERE, Visited

SHOWN = re.compile(rb'data-item="([0-9a-f-]{36})"')
OLDER = re.compile(r'href="(\?before=[^"]+)"')
BADGE = re.compile(r'data-key="news".*?</a>', re.DOTALL)
COUNT = re.compile(r'<span class="badge badge-in">(\d+)')
NAMED = re.compile(r"</span><span>(Iemand \w+|Team)")
AT_MOST, FOUND_AT_MOST, LONG_AGO = 99, 30, datetime(1900, 1, 1, tzinfo=UTC)
ROOMS = {"medicijnen": "medication", "problemen": "problem", "allergieen": "allergy",
         "metingen": "measurement", "onderzoeken": "examination", "documenten": "document"}  # fmt: skip


@dataclass
class Visits:
    """Everybody's visit to the networks of a world. `readers` is the part of the readable items of
    which the readers are asked; `asked` counts requests by kind, `pairs` person x item."""

    visited: Visited
    readers: float = 0.2
    pairs: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    chance: Random = field(default_factory=lambda: Random(3))

    def disagreements(self) -> Iterator[str]:
        """Every page that differs from the rule, as a sentence."""
        for network in self.visited.networks:
            rule = Rule(network, datetime.now(UTC))
            strangers = self.chance.sample(self.visited.world.persons, 2)
            for person in sorted(rule.persons | set(strangers)):
                visit = _Visit(self, rule, person)
                yield from (f"{person} in {network['id']}: {fault}" for fault in visit.faults())


class _Visit:
    """One person in one network."""

    def __init__(self, visits: Visits, rule: Rule, person: str) -> None:
        self.visits, self.rule, self.person = visits, rule, person
        self.world, self.rooms = visits.visited.world, visits.visited.rooms
        self.items: list[Fact] = rule.network["items"]
        self.mine = {item["id"] for item in self.items if rule.may_read(person, item)}
        self.by_id = {item["id"]: item for item in self.items}
        self.client: Client = signed_in(UUID(person))
        self.home = f"/n/{rule.network['id']}/"

    def faults(self) -> Iterator[str]:
        here = self.rule.network["id"]
        gone = [id for id, network in self.visits.visited.gone.items() if network == here]
        self.visits.pairs += len(self.items) + len(gone)
        yield from self._one_by_one([*self.by_id, *gone])
        if self.person not in self.rule.seats:
            for page in ("", "nieuws/", f"zoeken/?q={EVERYWHERE}", "dossier/", "agenda/"):
                if (status := self._get("pages for nobody", page).status_code) != 404:
                    yield f"{page}: {status} without a seat"
            return
        yield from self._news()
        yield from self._found()
        yield from self._readers()
        yield from self._agenda()
        yield from self._record()

    def _get(self, kind: str, page: str, **headers: str) -> Any:
        self.visits.asked[kind] += 1
        return self.client.get(self.home + page, headers=headers)

    def _one_by_one(self, ids: list[str]) -> Iterator[str]:
        for id in ids:
            answer = self._get("items", f"bericht/{id}/")
            wanted = 200 if id in self.mine else 404
            if answer.status_code != wanted:
                yield f"item {id}: {answer.status_code}"
            if wanted == 200 and shown(answer) != {id}:
                yield f"item {id} shows {shown(answer)}"

    def _news(self) -> Iterator[str]:
        answer = self._get("news", "nieuws/")
        yield from self._unread(answer.content.decode())
        seen = list(_all_shown(answer))
        while older := OLDER.search(answer.content.decode()):
            answer = self._get("older news", "nieuws/" + unescape(older[1]), HX_Target="timeline")
            seen += _all_shown(answer)
        yield from _differ("news", set(seen), self.mine & self.world.in_news)
        if len(seen) != len(set(seen)):
            yield "news shows an item twice"

    def _unread(self, page: str) -> Iterator[str]:
        since = self.world.seen_until.get((self.person, self.rule.network["id"]), LONG_AGO)
        new = [
            id for id in self.mine & self.world.in_news
            if self.by_id[id]["author"] != self.person and moment(self.by_id[id]["created"]) > since
        ]  # fmt: skip
        entry = BADGE.search(page)
        count = COUNT.search(entry[0]) if entry else None
        counted = int(count[1]) if count else 0
        if counted != min(len(new), AT_MOST):
            yield f"counts {counted} unread, expected {len(new)}"

    def _found(self) -> Iterator[str]:
        newest = sorted(self.mine, key=lambda id: (self.world.happened[id], UUID(id)), reverse=True)
        found = shown(self._get("searches", f"zoeken/?q={EVERYWHERE}"))
        yield from _differ("search", found, set(newest[:FOUND_AT_MOST]))

    def _readers(self) -> Iterator[str]:
        count = round(len(self.mine) * self.visits.readers)
        for id in self.visits.chance.sample(sorted(self.mine), count):
            answer = self._get("readers", f"bericht/{id}/lezers/", HX_Request="true")
            reading = answer.content.decode().partition("Deze mensen niet")[0]
            reasons = self.rule.reasons(self.person, self.by_id[id])
            wanted = Counter(self.visits.visited.names[who] for _, who, line in reasons if line > 0)
            if Counter(NAMED.findall(reading)) != wanted:
                yield f"readers of {id}: {Counter(NAMED.findall(reading))}, expected {wanted}"

    def _agenda(self) -> Iterator[str]:
        visits, agreed = self._kept("visit"), self._kept("agreement")
        yield from _differ("agenda", shown(self._get("agenda", "agenda/")), visits)
        yield from _differ("agreements", shown(self._get("agreements", "afspraken/")), agreed)
        doing, seat = self.visits.visited.doing, self.rule.seats[self.person]["id"]
        mine = {id for id in agreed if doing[id] == seat}
        yield from _differ("today", shown(self._get("today", "")), visits | mine)

    def _kept(self, room: str, about: str = "") -> set[str]:
        return {
            id for id in self.mine
            if self.rooms.get(id) == room and about in ("", self.by_id[id]["about"])
        }  # fmt: skip

    def _record(self) -> Iterator[str]:
        for client in self._offered():
            for page, room in ROOMS.items():
                answer = self._get("record", f"dossier/{page}/?about={client}")
                if answer.status_code not in (200, 404):
                    yield f"{page}: {answer.status_code}"
                found = shown(answer) if answer.status_code == 200 else set()
                yield from _differ(f"{page} of {client}", found, self._kept(room, client))
            overview = shown(self._get("record", f"dossier/?about={client}"))
            if not overview <= {id for id in self.mine if self.by_id[id]["about"] == client}:
                yield f"the record of {client} shows {overview - self.mine}"

    def _offered(self) -> list[str]:
        """The clients whose record there is to choose: who take part now, as far as one sees them."""
        clients = [
            member for member in self.rule.network["members"]
            if member["side"] == "client" and self.rule.sees_member(self.person, member["id"])
        ]  # fmt: skip
        there = [
            one for one in clients if one["left"] is None or moment(one["left"]) > self.rule.now
        ]
        return [one["id"] for one in there or clients]


def shown(answer: Any) -> set[str]:
    """The items an answer shows."""
    return set(_all_shown(answer))


def _all_shown(answer: Any) -> list[str]:
    return [found.decode() for found in SHOWN.findall(answer.content)]


def _differ(what: str, found: set[str], wanted: set[str]) -> Iterator[str]:
    if found != wanted:
        more, less = sorted(found - wanted), sorted(wanted - found)
        yield f"{what}: {len(more)} too many {more[:2]}, {len(less)} too few {less[:2]}"
