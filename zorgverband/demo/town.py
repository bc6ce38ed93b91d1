"""The hands of the storyteller: every sentence of a story is an act a user could have done, done
through the same actions, at the moment it happened, by the person who did it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from zorgverband.base import clock
from zorgverband.base.viewer import Seat, enter
from zorgverband.networks.queries import faces
from zorgverband.sharing.actions import reply_to, share
from zorgverband.sharing.circles import EVERYONE, FAMILY, FAMILY_CARE, audience_of
from zorgverband.sharing.subjects import Subject, subject_by_code

from .neighbourhood_people import PROFESSIONALS


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


@dataclass
class Town:
    """Everybody of the demo by key, as the founding made them."""

    people: dict[str, UUID]
    organisations: dict[str, UUID]
    teams: dict[str, UUID]
    start: datetime = field(default_factory=clock.now)


@dataclass
class Net:
    """One network of the demo, in which the story goes on."""

    town: Town
    id: UUID
    members: dict[str, UUID] = field(default_factory=dict)
    client: str = ""

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
    ) -> UUID:
        """`who` shares something; others answer."""
        kind = subject_by_code(subject)
        chosen = circle or (FAMILY_CARE if kind.medical else EVERYONE)
        with self.as_(who, days_ago, at) as (seat, person):
            narrow = chosen == FAMILY or (chosen == FAMILY_CARE and not kind.medical)
            people = faces(self.id).values()
            item = share(
                seat=seat,
                person=person,
                about=self.about(about),
                subject=kind,
                kind="note",
                title=title,
                body=text,
                circle=chosen,
                audience=audience_of(chosen, people) if narrow else None,
            )
        for answering, ago, moment_, words in replies:
            with self.as_(answering, ago, moment_) as (seat, person):
                reply_to(seat=seat, person=person, item=item.id, body=words)
        return item.id
