"""The day after: is everything there? One answer for each thing, by who is at home."""

from datetime import time, timedelta
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.repeating import moment_of
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces

from ..models import Arrival, ArrivalAsk
from ..models.discharge import Arrived
from ..queries.discharge import Need
from ..queries.discharge import discharge as readable_discharge
from ..queries.discharge import need as readable_need

MIDNIGHT, ONE_DAY = time(), timedelta(days=1)
OTHERS = ("neighbour", "volunteer", "friend")


class NoSuchAnswer(Refusal):
    """Kies: het is er, het is er niet, of weet ik niet."""


def is_asked(face: Face | None) -> bool:
    """Whether this member is asked whether everything is there: the client, and who cares for them."""
    if face is None or face.side not in (Side.CLIENT, Side.FAMILY):
        return False
    return face.function_code not in OTHERS


def say_arrived(*, seat: Seat, person: UUID, needed: UUID, answer: str) -> None:
    """Keep what this person says; the last answer counts. What is missing is told to who promised it
    and to the coordinator, as far as they read it. Raises NotHere, NoSuchAnswer, NotYours for who is
    not at home."""
    found = readable_need(network=seat.network, id=needed)
    if answer not in Arrived.values:
        raise NoSuchAnswer(field="answer")
    people = faces(seat.network)
    if not is_asked(people.get(seat.member)):
        raise NotYours()
    row = Arrival(
        network_id=seat.network, item_id=needed, answer=answer, person_id=person,
        member_id=seat.member, at=clock.now(),
    )  # fmt: skip
    Arrival.objects.bulk_create([row])
    if answer == Arrived.MISSING:
        _tell(seat, person, found, people)
    else:
        record(verb="needed_there", network=seat.network, person=person, item=needed)


def _tell(seat: Seat, person: UUID, found: Need, people: dict[UUID, Face]) -> None:
    """A person who promised it, and who coordinates, each alone; of a team whoever reads it."""
    doing = {one.executor for one in found.promised if one.stands}
    named = [one for one in people.values() if one.member in doing or one.coordinator]
    persons = {one.person for one in named if one.active and one.person} - {person}
    if any(one.team for one in named):
        record(verb="needed_missing", network=seat.network, person=person, item=found.id)
        return
    for one in sorted(persons):
        record(
            verb="needed_missing", network=seat.network, person=person, item=found.id,
            to_person=one,
        )  # fmt: skip
    if not persons:
        record(verb="needed_missing", network=seat.network, person=person, item=found.id)


def ask_whether_all_is_there(*, seat: Seat, person: UUID, discharge: UUID) -> None:
    """Note that this person was asked, and let them hear of it without a word of why. Once after each
    day that was said: the database refuses a second time. Raises NotHere for who may not read the
    discharge."""
    day = readable_discharge(network=seat.network, id=discharge)["expected_on"]
    row = ArrivalAsk(network_id=seat.network, item_id=discharge, person_id=person, at=clock.now())
    before = ArrivalAsk.objects.filter(item_id=discharge, person_id=person)
    if not day or not before.filter(at__lt=moment_of(day + ONE_DAY, MIDNIGHT)).update(at=row.at):
        ArrivalAsk.objects.bulk_create([row])
    record(
        verb="arrival_asked", network=seat.network, person=person, item=discharge,
        to_person=person,
    )  # fmt: skip
