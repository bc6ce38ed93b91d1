"""Ticking off one day of a repeating agreement: the first counts, the second hears who was first."""

from datetime import date
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence
from zorgverband.networks.queries import names_of_people
from zorgverband.sharing.subjects import Subject

from ..agreed import Agreed
from ..models import AgreementTick, State
from ..moves import BINDING, START
from ..queries import agreement as readable_agreement
from .answering import AlreadyAnswered, AlreadyMarked, NotAskedOfYou, make_move, when_words


class NotOnThatDay(Refusal):
    """Op deze dag hoeft het niet, of die dag is nog niet begonnen. Kies een andere dag."""


class NotAgreedYet(Refusal):
    """Dit is nog niet afgesproken, of het staat stil. Zeg eerst ja, of zet het weer aan."""


def tick_agreement(*, seat: Seat, person: UUID, agreement: UUID, on_date: date) -> None:
    """Note that it was done on that day, once. The first tick makes the agreement run.

    Raises NotHere, NotAskedOfYou, NotOnThatDay, NotAgreedYet, or AlreadyMarked for the second.
    """
    found = readable_agreement(network=seat.network, id=agreement)
    _checked(found, seat, on_date)
    note_presence(seat=seat, person=person, medical=Subject(found.subject).medical)
    mine = AgreementTick(
        id=new_id(), network_id=seat.network, item_id=agreement, on_date=on_date,
        person_id=person, member_id=seat.member, at=clock.now(),
    )  # fmt: skip
    AgreementTick.objects.bulk_create([mine], ignore_conflicts=True)
    rows = AgreementTick.objects.filter(item_id=agreement, on_date=on_date)
    first = rows.values("id", "person_id", "at").get()
    if first["id"] != mine.id:
        name = names_of_people(seat.network).get(first["person_id"], "")
        raise AlreadyMarked(name=name, when=when_words(first["at"]))
    if found.state == State.ACCEPTED:
        _begin(seat, person, agreement)
    record(verb="agreement_ticked", network=seat.network, person=person, item=agreement)


def _checked(found: Agreed, seat: Seat, on_date: date) -> None:
    if found.executor != seat.member:
        raise NotAskedOfYou()
    if not found.repeats or on_date > clock.today() or not found.days(on_date, on_date):
        raise NotOnThatDay()
    if found.state not in BINDING:
        raise NotAgreedYet() if found.open else AlreadyAnswered()


def _begin(seat: Seat, person: UUID, agreement: UUID) -> None:
    try:
        make_move(seat=seat, person=person, agreement=agreement, move=START, tell=False)
    except AlreadyAnswered:
        # A colleague began at the same moment, with another day.
        return
