"""Visiting the pages of talking and deciding together, the agenda and its feed, as everybody, and saying
where one shows more or less than the rule allows.

Of a page in `EXACT` it is known which items it shows, out of what the person may read. Every other page
shows nothing that they may not: each address that needs no more than the network is asked, each about one
item (`ABOUT_ONE`), for one that they may read and for one that they may not, that is not there; and each
page of their own over all networks.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from random import Random
from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse

from tests.doors.rows import BY_NAME, DOORS
from tests.doors.table import NETWORK, PERSON, patterns
from tests.rule.model import MEDICAL, Fact, Rule, moment
from tests.visitor import signed_in
from zorgverband.base.clock import today
from zorgverband.carers.queries import SHOWN as SHOWN_CHECKS
from zorgverband.complaints.models import Complaint
from zorgverband.sharing.subjects import Subject

from .rooms import Held, Id
from .visits import SHOWN, shown
from .world import Visited

LONGER_AGO, ASKED_FOR = -30, -7
UID = b"UID:"
# By the name of the door: what these visits hold a page against, in the order in which they come.
EXACT = (
    "questions", "question", "conversations", "conversation", "reports", "complaints", "complaint",
    "meetings", "meeting", "meeting_point", "meeting_now", "minutes", "cooperation", "handovers",
    "handover", "discharges", "discharge", "needs", "needed", "is_all_there", "advice", "carers",
    "bottlenecks", "bottleneck", "agenda", "visit", "agenda_feed", "record_subject",
    "help_one",
)  # fmt: skip


# What the parameter of an address names: the room its items are in; "" for any item.
ABOUT_ONE = {
    "item_id": "", "agreement_id": "agreement", "visit_id": "visit", "meeting_id": "meeting",
    "point_id": "meeting_point", "note_id": "meeting_note", "handover_id": "handover",
    "discharge_id": "discharge", "needed_id": "needed", "complaint_id": "complaint",
    "help_id": "help",
}  # fmt: skip
CLIENT = ("about_id", "member_id")
PARAMETER = re.compile(r"<\w+:(\w+)>")


@cache
def swept() -> dict[str, str]:
    """Every page of a network that needs nothing but the network, or one item: by name the parameter
    that names it, or nothing."""
    known = patterns()
    found = {}
    for one in DOORS:
        more = PARAMETER.findall(known[one.name][0])[1:]
        alone = not more or (len(more) == 1 and more[0] in (*ABOUT_ONE, *CLIENT))
        if one.kind == NETWORK and "GET" in one.methods and alone:
            found[one.name] = more[0] if more else ""
    return found


@cache
def own_pages() -> dict[str, str]:
    """Every page of somebody's own that needs nothing: its address, by name."""
    known = patterns()
    found = {one.name: known[one.name][0] for one in DOORS if one.kind == PERSON}
    return {
        name: f"/{at}" for name, at in found.items()
        if "<" not in at and "GET" in BY_NAME[name].methods
    }  # fmt: skip


@dataclass
class RoomVisits:
    """Everybody's visits, or those of `viewers` a network; `swept` is how many of the other pages each
    asks. `pairs` counts person x item, `asked` pages by their name."""

    visited: Visited
    held: dict[Id, Held]
    viewers: int | None = None
    swept: int | None = None
    pairs: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    chance: Random = field(default_factory=lambda: Random(5))

    def disagreements(self) -> Iterator[str]:
        """Every page that differs from the rule, as a sentence."""
        for network in self.visited.networks:
            rule = Rule(network, datetime.now(UTC))
            seated = sorted(rule.seats)
            self.chance.shuffle(seated)
            for person in seated[: self.viewers]:
                self.pairs += len(network["items"])
                visit = RoomVisit(self, rule, person)
                for fault in visit.faults():
                    yield f"{person} ({visit.side}) in {network['id']}: {fault}"

    def readable(self, person: Id) -> set[Id]:
        """What this person may read in all networks together."""
        now = datetime.now(UTC)
        return {
            item["id"]
            for rule in (Rule(network, now) for network in self.visited.networks)
            for item in (rule.network["items"] if person in rule.persons else ())
            if rule.may_read(person, item)
        }


class RoomVisit:
    """One person in one network."""

    def __init__(self, visits: RoomVisits, rule: Rule, person: Id) -> None:
        self.visits, self.rule, self.person = visits, rule, person
        self.held = visits.held[rule.network["id"]]
        self.items: dict[Id, Fact] = {item["id"]: item for item in rule.network["items"]}
        self.mine = {id for id, item in self.items.items() if rule.may_read(person, item)}
        self.seat = rule.seats[person]["id"]
        self.side = rule.seats[person]["side"]
        self.client: Client = signed_in(UUID(person))

    def faults(self) -> Iterator[str]:
        for name in EXACT:
            for what, query, wanted in self.pages(name):
                yield from self._asked(name, what, query, wanted)
        yield from self._sweep()

    def _asked(self, name: str, what: str, query: str, wanted: set[Id] | None) -> Iterator[str]:
        """Ask one page; None when it is not there for this person."""
        self.visits.asked[name] += 1
        answer = self.client.get(self.address(name, what) + query)
        there = 404 if wanted is None else 200
        if answer.status_code != there:
            yield f"{name} {what}: {answer.status_code}, expected {there}"
        found = _in_feed(answer) if name == "agenda_feed" else shown(answer)
        if wanted is not None and found != wanted:
            more, less = sorted(found - wanted), sorted(wanted - found)
            yield f"{name} {what}: {len(more)} too many {more[:2]}, {len(less)} too few {less[:2]}"

    def address(self, name: str, what: str) -> str:
        """Of the page of this name about this (of the visits: today)."""
        match name:
            case "agenda_feed":
                return reverse(name, args=[what])
            case "visit":
                return reverse(name, args=[self.rule.network["id"], what, today().isoformat()])
        return reverse(name, args=[self.rule.network["id"], *([what] if what else [])])

    def _sweep(self) -> Iterator[str]:
        pages = sorted(swept().items())
        self.visits.chance.shuffle(pages)
        for name, parameter in pages[: self.visits.swept]:
            for what in self._about(parameter):
                yield from self._seen(name, what)
        everywhere = self.visits.readable(self.person)
        for name, at in list(own_pages().items())[: self.visits.swept]:
            found = _in_page(self.client.get(at))
            self.visits.asked["own"] += 1
            if not found <= everywhere:
                yield f"{name} shows {sorted(found - everywhere)[:2]}"

    def _about(self, parameter: str) -> list[Id]:
        if parameter in CLIENT:
            return self._clients()
        return self._about_one(ABOUT_ONE[parameter]) if parameter else [""]

    def _about_one(self, room: str) -> list[Id]:
        """An item of this room that one may read, and one that one may not."""
        there = self._complained() if room == "complaint" else self.held.rooms[room]
        those = set(there) if room else set(self.items)
        return [
            self.visits.chance.choice(sorted(some))
            for some in (those & self.mine, those - self.mine)
            if some
        ]

    def _seen(self, name: str, what: str) -> Iterator[str]:
        self.visits.asked["swept"] += 1
        answer = self.client.get(self.address(name, what))
        found = _in_page(answer)
        if what in self.items and what not in self.mine and answer.status_code != 404:
            yield f"{name} {what}: {answer.status_code} for what is not readable"
        if not found <= self.mine:
            yield f"{name} {what} shows {sorted(found - self.mine)[:2]}"

    # --- what is expected

    def _kept(self, room: str) -> set[Id]:
        return self.mine & set(self.held.rooms[room])

    def pages(self, name: str) -> Iterator[tuple[str, str, set[Id] | None]]:
        """The pages of this name: about what, with which query, and which items it shows; None when it is
        not there for this person."""
        yield from getattr(self, f"_{name}")()

    def open_to_all(self, room: str) -> set[Id]:
        """Of what one reads: what no reader in the network was left out of, and is not medical."""
        return {
            id for id in self._kept(room)
            if self.items[id]["audience"] is None and not self.items[id]["denied"]
            and self.items[id]["compartment"] is None
            and self.items[id]["subject"] not in MEDICAL
        }  # fmt: skip

    def under(self, kind: str, whole: Id) -> set[Id]:
        """What lies under this one, as far as one reads it."""
        return self.mine & self.held.of(kind, whole)

    def _one_by_one(self, room: str, *kinds: str) -> Iterator[Any]:
        """Every one of a room: itself with what lies under it, when one reads it."""
        for id in self.held.rooms[room]:
            wanted = {id}.union(*(self.under(kind, id) for kind in kinds))
            yield id, "", wanted if id in self.mine else None

    def _above(self, kind: str, part: Id) -> set[Id]:
        return self.mine & {whole for one, whole in self.held.under[kind] if one == part}

    def _questions(self) -> Iterator[Any]:
        yield "", "", {id for id in self._kept("question") if self._sees_asked(id)}

    def _sees_asked(self, question: Id) -> bool:
        """Whether one may know of who is asked: somebody inside a compartment is asked unseen."""
        return self.rule.sees_member(self.person, self.held.asked[question])

    def _question(self) -> Iterator[Any]:
        for id, query, wanted in self._one_by_one("question"):
            seen = wanted if self._sees_asked(id) else None
            yield id, query, seen and seen | self._above("origin", id)

    def _conversations(self) -> Iterator[Any]:
        for word, stands in (("", "open"), ("?closed=1", "closed")):
            those = {id for id in self._kept("conversation") if self.held.stands[id] == stands}
            yield "", word, those

    def _conversation(self) -> Iterator[Any]:
        yield from self._one_by_one("conversation")

    def _reports(self) -> Iterator[Any]:
        yield "", "", self._kept("report")

    def _complained(self) -> list[Id]:
        rows = Complaint.objects.using("owner").filter(network_id=self.rule.network["id"])
        return [str(id) for id in rows.values_list("item_id", flat=True)]

    def _complaints(self) -> Iterator[Any]:
        yield "", "", self.mine & set(self._complained())

    def _complaint(self) -> Iterator[Any]:
        for id in self._complained():
            yield id, "", {id} if id in self.mine else None

    def _meetings(self) -> Iterator[Any]:
        yield "", "", self._kept("meeting")

    def _meeting(self) -> Iterator[Any]:
        yield from self._one_by_one("meeting", "point")

    def _meeting_point(self) -> Iterator[Any]:
        for id, query, wanted in self._one_by_one("meeting_point", "note", "paper"):
            yield id, query, wanted if self._above("point", id) else None

    def _meeting_now(self) -> Iterator[Any]:
        for id in self.held.rooms["meeting"]:
            points = self.under("point", id)
            if id not in self.mine:
                yield id, "", None
                continue
            for point in sorted(points)[:2]:
                wanted = {id} | points | self.under("note", point)
                yield id, f"?punt={point}", wanted

    def _minutes(self) -> Iterator[Any]:
        for id in self.held.rooms["meeting"]:
            wanted = {id} | self.under("point", id)
            for point in self.under("point", id):
                notes = self.under("note", point)
                wanted |= notes | (self.mine & {self.held.agreed.get(one, "") for one in notes})
            if self.held.stands[id] == "closed" or id not in self.mine:
                yield id, "", wanted if id in self.mine else None

    def _cooperation(self) -> Iterator[Any]:
        said = {id for id in self._kept("cooperation") if self.held.stands.get(id) == "said"}
        yield "", "", said

    def _handovers(self) -> Iterator[Any]:
        yield "", "", self._kept("handover")

    def _handover(self) -> Iterator[Any]:
        yield from self._one_by_one("handover", "line", "section")

    def _discharges(self) -> Iterator[Any]:
        social = self.side == "social"
        yield "", "", None if social else self._kept("discharge")

    def _discharge(self) -> Iterator[Any]:
        yield from self._one_by_one("discharge", "needed_for")

    def _needs(self) -> Iterator[Any]:
        those = self._kept("needed")
        yield "", "", {id for id in those if int(self.held.stands[id]) >= LONGER_AGO}

    def _needed(self) -> Iterator[Any]:
        for id, query, wanted in self._one_by_one("needed", "arranged"):
            yield id, query, wanted and wanted | self._above("needed_for", id)

    def _is_all_there(self) -> Iterator[Any]:
        home = self.side in ("client", "family")
        asked = {id for id in self._kept("needed") if ASKED_FOR <= int(self.held.stands[id]) < 0}
        yield "", "", asked if home else None

    def _advice(self) -> Iterator[Any]:
        for client in self._clients():
            those = {id for id in self._kept("advice") if self.items[id]["about"] == client}
            yield "", f"?about={client}", those

    def _help_one(self) -> Iterator[Any]:
        yield from self._one_by_one("help")

    def _record_subject(self) -> Iterator[Any]:
        for client in self._clients():
            for item in self.chance_of(3):
                subject = item["subject"]
                those = {
                    id for id in self.mine
                    if (self.items[id]["about"], self.items[id]["subject"]) == (client, subject)
                }  # fmt: skip
                # For the social side there is no such page of what is not shared with them.
                line, _writes = self.rule.new(self.person, client, subject)
                there = those if line > 0 or self.side != "social" else None
                yield str(int(Subject[subject.upper()])), f"?about={client}", there

    def chance_of(self, number: int) -> list[Fact]:
        """Some items, by chance."""
        return self.visits.chance.sample(list(self.items.values()), number)

    def _clients(self) -> list[Id]:
        """The clients whose record there is to choose (as in `visits.py`)."""
        clients = [
            member for member in self.rule.network["members"]
            if member["side"] == "client" and self.rule.sees_member(self.person, member["id"])
        ]  # fmt: skip
        there = [
            one for one in clients if one["left"] is None or moment(one["left"]) > self.rule.now
        ]
        return [one["id"] for one in there or clients]

    def _carers(self) -> Iterator[Any]:
        last: dict[Id, list[Id]] = {}
        for id in sorted(self._kept("carer_check"), key=UUID, reverse=True):
            last.setdefault(self.items[id]["about"], []).append(id)
        those = {id for said in last.values() for id in said[:SHOWN_CHECKS]}
        those |= self._kept("carer_offer")
        seen = {id for id in those if self.rule.sees_member(self.person, self.items[id]["about"])}
        yield "", "", seen

    def _met(self) -> dict[Id, list[Id]]:
        """The bottlenecks whose facts one reads all."""
        return {id: facts for id, facts in self.held.facts.items() if self.mine >= set(facts)}

    def _bottlenecks(self) -> Iterator[Any]:
        yield "", "", {fact for facts in self._met().values() for fact in facts}

    def _bottleneck(self) -> Iterator[Any]:
        for id, facts in self.held.facts.items():
            yield id, "", set(facts) if id in self._met() else None

    def _visits(self) -> set[Id]:
        those = self._kept("visit")
        return those.union(*(self.under("purpose", id) for id in those))

    def _agenda(self) -> Iterator[Any]:
        yield "", "", self._visits()

    def _visit(self) -> Iterator[Any]:
        yield from self._one_by_one("visit", "purpose")

    def _agenda_feed(self) -> Iterator[Any]:
        yield self.held.feeds[self.person], "", self._kept("visit")


def _in_page(answer: Any) -> set[Id]:
    """The items of a page; none of a file."""
    found = shown(answer) if SHOWN.search(getattr(answer, "content", b"")) else set()
    answer.close()
    return found


def _in_feed(answer: Any) -> set[Id]:
    """The visits in a calendar."""
    lines = answer.content.replace(b"\r\n ", b"").splitlines()
    return {one.removeprefix(UID).decode()[:36] for one in lines if one.startswith(UID)}
