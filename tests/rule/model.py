"""The rule of visibility.md in plain Python, over the facts of `dump --json`.

Written from the page alone, not from the SQL: where the two differ, one of them is wrong. Slow and
plain on purpose; each method says which sentence of the page it stands for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

MEDICAL = {"health", "medication", "results", "treatment", "mind"}
SUBJECTS = [
    "health", "medication", "results", "treatment", "mind", "day", "home", "people", "work",
    "money", "upbringing", "carer", "coming", "arrangements", "story",
]  # fmt: skip
WALL, COMPARTMENT, AUTHOR, OWN, DENY, ALLOW, AUDIENCE, PERMISSION, EMERGENCY, NOTHING = range(1, 11)
ENDED = 11

Fact = Mapping[str, Any]
Id = str


@dataclass
class Rule:
    """One network of the dump at one moment, and what the page says about it."""

    network: Fact
    now: datetime

    # --- Member: "Each person reads a network through exactly one active membership: their own,
    # else that of a team they are in at this moment; someone with two hats must choose one.
    # Whoever holds control can exclude a person: then no team lets that person in."

    @cached_property
    def members(self) -> dict[Id, Fact]:
        """Every membership, past and future ones too, by id."""
        return {member["id"]: member for member in self.network["members"]}

    @cached_property
    def seats(self) -> dict[Id, Fact]:
        """By person: the one membership through which they read now."""
        found = {}
        for person in self.persons:
            member = self._seat(person)
            if member is not None:
                found[person] = member
        return found

    @cached_property
    def persons(self) -> set[Id]:
        """Everybody who is or was a member, or in a team that is or was one."""
        people = {member["person"] for member in self.members.values() if member["person"]}
        for team in self.network["teams"]:
            people |= {turn["person"] for turn in team["people"]}
        return people

    def _seat(self, person: Id) -> Fact | None:
        if person in self._excluded:
            return None
        active = [member for member in self.members.values() if self._active(member)]
        # Inside a compartment nobody else sees that somebody takes part; so it never changes
        # through which membership they read what others see them read.
        openly = [member for member in active if member["compartment"] is None]
        inside = [member for member in active if member["compartment"] is not None]
        for members in (openly, inside):
            own = [member for member in members if member["person"] == person]
            by_team = [
                member
                for member in members
                if member["team"] and person in self._taking_turns.get(member["team"], ())
            ]
            if own or by_team:
                return self._still_there(self._one_hat(person, own or by_team))
        return None

    def _one_hat(self, person: Id, choices: list[Fact]) -> Fact | None:
        if len(choices) < 2:
            return choices[0] if choices else None
        chosen = {hat["member"] for hat in self.network["hats"] if hat["person"] == person}
        return next((member for member in choices if member["id"] in chosen), None)

    def _still_there(self, member: Fact | None) -> Fact | None:
        # Who died reads nothing; when no client lives, only who keeps something is left.
        if member is None or member["id"] in self._dead:
            return None
        if self.network["id"] in self._dead and member["id"] not in self._keeping:
            return None
        return member

    def _active(self, member: Fact) -> bool:
        return self._runs(member, "joined", "left")

    def _runs(self, fact: Fact, start: str = "from", end: str = "to") -> bool:
        begun = moment(fact[start]) <= self.now
        return begun and (fact[end] is None or self.now < moment(fact[end]))

    @cached_property
    def _excluded(self) -> set[Id]:
        return {fact["person"] for fact in self.network["exclusions"] if self._runs(fact)}

    @cached_property
    def _taking_turns(self) -> dict[Id, set[Id]]:
        return {
            team["id"]: {turn["person"] for turn in team["people"] if self._runs(turn)}
            for team in self.network["teams"]
        }

    # --- The decision

    def may_read(self, person: Id, item: Fact) -> bool:
        """ "A person P may read item I if and only if P has an active membership M in I's network
        (and is not excluded) and the first line that applies says yes." """
        return self.line(person, item) > 0

    def line(self, person: Id, item: Fact) -> int:
        """The number of the first line that applies, below zero for no; 0 for who has no seat."""
        member = self.seats.get(person)
        return 0 if member is None else self._decide(person, member, item)

    def _decide(self, person: Id, member: Fact, item: Fact) -> int:
        mine, medical = member["id"], item["subject"] in MEDICAL
        if medical and member["side"] == "social":
            return -WALL
        if item["about"] in self._dead and item["subject"] not in self._kept(mine, item["about"]):
            return -ENDED
        if item["compartment"] is not None:
            named = mine in self._named.get(item["compartment"], ())
            return COMPARTMENT if named else -COMPARTMENT
        if item["author"] == person:
            return AUTHOR
        if self._own(mine, item["about"], item["subject"]):
            return OWN
        if mine in item["denied"]:
            return -DENY
        if mine in item["allowed"]:
            return ALLOW
        if item["audience"] is not None and mine not in item["audience"]:
            return -AUDIENCE
        if self._permitted(mine, item):
            return PERMISSION
        if medical and member["side"] == "care" and (mine, item["about"]) in self._emergencies:
            return EMERGENCY
        return -NOTHING

    @cached_property
    def _named(self) -> dict[Id, set[Id]]:
        return {fact["id"]: set(fact["members"]) for fact in self.network["compartments"]}

    # --- Deceased: "writing frozen, access ends except as recorded"

    @cached_property
    def _dead(self) -> set[Id]:
        """Clients whose death is recorded now, and the household in which no client lives."""
        dead = {fact["client"] for fact in self.network["deaths"] if self._runs(fact)}
        living = [
            member
            for member in self.members.values()
            if member["side"] == "client" and self._active(member) and member["id"] not in dead
        ]
        return dead | {self.network["id"]} if dead and not living else dead

    @cached_property
    def _keeping(self) -> set[Id]:
        """The memberships for which something about somebody dead is kept."""
        return {
            fact["member"]
            for fact in self.network["kept"]
            if self._runs(fact) and fact["about"] in self._dead
        }

    def _kept(self, member: Id, about: Id, *, writing: bool = False) -> set[str]:
        found: set[str] = set()
        for fact in self.network["kept"]:
            if (fact["member"], fact["about"]) == (member, about) and self._runs(fact):
                found |= set(fact["subjects"]) if fact["write"] or not writing else set()
        return found

    def _own(self, member: Id, about: Id, subject: str) -> bool:
        # "I is about M itself, or about a client whom M represents now for this subject"; nobody
        # acts for the dead.
        if about in self._dead:
            return False
        return about == member or subject in self._seen_as_own.get((member, about), ())

    @cached_property
    def _seen_as_own(self) -> dict[tuple[Id, Id], set[str]]:
        found: dict[tuple[Id, Id], set[str]] = {}
        for fact in self.network["representations"]:
            if self._runs(fact):
                pair = (fact["representative"], fact["client"])
                found.setdefault(pair, set()).update(fact["subjects"])
        # "under 12: parents with authority see as the child does; 12 to 15: parents with
        # authority see too; from 16: parents see only what permission gives them"
        for child, parent in self._authority:
            if self._age(child) < 16:
                found[parent, child] = set(SUBJECTS)
        return found

    @cached_property
    def _authority(self) -> set[tuple[Id, Id]]:
        facts = self.network["authorities"]
        return {(fact["child"], fact["parent"]) for fact in facts if self._runs(fact)}

    def _permitted(self, member: Id, item: Fact) -> bool:
        if item["about"] in self._dead:
            return item["subject"] in self._kept(member, item["about"])
        if self._lent(member, item):
            return True
        fact = self._permissions.get((member, item["about"], item["subject"]))
        if fact is None or not fact["read"]:
            return False
        return bool(fact["past"]) or moment(item["created"]) >= moment(fact["since"])

    def _lent(self, member: Id, item: Fact) -> bool:
        # A permission that ends: for who handles a complaint, as long as that runs.
        return any(
            (fact["member"], fact["about"]) == (member, item["about"])
            and item["subject"] in fact["subjects"]
            and self._runs(fact)
            and (fact["since"] is None or moment(item["created"]) >= moment(fact["since"]))
            for fact in self.network["lent"]
        )

    @cached_property
    def _permissions(self) -> dict[tuple[Id, Id, str], Fact]:
        # "since when": what begins later is not given yet, whether or not the past is included.
        facts = [one for one in self.network["permissions"] if moment(one["since"]) <= self.now]
        return {(fact["member"], fact["about"], fact["subject"]): fact for fact in facts}

    @cached_property
    def _emergencies(self) -> set[tuple[Id, Id]]:
        facts = [one for one in self.network["emergencies"] if one["client"] not in self._dead]
        return {(fact["member"], fact["client"]) for fact in facts if self._runs(fact)}

    @cached_property
    def _opened(self) -> set[Id]:
        """The compartments of which the log is open to the client now."""
        return {
            fact["id"]
            for fact in self.network["compartments"]
            for opens in fact["opens"]
            if moment(opens) <= self.now
        }

    # --- Minors: "computed at the moment of the request from dated facts"

    def _age(self, member: Id) -> int:
        person = self.members[member]["person"]
        born = self.network["births"].get(person)
        if born is None:
            return 99
        today = self.now.astimezone(ZoneInfo("Europe/Amsterdam")).date()
        birth = date.fromisoformat(born)
        return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))

    # --- Control: "each client controls what is about them; each informal carer what is about
    # themselves; the household's items are controlled by its adult clients together. Control can
    # be supported, represented or held ad interim by the coordinator."

    def controls(self, person: Id, about: Id, subject: str) -> bool:
        """Whether this person decides now on `subject` of what is about `about`."""
        member = self.seats.get(person)
        if member is None or (subject in MEDICAL and member["side"] == "social"):
            return False
        return subject in self.controllers(about).get(member["id"], set())

    def controllers(self, about: Id) -> dict[Id, set[str]]:
        """The memberships that decide on `about` and on which subjects, whoever sits in them."""
        if about in self._control:
            return self._control[about]
        found: dict[Id, set[str]] = {}
        if about == self.network["id"]:
            adults = [one for one in self._clients if self._age(one) >= 18]
            for client in adults or self._clients:
                for member, subjects in self._deciders(client).items():
                    found.setdefault(member, set()).update(subjects - MEDICAL)
        elif about in self._clients:
            found = self._deciders(about)
        elif about in self.members and self.members[about]["side"] == "family":
            found = {about: {"carer"}}
        self._control[about] = found
        return found

    @cached_property
    def _control(self) -> dict[Id, dict[Id, set[str]]]:
        return {}

    @cached_property
    def _clients(self) -> list[Id]:
        return [
            member["id"]
            for member in self.members.values()
            if member["side"] == "client"
            and self._active(member)
            and member["id"] not in self._dead
        ]

    def _deciders(self, client: Id) -> dict[Id, set[str]]:
        state, holder = self._state(client)
        found: dict[Id, set[str]] = {}
        if self._age(client) >= 12 and state in {"self", "supported"}:
            found[client] = set(SUBJECTS)
        if self._age(client) < 16:
            found |= {parent: set(SUBJECTS) for child, parent in self._authority if child == client}
        if state == "represented":
            facts = self.network["representations"]
            # "Representation has ... a scope of subjects"
            for one in facts:
                if one["client"] == client and self._runs(one):
                    found.setdefault(one["representative"], set()).update(one["subjects"])
        if state == "interim" and holder is not None:
            found[holder] = set(SUBJECTS)
        return found

    def _state(self, client: Id) -> tuple[str, Id | None]:
        facts = [one for one in self.network["control"] if one["client"] == client]
        running = [one for one in facts if self._runs(one)]
        newest = max(running, key=lambda one: moment(one["from"]), default=None)
        return (newest["state"], newest["holder"]) if newest else ("self", None)

    # --- Writing: "needs write permission for (about, subject), or control over that about; for
    # medical subjects always a side other than social."

    def may_write(self, person: Id, about: Id, subject: str) -> bool:
        """Whether this person may write an item with this about and subject now."""
        return self.can_be_about(about, subject) and self.holds_write(person, about, subject)

    def holds_write(self, person: Id, about: Id, subject: str) -> bool:
        """The same, whether or not there can be such an item."""
        member = self.seats.get(person)
        if member is None or (subject in MEDICAL and member["side"] == "social"):
            return False
        if about in self._dead:
            return subject in self._kept(member["id"], about, writing=True)
        given = self._permissions.get((member["id"], about, subject))
        return bool(given and given["write"]) or self.controls(person, about, subject)

    def can_be_about(self, about: Id, subject: str) -> bool:
        """ "about: one client; or the household as a whole; or, for subject carer only, one
        informal carer"; "medical is about one client, never about the household" """
        if about == self.network["id"]:
            return subject not in MEDICAL
        side = self.members[about]["side"] if about in self.members else ""
        return side == "client" or (side == "family" and subject == "carer")

    # --- What follows: who is told, and of whom one sees that they take part

    def sees_member(self, person: Id, member: Id) -> bool:
        """ "A member may join inside a safety compartment: then only those named in it see that
        this person takes part." """
        seat = self.seats.get(person)
        if seat is None:
            return False
        inside = self.members[member]["compartment"]
        return inside is None or seat["id"] == member or seat["id"] in self._named.get(inside, ())

    def knows_event(self, person: Id, item: Fact | None, member: Id | None) -> bool:
        """Whether this person may know of what happened to this item, or to this member:
        "everything follows the item", and who takes part is seen as above."""
        if person not in self.seats:
            return False
        if item is not None and not self.may_read(person, item):
            return False
        return member is None or self.sees_member(person, member)

    def sees_look(self, person: Id, look: Fact) -> bool:
        """ "The client can read the log", of what is about them, themselves or by who represents
        them for that subject; of the household by who decides on it. Within the wall and within
        compartments."""
        seat = self.seats.get(person)
        if seat is None or (look["subject"] in MEDICAL and seat["side"] == "social"):
            return False
        inside = look["compartment"]
        if inside is None and not self.sees_member(person, look["member"]):
            return False
        if inside is not None and seat["id"] not in self._named.get(inside, ()):
            # "The represented client's view of it opens at a recorded date or decision."
            return look["about"] == seat["id"] and inside in self._opened
        if look["about"] == self.network["id"]:
            rest = set(SUBJECTS) - MEDICAL
            return self.controllers(look["about"]).get(seat["id"], set()) >= rest
        return self._own(seat["id"], look["about"], look["subject"])

    def new(self, person: Id, about: Id, subject: str) -> tuple[int, bool]:
        """The line that would decide on something new by another, without readers of its own, and
        whether this person could write such a thing."""
        item: dict[str, Any] = {
            "about": about, "subject": subject, "author": None, "audience": None, "denied": [],
            "allowed": [], "compartment": None, "created": self.now.isoformat(),
        }  # fmt: skip
        return self.line(person, item), self.holds_write(person, about, subject)

    def readers(self, item: Fact) -> set[Id]:
        """Everybody who may read this item now."""
        return {person for person in self.seats if self.may_read(person, item)}

    def reasons(self, viewer: Id, item: Fact) -> set[tuple[Id, Id, int]]:
        """(membership, person, line) of everybody the viewer may see; empty for no reader."""
        if not self.may_read(viewer, item):
            return set()
        return {
            (seat["id"], person, self.line(person, item))
            for person, seat in self.seats.items()
            if self.sees_member(viewer, seat["id"])
        }


_moments: dict[str, datetime] = {}


def moment(text: str) -> datetime:
    """The moment a text of the dump names; remembered, since the same ones come again and again."""
    found = _moments.get(text)
    if found is None:
        found = _moments[text] = datetime.fromisoformat(text)
    return found


def rules(dump: Mapping[str, Any], now: datetime | None = None) -> Iterable[Rule]:
    """The rule for every network of a dump, at its own moment or at another."""
    at = now or moment(dump["now"])
    return [Rule(network, at) for network in dump["networks"]]


def seats(network: Fact, now: datetime) -> dict[Id, Id]:
    """By person: the id of the one membership through which they read this network at `now`."""
    return {person: member["id"] for person, member in Rule(network, now).seats.items()}


def line(network: Fact, person: Id, item: Fact, now: datetime) -> int:
    """The line of the page that decides for this person and item; above zero is yes."""
    return Rule(network, now).line(person, item)


def may_read(network: Fact, person: Id, item: Fact, now: datetime) -> bool:
    """Whether this person may read this item at `now`."""
    return Rule(network, now).may_read(person, item)
