"""Random acts of every kind that changes who reads what, mostly by somebody who may."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from tests.rule.model import MEDICAL, SUBJECTS, Rule
from zorgverband.base.clock import today
from zorgverband.base.viewer import Seat
from zorgverband.complaints.actions import (
    answer_complaint,
    end_complaint,
    give_insight,
    stop_insight,
)
from zorgverband.complaints.models import Complaint, Insight
from zorgverband.control import actions as deciding
from zorgverband.control.actions.represent import Mandate
from zorgverband.membership import actions as going
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.people.models import Organisation
from zorgverband.sharing import actions
from zorgverband.sharing.actions import Reading
from zorgverband.sharing.models import Permission
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.actions.begin_consultation import begin_consultation
from zorgverband.talks.actions.begin_conversation import begin_conversation
from zorgverband.talks.actions.report import report

Act = Callable[[Seat], object]


@dataclass(frozen=True)
class Attempt:
    """One act of one person; `items` when only who reads these can change."""

    name: str
    person: str
    act: Act
    items: list[UUID] | None = None


KINDS = (
    "permission", "objection_to_member", "objection_ended", "exception", "exception_ended",
    "audience", "moved", "role", "coordinator", "removed", "left", "excluded", "readmitted",
    "admitted", "supported", "represented", "taken_back", "authority",
    "insight", "insight_ended", "answered", "ended", "reported", "conversed", "consulted",
)  # fmt: skip
# What empties a network is done less often than what changes who reads what in it.
OFTEN = (*KINDS, *KINDS[:8], "permission", "exception")


def attempt(chance: Random, rule: Rule, kinds: Sequence[str] = OFTEN) -> Attempt | None:
    """A random act in this network; None when nobody could do one of that kind."""
    if not rule._clients or not rule.seats:
        return None
    return getattr(Making(chance, rule), chance.choice(kinds))()  # type: ignore[no-any-return]


_ROLES = [one for one in FUNCTIONS.values() if one.code != "client"]


class Making:
    """What somebody does, chosen by chance from what stands in the network."""

    def __init__(self, chance: Random, rule: Rule) -> None:
        self.chance, self.rule = chance, rule
        self.members = [one for one in rule.members if rule._active(rule.members[one])]

    def _one(self, those: Sequence[Any]) -> Any:
        return self.chance.choice(those) if those else None

    def _decider(self, about: str, subject: str) -> Any:
        """Mostly who decides on it; now and then anybody."""
        those = [one for one in self.rule.seats if self.rule.controls(one, about, subject)]
        anybody = self.chance.random() < 0.05
        return self._one(sorted(self.rule.seats) if anybody else sorted(those))

    def _leader(self) -> Any:
        return self._one(sorted(one for one in self.rule.seats if self._leads(one)))

    def _leads(self, person: str) -> bool:
        seat = self.rule.seats[person]
        return bool(seat["coordinator"]) or self._decides(person)

    def _decides(self, person: str) -> bool:
        clients = self.rule._clients
        return any(
            self.rule.controls(person, one, code) for one in clients for code in ("day", "home")
        )

    def _about(self) -> tuple[str, str]:
        about = self._one([*self.rule._clients, self.rule.network["id"]])
        return about, self._one([one for one in SUBJECTS if about != self.rule.network["id"]
                                 or one not in MEDICAL])  # fmt: skip

    def _item(self, person: str | None = None) -> Any:
        """An item somebody who decides reads (or this person wrote), with who that is."""
        pool = self.chance.sample(
            self.rule.network["items"], min(30, len(self.rule.network["items"]))
        )
        for item in pool:
            by = self._decider(item["about"], item["subject"])
            if self.chance.random() < 0.3 and item["author"] in self.rule.seats:
                by = item["author"]
            if by and self.rule.may_read(by, item):
                return item, by
        return None, None

    def _member(self) -> UUID:
        return UUID(self._one(self.members))

    # --- kinds of acts

    def permission(self) -> Attempt | None:
        about, subject = self._about()
        by = self._decider(about, subject)
        wanted: dict[str, Any] = {
            "about": UUID(about), "subject": Subject[subject.upper()], "member": self._member(),
            "reading": self._one([Reading.NONE, Reading.NEW, Reading.PAST]),
            "writing": self.chance.random() < 0.5,
        }  # fmt: skip
        return self._by("permission", by, actions.change_permission, **wanted)

    def objection_to_member(self) -> Attempt | None:
        about, subject = self._about()
        by = self._decider(about, subject)
        return self._by("objection_to_member", by, actions.object_to_member,
                        about=UUID(about), member=self._member(),
                        subjects=list(Subject))  # fmt: skip

    def objection_ended(self) -> Attempt | None:
        there = Permission.objects.using("owner").filter(
            network_id=self.rule.network["id"], ground="objection"
        )
        held = self._one(list(there.values_list("about_id", "member_id", "subject")))
        if held is None:
            return None
        about, member, subject = held
        by = self._decider(str(about), SUBJECTS[subject - 1])
        return self._by("objection_ended", by, actions.withdraw_objection_to_member,
                        about=about, member=member, subjects=list(Subject))  # fmt: skip

    def exception(self) -> Attempt | None:
        item, by = self._item()
        act = self._one([actions.object_to, actions.share_with])
        return self._of_item("exception", by, act, item, member=self._member())

    def exception_ended(self) -> Attempt | None:
        item, by = self._item()
        if not by:
            return None
        column = self._one(["denied", "allowed"])
        act = actions.withdraw_objection if column == "denied" else actions.stop_sharing_with
        member = self._one(item[column])
        if member is None:
            return None
        return self._of_item("exception_ended", by, act, item, member=UUID(member))

    def audience(self) -> Attempt | None:
        item, by = self._item()
        some = self.chance.sample(sorted(self.rule.members), min(4, len(self.rule.members)))
        if item and item["audience"] and self.chance.random() < 0.5:
            some = item["audience"][:2]
        audience = None if self.chance.random() < 0.3 else [UUID(one) for one in some]
        return self._of_item("audience", by, actions.change_audience, item,
                             audience=audience, circle="own")  # fmt: skip

    def insight(self) -> Attempt | None:
        """Who handles a complaint reads something meanwhile, by who decides and reads the complaint."""
        about, subject = self._about()
        by = self._decider(about, subject)
        there = Complaint.objects.using("owner").filter(network_id=self.rule.network["id"])
        known = {str(one) for one in there.values_list("item_id", flat=True)}
        mine = [one for one in self.rule.network["items"]
                if by and one["id"] in known and self.rule.may_read(by, one)]  # fmt: skip
        complaint = self._one(mine)
        if complaint is None:
            return None
        since = self._one([None, datetime.now(UTC) - timedelta(days=self.chance.randint(0, 90))])
        return self._by("insight", by, give_insight, complaint=UUID(complaint["id"]),
                        about=UUID(about), subjects=[Subject[subject.upper()]],
                        reads_from=since)  # fmt: skip

    def insight_ended(self) -> Attempt | None:
        there = Insight.objects.using("owner").filter(
            network_id=self.rule.network["id"], ends_at=None
        )
        held = self._one(list(there.values_list("id", "complaint_id", "about_id", "subjects")))
        if held is None:
            return None
        insight, complaint, about, subjects = held
        by = self._decider(str(about), SUBJECTS[subjects[0] - 1])
        return self._by("insight_ended", by, stop_insight, complaint=complaint, insight=insight)

    def _case(self, **those: Any) -> Any:
        """A complaint that runs: itself and the member that handles it."""
        here = Complaint.objects.using("owner").filter(network_id=self.rule.network["id"])
        return self._one(list(here.filter(**those).values_list("item_id", "handler_id")))

    def answered(self) -> Attempt | None:
        """Who handles a complaint answers it: what was opened for that ends in four weeks."""
        complaint, handler = self._case(answered_at=None) or (None, None)
        sitting = [one for one, seat in self.rule.seats.items() if seat["id"] == str(handler)]
        return self._by("answered", self._one(sorted(sitting)), answer_complaint,
                        complaint=complaint, outcome="Beloofd.")  # fmt: skip

    def ended(self) -> Attempt | None:
        """Who wrote it ends it, and with it what its handler read."""
        complaint, _handler = self._case() or (None, None)
        wrote = [one["author"] for one in self.rule.network["items"] if one["id"] == str(complaint)]
        author = self._one([one for one in wrote if one in self.rule.seats])
        return self._by("ended", author, end_complaint, complaint=complaint)

    # --- what is new changes for nobody who reads what

    def reported(self) -> Attempt | None:
        """A neighbour or anybody else passes something on to who leads."""
        by = self._one(sorted(self.rule.seats))
        return self._by("reported", by, report, about=None, noticed="food", since="today",
                        body="Het brood lag er nog.")  # fmt: skip

    def conversed(self) -> Attempt | None:
        about, subject = self._about()
        by = self._writer(about, subject)
        return self._by("conversed", by, begin_conversation, about=UUID(about), topic="De trap",
                        subject=Subject[subject.upper()], body="Hoe verder?")  # fmt: skip

    def consulted(self) -> Attempt | None:
        about, subject = self._about()
        by = self._writer(about, subject)
        return self._by("consulted", by, begin_consultation, about=UUID(about), topic="De trap",
                        subject=Subject[subject.upper()], body="Hoe verder?",
                        named=[self._member(), self._member()])  # fmt: skip

    def _writer(self, about: str, subject: str) -> Any:
        those = [one for one in self.rule.seats if self.rule.may_write(one, about, subject)]
        return self._one(sorted(those))

    def moved(self) -> Attempt | None:
        item, by = self._item()
        subject = Subject(self.chance.randint(1, 15))
        return self._of_item("moved", by, actions.move_item, item, subject=subject)

    def role(self) -> Attempt | None:
        by, function = self._leader(), self._one(_ROLES)
        side = function.sides[0]
        organisation = Organisation.objects.filter(kind="home_care").values_list("id", flat=True)
        role = going.Role(side=side, function=function.code,
                          organisation=organisation.first() if side == "care" else None)  # fmt: skip
        return self._by("role", by, going.change_role, member=self._member(), role=role)

    def coordinator(self) -> Attempt | None:
        by = self._leader()
        return self._by("coordinator", by, going.appoint_coordinator, member=self._member())

    def removed(self) -> Attempt | None:
        by = self._leader()
        return self._by("removed", by, going.remove, member=self._member())

    def left(self) -> Attempt | None:
        by = self._one(sorted(self.rule.seats))
        return self._by("left", by, going.leave_network)

    def excluded(self) -> Attempt | None:
        by = self._one(sorted(one for one in self.rule.seats if self._decides(one)))
        mates = [(person, seat["id"]) for person, seat in sorted(self.rule.seats.items())
                 if seat["team"]]  # fmt: skip
        if not by or not mates:
            return None
        person, member = self._one(mates)
        return self._by("excluded", by, going.exclude, member=UUID(member), excluded=UUID(person))

    def readmitted(self) -> Attempt | None:
        by = self._one(sorted(one for one in self.rule.seats if self._decides(one)))
        out = self._one(sorted(self.rule._excluded))
        if out is None:
            return None
        return self._by("readmitted", by, going.readmit, excluded=UUID(out))

    def admitted(self) -> Attempt | None:
        by, function = self._leader(), self._one(["daughter", "neighbour", "friend", "employer"])
        side = FUNCTIONS[function].sides[0]
        there = {one["person"] for one in self.rule.network["members"]}
        people = sorted(set(self.people) - there)
        if not by or not people:
            return None
        newcomer = going.Newcomer(side=side, function=function, person=UUID(self._one(people)))
        return self._by("admitted", by, going.admit, newcomer=newcomer)

    # --- who decides

    def _client(self) -> tuple[UUID, Any]:
        client = self._one(self.rule._clients)
        return UUID(client), self._decider(client, "day")

    def supported(self) -> Attempt | None:
        client, by = self._client()
        return self._by("supported", by, deciding.support, client=client, helper=self._member())

    def represented(self) -> Attempt | None:
        client, by = self._client()
        subjects = self.chance.sample(range(1, 16), self.chance.randint(1, 15))
        mandate = Mandate(representative=self._member(), ground="authorisation", document="",
                          subjects=tuple(subjects), review_on=today() + timedelta(days=99))  # fmt: skip
        return self._by("represented", by, deciding.represent, client=client, mandate=mandate)

    def taken_back(self) -> Attempt | None:
        client = self._one(self.rule._clients)
        sitting = [one for one, seat in self.rule.seats.items() if seat["id"] == client]
        return self._by("taken_back", self._one(sitting), deciding.take_back, client=UUID(client))

    def authority(self) -> Attempt | None:
        client, by = self._client()
        return self._by("authority", by, deciding.set_authority, child=client,
                        parent=self._member(), has=self.chance.random() < 0.5)  # fmt: skip

    people: Sequence[str] = ()

    def _by(
        self, name: str, person: str | None, act: Callable[..., object], **words: Any
    ) -> Attempt | None:
        if person is None:
            return None

        def done(seat: Seat) -> object:
            return act(seat=seat, person=UUID(person), **words)

        return Attempt(name, person, done)

    def _of_item(
        self, name: str, person: str | None, act: Callable[..., object], item: Any, **words: Any
    ) -> Attempt | None:
        if person is None:
            return None
        made = self._by(name, person, act, item=UUID(item["id"]), **words)
        return made and Attempt(made.name, made.person, made.act, [UUID(item["id"])])
