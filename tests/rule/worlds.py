"""Random worlds in which everything the rule speaks of happens, wanted or not.

The same seed gives the same world, apart from the moment that counts as now and from ids, which
sort in the same order. Facts lie hours or days before and after now, so that nothing turns over
while a test looks at it; moments that are exactly equal (an item written at the microsecond a
permission began) are made on purpose.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import psycopg

from tests.rows import Row, item_row, permission_row, put
from zorgverband.base.clock import HOME
from zorgverband.base.ids import new_id

WORDS = ("fiets", "ziekenhuis", "boodschappen", "kleinzoon", "wandelen")
MICROSECOND = timedelta(microseconds=1)
MEDICAL_FIRST_OF_OTHERS = 6
SUBJECT_NUMBERS = range(1, 16)
CARER = 12
BIRTHDAYS = ((16, 1), (12, 0), (16, 0), (12, 1), (18, 1), (16, -200), (14, -90), (18, 1), (4, -9))


@dataclass
class World:
    """What was put there: ids as text, like in the dump."""

    networks: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    words: dict[str, set[str]] = field(default_factory=dict)
    in_news: set[str] = field(default_factory=set)
    happened: dict[str, datetime] = field(default_factory=dict)
    seen_until: dict[tuple[str, str], datetime] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)
    events: list[Row] = field(default_factory=list)
    notices: list[Row] = field(default_factory=list)
    looks: list[Row] = field(default_factory=list)


def build(
    owner: psycopg.Connection[Any],
    *,
    seed: int,
    networks: int,
    items: int,
    now: datetime | None = None,
) -> World:
    """Put `networks` networks with about `items` items each into the database, as the owner.

    `now` is the moment around which everything happened; facts that begin or end exactly then are
    made only when it is given, because only who holds the clock can look at exactly that moment.
    """
    maker = _Maker(Random(seed), now or datetime.now(UTC), exact=now is not None)
    maker.neighbourhood(networks)
    for _ in range(networks):
        maker.network(items)
        if len(maker.rows["sharing_item"]) > 20_000:
            maker.flush(owner)
    maker.flush(owner)
    return maker.world


class _Maker:
    def __init__(self, chance: Random, now: datetime, *, exact: bool) -> None:
        self.chance, self.now, self.exact = chance, now, exact
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self.world = World()
        self.adults: list[UUID] = []
        self.children: list[UUID] = []
        self.teams: list[UUID] = []
        self.taking_turns: dict[UUID, list[UUID]] = {}

    def flush(self, owner: psycopg.Connection[Any]) -> None:
        put(owner, self.rows)
        self.rows.clear()

    # --- moments

    def ago(self, days: float) -> datetime:
        return self.now - timedelta(days=days)

    def some_time_ago(self, most: float = 100) -> datetime:
        return self.ago(self.chance.uniform(0.1, most))

    def period(self) -> tuple[datetime, datetime | None]:
        """Mostly running; else ended, still to come, or (exact) on the edge of now."""
        begun = self.some_time_ago()
        choices: list[tuple[datetime, datetime | None]] = [
            (begun, None), (begun, None), (begun, self.now + timedelta(days=3)),
            (self.ago(90), self.ago(self.chance.uniform(0.1, 50))),
            (self.now + timedelta(days=2), None),
        ]  # fmt: skip
        if self.exact:
            choices += [(self.now, None), (begun, self.now)]
            choices += [(self.now + MICROSECOND, None), (begun, self.now + MICROSECOND)]
        return self.chance.choice(choices)

    def some(self, these: list[Any], most: int) -> list[Any]:
        return self.chance.sample(these, min(len(these), self.chance.randint(0, most)))

    def happens(self, part: float) -> bool:
        return self.chance.random() < part

    # --- persons and teams, shared by all networks

    def neighbourhood(self, networks: int) -> None:
        self.adults = [self.person(self._grown_up()) for _ in range(10 + networks * 5)]
        self.children = [self.person(self._young(n)) for n in range(networks * 2)]
        organisation = new_id()
        self.rows["people_organisation"].append(
            {"id": organisation, "name": "Organisatie", "kind": "home_care", "phone": ""}
        )
        for _ in range(3 + networks // 2):
            self.team(organisation)

    def person(self, born: date | None) -> UUID:
        id = new_id()
        self.rows["people_person"].append({
            "id": id, "given_name": "Iemand", "infix": "", "family_name": id.hex[-6:],
            "salutation": "", "key": "",
        })  # fmt: skip
        if born is not None:
            self.rows["people_personal"].append({"person_id": id, "birth_date": born})
        self.world.persons.append(str(id))
        return id

    def _grown_up(self) -> date | None:
        if self.happens(0.2):
            return None
        if self.happens(0.1):
            return self._years_ago(18) + timedelta(days=self.chance.randint(-1, 1))
        return date(1935, 1, 1) + timedelta(days=self.chance.randint(0, 25_000))

    def _young(self, number: int) -> date:
        # In turn, so that few networks have them all: who turns that age today (0), will
        # tomorrow (1) or did long ago.
        age, shift = BIRTHDAYS[number % len(BIRTHDAYS)]
        return self._years_ago(age) + timedelta(days=shift)

    def _years_ago(self, years: int) -> date:
        today = self.now.astimezone(HOME).date()
        leap = (today.month, today.day) == (2, 29)
        return today.replace(year=today.year - years, day=28 if leap else today.day)

    def team(self, organisation: UUID) -> None:
        id = new_id()
        self.rows["people_team"].append(
            {"id": id, "organisation_id": organisation, "name": "Team", "phone": ""}
        )
        # Teams draw from a few people, so that somebody often takes turns in two of them.
        people = self.chance.sample(self.adults[:9], self.chance.randint(3, 5))
        self.teams.append(id)
        self.taking_turns[id] = people
        for person in people:
            for _ in range(2 if self.happens(0.4) else 1):
                start, end = self.period()
                self.rows["people_teamperson"].append({
                    "id": new_id(), "team_id": id, "person_id": person, "function": "nurse",
                    "starts_at": start, "ends_at": end,
                })  # fmt: skip

    def next_child(self) -> UUID:
        self.children.append(self.children.pop(0))
        return self.children[-1]

    # --- one network

    def network(self, items: int) -> None:
        here = _Network(self, new_id())
        self.world.networks.append(str(here.id))
        self.rows["networks_network"].append(
            {"id": here.id, "created_at": self.ago(200), "closed_at": None}
        )
        here.people()
        here.facts()
        here.items(items)


@dataclass
class _Joined:
    id: UUID
    side: str
    person: UUID | None
    team: UUID | None


class _Network:
    def __init__(self, maker: _Maker, id: UUID) -> None:
        self.m, self.id = maker, id
        self.members: list[_Joined] = []
        self.current: set[UUID] = set()
        self.clients: list[_Joined] = []
        self.leaving: set[UUID] = set()
        self.compartments: list[UUID] = []
        self.permitted_since: list[datetime] = []

    @property
    def chance(self) -> Random:
        return self.m.chance

    def add(self, table: str, **row: Any) -> None:
        self.m.rows[table].append({"id": new_id(), "network_id": self.id} | row)

    def people(self) -> None:
        clients = [self.m.next_child() for _ in range(self.chance.choice([0, 1, 1, 2]))]
        if not clients or self.m.happens(0.6):
            clients.append(self.chance.choice(self.m.adults))
        staying = self.chance.choice(clients)
        for person in clients:
            gone = person != staying and self.m.happens(0.5)
            self.clients.append(self.join("client", person=person, any_period=gone))
            self.leaving |= {self.clients[-1].id} if gone else set()
        helpers = [person for person in self.m.adults if person not in clients]
        for person in self.chance.sample(helpers, self.chance.randint(7, 11)):
            side = self.chance.choice(["family", "family", "care", "care", "social"])
            if self.m.happens(0.2):
                self.join(self.chance.choice(["family", "care", "social"]), person, left=True)
            self.join(side, person=person, any_period=self.m.happens(0.3))
            if self.m.happens(0.1):
                # Leaves in three days, and is there in another way already: two hats.
                self.join(self.chance.choice(["family", "care"]), person=person)
                self.leave_soon(person)
        for team in self.chance.sample(self.m.teams, min(3, len(self.m.teams))):
            side = self.chance.choice(["care", "care", "social"])
            if self.m.happens(0.15):
                self.join(side, team=team, left=True)
            self.join(side, team=team, any_period=self.m.happens(0.2))

    def join(
        self,
        side: str,
        person: UUID | None = None,
        team: UUID | None = None,
        *,
        left: bool = False,
        any_period: bool = False,
    ) -> _Joined:
        joined, until = self.m.some_time_ago(), None
        if left:
            joined, until = self.m.ago(150), self.m.ago(self.chance.uniform(101, 140))
        elif any_period:
            joined, until = self.m.period()
        one = _Joined(new_id(), side, person, team)
        self.members.append(one)
        self.m.rows["networks_member"].append({
            "id": one.id, "network_id": self.id, "person_id": person, "team_id": team,
            "side": side, "coordinator": self.m.happens(0.1), "first_contact": False,
            "joined_at": joined, "left_at": until, "compartment": None,
        })  # fmt: skip
        self.add("networks_role", member_id=one.id, function="other_care", description="",
                 organisation_id=None, phone="", known=False)  # fmt: skip
        for somebody in [person] if person else self.m.taking_turns[team] if team else []:
            self.add("networks_presence", member_id=one.id, person_id=somebody)
        return one

    def leave_soon(self, person: UUID) -> None:
        rows = [row for row in self.m.rows["networks_member"] if row["network_id"] == self.id]
        open_ended = [row for row in rows if row["person_id"] == person and not row["left_at"]]
        for row in open_ended[:-1]:
            row["left_at"] = max(row["joined_at"], self.m.now + timedelta(days=3))

    @property
    def persons(self) -> list[UUID]:
        """Everybody a membership is of, or a team brings in."""
        found = [one.person for one in self.members if one.person]
        for one in self.members:
            found += self.m.taking_turns[one.team] if one.team else []
        return found

    def ids(self, *sides: str) -> list[UUID]:
        return [one.id for one in self.members if not sides or one.side in sides]

    def facts(self) -> None:
        self.exclusions_and_hats()
        self.compartments_and_who_is_in_them()
        for client in self.clients:
            self.acting_for(client)
        if self.m.happens(0.4):
            self.deaths()
        for member in self.members:
            self.permissions(member)
        for _ in range(self.chance.randint(3, 7)):
            self.emergency()

    def exclusions_and_hats(self) -> None:
        for person in self.m.some(self.persons, 2):
            start, end = self.m.period()
            self.add("networks_exclusion", person_id=person, starts_at=start, ends_at=end)
        chosen = dict.fromkeys(self.m.some(self.persons, 6))
        # Who has two hats here: sometimes they chose, sometimes not, sometimes wrongly.
        own = [one.person for one in self.members if one.person]
        chosen |= dict.fromkeys(one for one in own if own.count(one) > 1 and self.m.happens(0.6))
        teams = [one for one in self.members if one.team]
        turns = [person for one in teams for person in self.m.taking_turns[one.team or new_id()]]
        chosen |= dict.fromkeys(
            one for one in turns if turns.count(one) > 1 and self.m.happens(0.5)
        )
        for person in chosen:
            pool = [one for one in self.members if one.person == person] or [
                one for one in teams if person in self.m.taking_turns[one.team or new_id()]
            ]
            member = self.chance.choice(pool or self.members)
            self.add("networks_hat", person_id=person, member_id=member.id)

    def compartments_and_who_is_in_them(self) -> None:
        for _ in range(self.chance.randint(0, 2)):
            compartment = new_id()
            self.compartments.append(compartment)
            self.m.rows["sharing_compartment"].append({
                "id": compartment, "network_id": self.id, "created_at": self.m.ago(99),
                "made_by_id": self.chance.choice(self.persons),
            })  # fmt: skip
            for opens in (self.m.now - timedelta(days=1), self.m.now + timedelta(hours=2)):
                if self.m.happens(0.4):
                    withdrawn = opens - timedelta(hours=1) if self.m.happens(0.3) else None
                    self.add("safety_opening", compartment_id=compartment, opens_at=opens,
                             note="", decided_by_id=self.chance.choice(self.persons),
                             decided_at=self.m.ago(9), withdrawn_at=withdrawn)  # fmt: skip
            for member in self.m.some(self.ids(), 5):
                self.add("sharing_compartmentmember", compartment_id=compartment, member_id=member)
        if self.compartments:
            for row in self.m.rows["networks_member"]:
                if row["network_id"] == self.id and self.m.happens(0.2):
                    row["compartment"] = self.chance.choice(self.compartments)

    def acting_for(self, client: _Joined) -> None:
        for member in self.m.some(self.ids("family", "care", "social"), 5):
            start, end = self.m.period()
            self.add(
                "networks_representation", client_id=client.id, representative_id=member,
                ground="authorisation", document="",
                subjects=self.chance.sample(SUBJECT_NUMBERS, self.chance.randint(0, 15)),
                starts_at=start, ends_at=end, review_on=None,
            )  # fmt: skip
        for member in self.m.some(self.ids("family"), 4):
            start, end = (self.m.ago(80), None) if self.m.happens(0.4) else self.m.period()
            self.add("networks_authority", child_id=client.id, parent_id=member,
                     starts_at=start, ends_at=end)  # fmt: skip
        for number in range(self.chance.randint(0, 3)):
            start, end = self.m.period()
            self.add(
                "networks_control", client_id=client.id,
                state=self.chance.choice(["self", "supported", "represented", "represented", "interim"]),
                holder_id=self.chance.choice([None, self.chance.choice(self.ids())]), ground="",
                starts_at=start - number * timedelta(hours=1), ends_at=end,
            )  # fmt: skip

    def deaths(self) -> None:
        """Some clients die, all of them, or all but who may have left; some members keep something,
        of the living too."""
        how = self.chance.choice(["some", "all", "who stay", "who stay"])
        for client in self.clients:
            dies = how == "all" or (how == "who stay" and client.id not in self.leaving)
            if dies or (how == "some" and self.m.happens(0.6)):
                # Of those who stay all must be dead now: only then it matters who left.
                start, end = (self.m.ago(1), None) if how == "who stay" else self.m.period()
                self.add(
                    "networks_death", client_id=client.id, died_on=self.m.ago(2).date(),
                    entered_by_id=self.chance.choice(self.persons), starts_at=start, ends_at=end,
                )  # fmt: skip
        for _ in range(self.chance.randint(6, 24)):
            start, end = self.m.period()
            self.add(
                "networks_keptaccess", member_id=self.chance.choice(self.ids()),
                about_id=self.chance.choice(
                    [one.id for one in self.clients] * 2 + [self.id] + self.ids("family")[:1]
                ),
                subjects=self.chance.sample(SUBJECT_NUMBERS, self.chance.randint(0, 15)),
                can_write=self.m.happens(0.3), ground="keeper", note="",
                entered_by_id=self.chance.choice(self.persons), starts_at=start, ends_at=end,
            )  # fmt: skip

    @property
    def abouts(self) -> list[UUID]:
        return [one.id for one in self.clients] + [self.id] + self.ids("family")[:2]

    def permissions(self, member: _Joined) -> None:
        for about in self.abouts:
            medical_too = about != self.id
            for subject in SUBJECT_NUMBERS if medical_too else range(MEDICAL_FIRST_OF_OTHERS, 16):
                if not self.m.happens(0.4):
                    continue
                since = self.chance.choice([self.m.ago(300), self.m.some_time_ago()])
                if self.m.happens(0.1):
                    since = self.m.now + timedelta(days=1)
                    if self.m.exact and self.m.happens(0.5):
                        since = self.m.now + self.chance.choice([timedelta(0), MICROSECOND])
                else:
                    self.permitted_since.append(since)
                self.m.rows["sharing_permission"].append(
                    permission_row(
                        network=self.id, member=member.id, about=about, subject=subject,
                        read=self.m.happens(0.75), write=self.m.happens(0.4),
                        past=self.m.happens(0.3), since=since,
                    )
                )  # fmt: skip

    def emergency(self) -> None:
        care = [one for one in self.members if one.side == "care"]
        member = self.chance.choice(care if care and self.m.happens(0.6) else self.members)
        start = self.chance.choice(
            [self.m.now - timedelta(minutes=20)] * 3
            + [self.m.ago(1), self.m.now + timedelta(hours=3)]
        )
        ends = start + timedelta(minutes=50)
        if self.m.exact and self.m.happens(0.5):
            start, ends = self.chance.choice([
                (self.m.now - timedelta(minutes=20), self.m.now),
                (self.m.now, self.m.now + timedelta(minutes=20)),
            ])  # fmt: skip
        self.add(
            "sharing_emergency", member_id=member.id, client_id=self.chance.choice(self.clients).id,
            person_id=self.chance.choice(self.persons), reason="reden", starts_at=start,
            ends_at=ends, reviewed_by_id=None, reviewed_at=None,
        )  # fmt: skip

    def items(self, count: int) -> None:
        for _ in range(count):
            self.item()
        self.lent()
        for person in self.m.some(list(dict.fromkeys(self.persons)), 5):
            seen = self.m.some_time_ago()
            self.m.world.seen_until[str(person), str(self.id)] = seen
            self.m.rows["sharing_readmark"].append(
                {"id": new_id(), "person_id": person, "network_id": self.id, "seen_until": seen}
            )
        for member in self.m.some(self.members, 8):
            self.event("joined", member=member.id)
        self.event("founded")
        for _ in range(40):
            self.look()

    def item(self) -> None:
        about, subject = self._about_and_subject()
        author, member = self._author()
        words = set(self.m.some(list(WORDS), 2))
        row = item_row(
            network=self.id, about=about, subject=subject, author=author, author_member=member,
            at=self._moment(), body=" ".join(["Dit is", *sorted(words)]),
        ) | {
            "in_news": self.m.happens(0.9),
            "audience": self._members() if self.m.happens(0.35) else None,
            "denied": self._members() if self.m.happens(0.25) else [],
            "allowed": self._members() if self.m.happens(0.25) else [],
            "withdrawn_at": self.m.ago(0.05) if self.m.happens(0.03) else None,
        }  # fmt: skip
        if self.m.happens(0.2):
            # Written down later than it happened, or about something still to come.
            row["happened_at"] += timedelta(days=self.chance.choice([-60, -9, -1, 0.1]))
        if self.compartments and self.m.happens(0.12):
            row["compartment_id"] = self.chance.choice(self.compartments)
        self.m.rows["sharing_item"].append(row)
        self._remember(row, words)

    def lent(self) -> None:
        """Somebody handles a complaint and reads some subjects for it, from a moment on or all."""
        mine = [row for row in self.m.rows["sharing_item"] if row["network_id"] == self.id]
        for item in self.chance.sample(mine, min(len(mine), 6)):
            handler, since = self.chance.choice(self.ids()), self.chance.choice(mine)["created_at"]
            start, end = self.m.period()
            self.m.rows["complaints_complaint"].append({
                "item_id": item["id"], "network_id": self.id, "kind": "complaint",
                "against_id": None, "handler_id": handler, "receipt_by": self.m.now.date(),
                "received_at": None, "answer_by": self.m.now.date(), "extended_at": None,
                "extended_because": "", "answered_at": None, "outcome": "", "satisfied": None,
                "ends_at": self.m.period()[1],
            })  # fmt: skip
            self.add(
                "complaints_insight", complaint_id=item["id"], member_id=handler,
                about_id=self.chance.choice(self.abouts), given_by_id=self.chance.choice(self.persons),
                subjects=self.chance.sample(SUBJECT_NUMBERS, self.chance.randint(1, 6)),
                reads_from=self.chance.choice([None, since, since + MICROSECOND]), wording="",
                starts_at=start, ends_at=end,
            )  # fmt: skip

    def _remember(self, row: Row, words: set[str]) -> None:
        item = str(row["id"])
        self.m.world.words[item] = words
        self.m.world.happened[item] = row["happened_at"]
        if row["in_news"]:
            self.m.world.in_news.add(item)
        if row["withdrawn_at"]:
            self.m.world.withdrawn.add(item)
        elif self.m.happens(0.1):
            self.event("shared", item=row["id"])

    def _about_and_subject(self) -> tuple[UUID, int]:
        if self.m.happens(0.12):
            return self.id, self.chance.randint(MEDICAL_FIRST_OF_OTHERS, 15)
        carers = self.ids("family")
        if carers and self.m.happens(0.12):
            return self.chance.choice(carers), CARER
        return self.chance.choice(self.clients).id, self.chance.choice(SUBJECT_NUMBERS)

    def _author(self) -> tuple[UUID, UUID]:
        """Anybody of the network, through any membership here: also one that ended."""
        member = self.chance.choice(self.members)
        person = member.person
        if person is None:
            person = self.chance.choice(self.m.taking_turns[member.team or new_id()])
        return person, member.id

    def _moment(self) -> datetime:
        """Any moment; or exactly when some permission began, or a microsecond beside that."""
        if self.permitted_since and self.m.happens(0.3):
            shift = self.chance.choice([timedelta(0), timedelta(0), -MICROSECOND, MICROSECOND])
            return self.chance.choice(self.permitted_since) + shift
        return self.m.some_time_ago()

    def _members(self) -> list[UUID]:
        """Some members of this network, those who left too; now and then nobody."""
        return self.m.some(self.ids(), 6)

    def event(self, verb: str, *, item: Any = None, member: Any = None) -> None:
        to = self.chance.choice(self.persons) if self.m.happens(0.2) else None
        row = {
            "id": new_id(), "network_id": self.id, "verb": verb, "item_id": item,
            "member_id": member, "person_id": self.chance.choice(self.persons),
            "to_person_id": to, "at": self.m.now,
        }  # fmt: skip
        self.m.rows["journal_event"].append(row)
        self.m.world.events.append(row)
        self.notices(row)

    def notices(self, event: Row) -> None:
        """That somebody was told, whether or not they may know of it now."""
        for person in self.m.some(list(dict.fromkeys(self.persons)), 4):
            row = {
                "id": new_id(), "person_id": person, "event_id": event["id"],
                "network_id": self.id, "item_id": event["item_id"], "kind": "news",
                "at": self.m.some_time_ago(), "read_at": None, "bundle": "",
            }  # fmt: skip
            self.m.rows["notifications_notice"].append(row)
            self.m.world.notices.append(row)

    def look(self) -> None:
        about, subject = self._about_and_subject()
        person, member = self._author()
        compartment = None
        if self.compartments and self.m.happens(0.5):
            compartment = self.chance.choice(self.compartments)
        row = {
            "id": new_id(), "network_id": self.id, "about_id": about, "subject": subject,
            "compartment_id": compartment, "person_id": person, "person_name": "Iemand",
            "member_id": member, "side": "care", "function": "gp", "organisation": "",
            "action": "R", "door": "news", "items": [], "ground": "permission", "address": "",
            "source": "zorgverband", "outcome": "ok", "at": self.m.some_time_ago(),
        }  # fmt: skip
        self.m.rows["journal_look"].append(row)
        self.m.world.looks.append(row)
