"""Asking for help: of one person first, with a term; nobody reads more than they could."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from zorgverband.base import clock, jobs
from zorgverband.base.refusals import Refusal
from zorgverband.base.repeating import moment_of
from zorgverband.base.viewer import Seat
from zorgverband.carers.tasks import Stance
from zorgverband.journal.actions import record
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.actions import share
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.circles import EVERYONE
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.subjects import Subject

from ..kinds import helps_with
from ..models import LONGEST, HelpRequest
from ..suggesting import stances

TELL = "helping.tell"
MORNING = time(9)
# So much of what is left is for each of: the one person, and who offered it.
SHARE_OF_TIME = 3
SHORTEST = timedelta(minutes=15)


class NothingAsked(Refusal):
    """Vul in waar u hulp bij nodig hebt, bijvoorbeeld: naar de kapper brengen."""


class DayPast(Refusal):
    """Deze dag is voorbij. Kies vandaag of later."""


class NoDayForTime(Refusal):
    """Kies eerst een dag. Maakt de dag niet uit? Laat dan ook de tijd leeg."""


class EndsTooSoon(Refusal):
    """De eindtijd is voor de begintijd. Kies een latere eindtijd, of laat die leeg."""


class NotSoManyWeeks(Refusal):
    """Kies hoeveel weken, van 1 tot 26, en een eerste dag."""


class NotForThisPerson(Refusal):
    """{name} kan dit niet lezen. Kies iemand anders, of andere lezers."""


class DoesNotWant(Refusal):
    """{name} doet dit liever niet. Kies iemand anders."""


class NobodyReads(Refusal):
    """Niemand die kan helpen, mag dit lezen. Vraag het aan één persoon, of kies andere lezers."""


@dataclass(frozen=True)
class Asking:
    """What help is asked with: the kind, in words, when; and how long each waits for an answer.
    `instead_of`: what somebody takes over, as a whole (`goes_on`: without a last day) or on those
    days."""

    task: str
    what: str
    more: str = ""
    day: date | None = None
    starts: time | None = None
    ends: time | None = None
    weeks: int = 1
    wait: timedelta = timedelta(days=1)
    instead_of: UUID | None = None
    whole: bool = False
    goes_on: bool = False

    @property
    def last_on(self) -> date | None:
        """The last day it is asked for."""
        if self.day is None or self.goes_on:
            return None
        return self.day + timedelta(weeks=self.weeks - 1)

    def check(self) -> None:
        """Raise the first thing that is wrong with it."""
        if not self.what.strip():
            raise NothingAsked(field="what")
        if self.day is not None and self.day < clock.today():
            raise DayPast(field="day")
        if self.day is None and (self.starts or self.ends):
            raise NoDayForTime(field="day")
        if self.ends and (self.starts is None or self.ends <= self.starts):
            raise EndsTooSoon(field="ends")
        if not 1 <= self.weeks <= LONGEST or (self.weeks > 1 and self.day is None):
            raise NotSoManyWeeks(field="weeks")

    def waits(self) -> timedelta:
        """How long each waits: as chosen, or shorter when the moment is near."""
        if self.day is None:
            return self.wait
        left = moment_of(self.day, self.starts or MORNING) - clock.now()
        return max(min(self.wait, left / SHARE_OF_TIME), SHORTEST)


def ask_help(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    subject: Subject,
    asking: Asking,
    first_to: UUID | None = None,
    audience: Sequence[UUID] | None = None,
    circle: str = EVERYONE,
) -> UUID:
    """Ask for help, first of `first_to` when named; the item. Raises what `Asking.check` raises,
    NotForThisPerson, DoesNotWant, NobodyReads, and what `share` raises."""
    if not seat.may_write(about=about, subject=subject):
        raise MayNotWrite(field="subject")
    asking.check()
    people = faces(seat.network)
    reading = reasons_if(
        network=seat.network, about=about, subject=subject, author=person, audience=audience
    )
    readers = {one.member for one in reading if one.reads} - {seat.member}
    if first_to is not None:
        _check_named(seat, people.get(first_to), readers, asking.task)
    elif not any(_helps(people[one], asking.task) for one in readers if one in people):
        raise NobodyReads(field="circle")
    item = share(
        seat=seat, person=person, about=about, subject=subject, kind="help", title=asking.what,
        body=asking.more, audience=audience, circle=circle, in_news=False, tell=False,
    )  # fmt: skip
    HelpRequest.objects.bulk_create([_row(item.id, seat, asking, first_to)])
    if first_to is None:
        record(verb="help_free", network=seat.network, person=person, item=item.id)
        jobs.defer(TELL, asked=item.id)
    else:
        record(verb="help_asked", network=seat.network, person=person, item=item.id,
               to_person=people[first_to].person)  # fmt: skip
    return item.id


def _helps(face: Face, task: str) -> bool:
    return helps_with(task, side=face.side, function=face.function_code)


def _check_named(seat: Seat, face: Face | None, readers: set[UUID], task: str) -> None:
    """Raise NotForThisPerson for who does not read it, DoesNotWant for who told who asks so. Of a team
    it is asked of whoever is in it."""
    if face is None or not face.active or face.member not in readers:
        raise NotForThisPerson(field="first_to", name=face.name if face else "")
    if stances(seat.network, task).get(face.member, ("",))[0] == Stance.NOT:
        raise DoesNotWant(field="first_to", name=face.name)


def _row(item: UUID, seat: Seat, asking: Asking, first_to: UUID | None) -> HelpRequest:
    wait = asking.waits()
    return HelpRequest(
        item_id=item, network_id=seat.network, task=asking.task, day=asking.day,
        last_on=asking.last_on, weeks=asking.weeks, starts=asking.starts, ends=asking.ends,
        first_to_id=first_to, first_until=clock.now() + (wait if first_to else timedelta()),
        wait_minutes=int(wait.total_seconds() // 60), instead_of_id=asking.instead_of,
        whole=asking.whole,
    )  # fmt: skip
