"""Rooms of talking and deciding together in a random world: what was a note becomes a question, a
conversation, a meeting with points and notes, a handover, a discharge, advice, a visit with its purpose.

The header, and so who may read it, stays what it was. Who may see what belongs to what (`Held.under`)
is for the rule to say: who reads both.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from random import Random
from typing import Any

from tests.rule.model import MEDICAL, Fact
from zorgverband.advice.models import Advice
from zorgverband.agenda.feed_addresses import token_of
from zorgverband.agenda.models import Feed, Visit, VisitPurpose
from zorgverband.agreements.models import Agreement
from zorgverband.base.clock import today
from zorgverband.base.ids import new_id
from zorgverband.base.repeating import FOREVER, Repeat
from zorgverband.base.secret_links import token_hash
from zorgverband.bottlenecks.models import Bottleneck
from zorgverband.carers.models import CarerCheck, CarerOffer
from zorgverband.handovers.models import (
    Arranged,
    Discharge,
    Handover,
    HandoverLine,
    HandoverSection,
    Needed,
    NeededFor,
)
from zorgverband.handovers.sections import SECTIONS
from zorgverband.helping.models import HelpRequest
from zorgverband.meetings.cooperation import half_now
from zorgverband.meetings.models import Cooperation, Meeting, Note, Paper, Participant, Point, Step
from zorgverband.sharing.models import Item, Origin
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.models import Conversation, Message, Question, Report

Id = str
WHOLE = ("meeting", "handover", "visit")
ANY = ("question", "conversation", "report", "meeting_point", "meeting_note", "handover_section",
       "handover_task", "note", "agreement", "purpose", "cooperation", "complaint", "help")  # fmt: skip
STATES = ("preparing", "dated", "running", "closed")
DAYS = (-30, -3, -1, 0, 4)


@dataclass
class Held:
    """What one network holds: by room its items, what lies `under` what (an item under a whole), and
    how some of them stand. `feeds`: by person the word in the address of their calendar."""

    rooms: dict[str, list[Id]] = field(default_factory=lambda: defaultdict(list))
    under: dict[str, set[tuple[Id, Id]]] = field(default_factory=lambda: defaultdict(set))
    stands: dict[Id, str] = field(default_factory=dict)
    agreed: dict[Id, Id] = field(default_factory=dict)
    asked: dict[Id, Id] = field(default_factory=dict)
    facts: dict[Id, list[Id]] = field(default_factory=dict)
    feeds: dict[Id, str] = field(default_factory=dict)

    def of(self, kind: str, whole: Id) -> set[Id]:
        """What lies under this one, in this way."""
        return {part for part, other in self.under[kind] if other == whole}


def mark(item: Id) -> str:
    """The word by which an item is known on paper, in its title and in its body."""
    return f"stuk{item.replace('-', '')[-12:]}"


def furnish(network: Fact, *, seed: int, seats: Sequence[tuple[Id, Id]]) -> Held:
    """Give the items of this network a room each; `seats`: who sits here through which member."""
    return _Furnishing(network, Random(seed), seats).done()


class _Furnishing:
    def __init__(self, network: Fact, chance: Random, seats: Sequence[tuple[Id, Id]]) -> None:
        self.network, self.chance, self.seats = network, chance, seats
        self.held, self.rows = Held(), defaultdict[Any, list[Any]](list)
        self.now = datetime.now(UTC)
        self.members: list[Id] = [member["id"] for member in network["members"]]
        self.sides = {member["id"]: member["side"] for member in network["members"]}
        self.codes: dict[Id, list[str]] = {}
        self.turns: dict[tuple[str, ...], int] = {}

    def done(self) -> Held:
        items = self.chance.sample(self.network["items"], len(self.network["items"]))
        for number, item in enumerate(items):
            room = self._room(number, item)
            self.held.rooms[room].append(item["id"])
            Item.objects.using("owner").filter(id=item["id"]).update(
                kind=room, title=mark(item["id"]), body=f"{mark(item['id'])} overal"
            )
        by_id = {item["id"]: item for item in items}
        for room in [*WHOLE, "discharge", "needed", *ANY, "advice", "carer_check", "carer_offer"]:
            make: Callable[[Fact], None] = getattr(self, f"_{room}")
            for id in self.held.rooms[room]:
                make(by_id[id])
        self._bottlenecks(by_id)
        self._feeds()
        for model, rows in self.rows.items():
            model.objects.using("owner").bulk_create(rows)
        return self.held

    def _room(self, number: int, item: Fact) -> str:
        client = self.sides.get(item["about"]) == "client"
        if item["subject"] == "carer" and self.sides.get(item["about"]) == "family":
            there = {self.held.stands.get(one) for one in self.held.rooms["carer_offer"]}
            if item["about"] not in there:
                self.held.stands[item["id"]] = item["about"]
                return "carer_offer"
            return "carer_check"
        if number % 4 == 0:
            return self._next(WHOLE)
        if client and number % 4 == 1:
            medical = item["subject"] in MEDICAL
            return self._next(("discharge" if medical else "needed", "advice"))
        return self._next(ANY)

    def _next(self, rooms: tuple[str, ...]) -> str:
        """The next of these, in turn."""
        turn = self.turns[rooms] = self.turns.get(rooms, -1) + 1
        return rooms[turn % len(rooms)]

    def _add(self, model: Any, item: Fact, **columns: Any) -> None:
        here = {"item_id": item["id"], "network_id": self.network["id"]}
        self.rows[model].append(model(**here, **columns))

    def _put(self, kind: str, item: Fact, room: str) -> Id | None:
        """Lay it under some other item of this room."""
        those = [one for one in self.held.rooms[room] if one != item["id"]]
        whole: Id | None = self.chance.choice(those) if those else None
        if whole:
            self.held.under[kind].add((item["id"], whole))
        return whole

    def _member(self) -> Id:
        return self.chance.choice(self.members)

    # --- each room

    def _meeting(self, item: Fact) -> None:
        state = STATES[len(self.rows[Meeting]) % len(STATES)]
        self.held.stands[item["id"]] = state
        held = self.now - timedelta(days=1)
        self._add(Meeting, item, chair_id=self._member(), state=state, starts_at=held,
                  held_at=held, closed_at=self.now if state == "closed" else None)  # fmt: skip
        for member in self.chance.sample(self.members, min(5, len(self.members))):
            self._add(Participant, item, member_id=member)
            self.held.under["asked"].add((member, item["id"]))

    def _handover(self, item: Fact) -> None:
        giver, taker = self.chance.sample(self.members, 2)
        self.codes[item["id"]] = [one.code for one in SECTIONS["care"]]
        self._add(Handover, item, about_id=item["about"], kind="care", from_member_id=giver,
                  to_member_id=taker)  # fmt: skip

    def _visit(self, item: Fact) -> None:
        self._add(Visit, item, who_name="Iemand", first_on=today(), last_on=FOREVER,
                  starts=time(12), repeat=Repeat.DAILY)  # fmt: skip

    def _discharge(self, item: Fact) -> None:
        self._add(Discharge, item, about_id=item["about"], expected_on=today())

    def _needed(self, item: Fact) -> None:
        day = DAYS[len(self.rows[Needed]) % len(DAYS)]
        self.held.stands[item["id"]] = str(day)
        self._add(Needed, item, about_id=item["about"], starts_on=today() + timedelta(days=day))
        if whole := self._put("needed_for", item, "discharge"):
            self._add(NeededFor, item, discharge_id=whole)

    def _question(self, item: Fact) -> None:
        to = self.held.asked[item["id"]] = self._member()
        self._add(Question, item, to_member_id=to, urgency="today", due_at=self.now,
                  remind_at=self.now, state_by_id=item["author"], state_at=self.now)  # fmt: skip
        if source := self._put("origin", item, "conversation"):
            self._add(Origin, item, source_id=source)

    def _conversation(self, item: Fact) -> None:
        closed = len(self.rows[Conversation]) % 3 == 0
        self.held.stands[item["id"]] = "closed" if closed else "open"
        self._add(Conversation, item, last_number=1, last_at=self.now,
                  closed_at=self.now if closed else None,
                  closed_by_id=item["author"] if closed else None)  # fmt: skip
        self._add(Message, item, number=1, author_id=item["author"], body="Ja.",
                  author_member_id=item["author_member"], created_at=self.now)  # fmt: skip

    def _help(self, item: Fact) -> None:
        self._add(HelpRequest, item, task="groceries", first_until=self.now, wait_minutes=60)

    def _report(self, item: Fact) -> None:
        self._add(Report, item, noticed="food", since="today", remind_on=today())

    def _complaint(self, item: Fact) -> None:
        pass  # The world made its own (`worlds.py`): they lend.

    def _meeting_point(self, item: Fact) -> None:
        if whole := self._put("point", item, "meeting"):
            self._add(Point, item, meeting_id=whole)
            if self.chance.random() < 0.5:
                self._add(Step, item, meeting_id=whole, person_id=item["author"],
                          member_id=item["author_member"], at=self.now)  # fmt: skip

    def _meeting_note(self, item: Fact) -> None:
        placed = {"meeting_point": [part for part, _whole in self.held.under["point"]]}
        if not placed["meeting_point"]:
            return
        whole = self.chance.choice(sorted(placed["meeting_point"]))
        self.held.under["note"].add((item["id"], whole))
        made = self.held.rooms["agreement"]
        agreed = self.chance.choice(made) if made else None
        if agreed:
            self.held.agreed[item["id"]] = agreed
        self._add(Note, item, point_id=whole, kind="decision", agreement_id=agreed)

    def _handover_section(self, item: Fact) -> None:
        whole = self._put("section", item, "handover")
        if whole and self.codes[whole]:
            self._add(HandoverSection, item, handover_id=whole, code=self.codes[whole].pop(0),
                      state="filled")  # fmt: skip

    def _handover_task(self, item: Fact) -> None:
        self._line(item, "task")

    def _line(self, item: Fact, kind: str) -> None:
        if whole := self._put("line", item, "handover"):
            self._add(HandoverLine, item, handover_id=whole, kind=kind, given_at=self.now,
                      to_member_id=self._member())  # fmt: skip

    def _note(self, item: Fact) -> None:
        if whole := self._put("paper", item, "meeting_point"):
            self._add(Paper, item, point_id=whole)

    def _agreement(self, item: Fact) -> None:
        doer = self.held.asked[item["id"]] = self._member()
        self._add(Agreement, item, executor_id=doer, state_at=self.now)
        if whole := self._put("arranged", item, "needed"):
            self._add(Arranged, item, needed_id=whole)
        self._line(item, "agreement")

    def _purpose(self, item: Fact) -> None:
        if whole := self._put("purpose", item, "visit"):
            self._add(VisitPurpose, item, visit_id=whole)

    def _cooperation(self, item: Fact) -> None:
        said = {one.person_id for one in self.rows[Cooperation]}
        if item["author"] not in said:
            self.held.stands[item["id"]] = "said"
            self._add(Cooperation, item, person_id=item["author"], half=half_now(),
                      scores=[3, 3, 3, 3, 3, 3])  # fmt: skip

    def _advice(self, item: Fact) -> None:
        ended = len(self.rows[Advice]) % 3 == 0
        self._add(Advice, item, about_id=item["about"], topic="other", what="Iets", direction="do",
                  ended_at=self.now if ended else None,
                  ended_by_id=item["author"] if ended else None)  # fmt: skip

    def _carer_check(self, item: Fact) -> None:
        self._add(CarerCheck, item, about_id=item["about"], on_date=today(), holds=2)

    def _carer_offer(self, item: Fact) -> None:
        self._add(CarerOffer, item, about_id=item["about"])

    # --- what rests on items

    def _bottlenecks(self, by_id: dict[Id, Fact]) -> None:
        for _number in range(4):
            facts = self.chance.sample(sorted(by_id), 2)
            first, id = by_id[facts[0]], new_id()
            self.held.facts[str(id)] = facts
            self.rows[Bottleneck].append(Bottleneck(
                id=id, network_id=self.network["id"], kind="agreement_unaccepted", key=str(id),
                digest="", about_id=first["about"], facts=facts, since=self.now,
                opened_at=self.now, seriousness=5,
                subject=Subject[first["subject"].upper()],
            ))  # fmt: skip

    def _feeds(self) -> None:
        for person, member in self.seats:
            id = new_id()
            self.held.feeds[person] = token_of(id)
            self.rows[Feed].append(Feed(
                id=id, network_id=self.network["id"], person_id=person, member_id=member,
                titles=True, token_hash=token_hash(token_of(id)), made_at=self.now,
            ))  # fmt: skip
