"""The hands of the storyteller: every sentence of a story is an act a user could have done, done
through the same actions, at the moment it happened, by the person who did it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction

from zorgverband.base import clock
from zorgverband.base.viewer import Seat, enter
from zorgverband.membership.actions import Newcomer, admit
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.networks.queries import faces
from zorgverband.sharing.actions import reply_to, share
from zorgverband.sharing.circles import EVERYONE, FAMILY, FAMILY_CARE, audience_of
from zorgverband.sharing.subjects import subject_by_code

from .neighbourhood_people import PROFESSIONALS, TEAMS
from .town_agenda import Agenda
from .town_days import Days
from .town_deciding import Deciding
from .town_facts import Facts
from .town_handovers import Handovers
from .town_helping import Helping
from .town_homecoming import Homecoming
from .town_meetings import Meetings
from .town_minutes import Minutes
from .town_photos import Photos
from .town_plan import Planning
from .town_questions import Questions
from .town_record import Record
from .town_safety import Safety
from .town_talks import Talks
from .town_voices import Voices


@dataclass(frozen=True)
class Resident:
    """Somebody of a story who is no professional."""

    key: str
    name: tuple[str, str, str]
    salutation: str = ""
    born: date | None = None
    phone: str = ""


def moment(days_ago: int, at: str) -> datetime:
    """'9.40' so many days before today, at the clock of the Netherlands."""
    hour, _, minute = at.partition(".")
    day = clock.today() - timedelta(days=days_ago)
    return datetime.combine(day, time(int(hour), int(minute)), tzinfo=clock.HOME)


def turning(years: int, *, in_days: int) -> date:
    """The day of birth of who turns this many years in so many days."""
    return born_to_turn(years, on=clock.today() + timedelta(days=in_days))


def born_to_turn(years: int, *, on: date) -> date:
    """The day of birth of who turns this many years on that day; for a 29 February in a year that had
    none, the day after it."""
    try:
        return on.replace(year=on.year - years)
    except ValueError:
        return date(on.year - years, 3, 1)


@dataclass
class Town:
    """Everybody of the demo by key, as the founding made them."""

    people: dict[str, UUID]
    organisations: dict[str, UUID]
    teams: dict[str, UUID]
    phones: dict[str, str] = field(default_factory=dict)
    start: datetime = field(default_factory=clock.now)


@dataclass
class Net(
    Agenda,
    Days,
    Record,
    Deciding,
    Facts,
    Handovers,
    Helping,
    Homecoming,
    Meetings,
    Minutes,
    Photos,
    Planning,
    Questions,
    Safety,
    Talks,
    Voices,
):
    """One network of the demo, in which the story goes on."""

    town: Town
    id: UUID
    client: str
    coordinator: str
    members: dict[str, UUID] = field(default_factory=dict)

    @contextmanager
    def as_(self, who: str, days_ago: int, at: str) -> Iterator[tuple[Seat, UUID]]:
        """Within this block `who` acts, at that moment, in a transaction of its own."""
        when = min(moment(days_ago, at), self.town.start - timedelta(minutes=1))
        person = self.town.people[who]
        with clock.at(when), transaction.atomic():
            viewer = enter(person=person, networks=[self.id])
            yield viewer.seat(self.id), person

    def about(self, whom: str) -> UUID:
        """A client or carer by key; 'huishouden' is the household; empty the first client."""
        return self.id if whom == "huishouden" else self.members[whom or self.client]

    def person(self, whom: str) -> UUID:
        """Somebody of the demo by key."""
        return self.town.people[whom]

    def learn_members(self) -> None:
        """Note under which key each member stands; for a team each of its people too."""
        by_person = {person: key for key, person in self.town.people.items()}
        by_team = {team: key for key, team in self.town.teams.items()}
        with self.as_(self.coordinator, 0, "0.01"):
            for face in faces(self.id).values():
                if face.person:
                    self.members[by_person[face.person]] = face.member
                elif face.team:
                    key = by_team[face.team]
                    self.members[key] = face.member
                    for who in TEAMS[key][2]:
                        self.members.setdefault(who, face.member)

    def join(
        self,
        who: str,
        function: str,
        days_ago: int,
        *,
        first_contact: bool = False,
        does: str = "",
        by: str = "",
    ) -> None:
        """The coordinator lets somebody in, or who decides."""
        pro = PROFESSIONALS.get(who)
        self._admit(
            days_ago,
            Newcomer(
                side=FUNCTIONS[function].sides[0],
                function=function,
                person=self.town.people[who],
                organisation=self.town.organisations[pro.organisation] if pro else None,
                phone=pro.phone if pro else self.town.phones.get(who, ""),
                description=does,
                first_contact=first_contact,
            ),
            by=by,
        )

    def join_team(self, team: str, function: str, days_ago: int) -> None:
        """The coordinator lets a team in."""
        organisation = self.town.organisations[TEAMS[team][0]]
        self._admit(
            days_ago,
            Newcomer(
                side=FUNCTIONS[function].sides[0],
                function=function,
                team=self.town.teams[team],
                organisation=organisation,
            ),
        )

    def _admit(self, days_ago: int, newcomer: Newcomer, by: str = "") -> None:
        with self.as_(by or self.coordinator, days_ago, "9.30") as (seat, person):
            admit(seat=seat, person=person, newcomer=newcomer)
        self.learn_members()

    def tell(
        self,
        who: str,
        days_ago: int,
        at: str,
        subject: str,
        text: str,
        *,
        title: str = "",
        about: str = "",
        circle: str = "",
        replies: Sequence[tuple[str, int, str, str]] = (),
    ) -> None:
        """`who` shares something; others answer."""
        kind = subject_by_code(subject)
        chosen = circle or (FAMILY_CARE if kind.medical else EVERYONE)
        narrow = chosen == FAMILY or (chosen == FAMILY_CARE and not kind.medical)
        with self.as_(who, days_ago, at) as (seat, person):
            item = share(
                seat=seat,
                person=person,
                about=self.about(about),
                subject=kind,
                kind="note",
                title=title,
                body=text,
                circle=chosen,
                audience=audience_of(chosen, faces(self.id).values()) if narrow else None,
            )
        for answering, ago, answered_at, words in replies:
            with self.as_(answering, ago, answered_at) as (seat, person):
                reply_to(seat=seat, person=person, item=item.id, body=words)
