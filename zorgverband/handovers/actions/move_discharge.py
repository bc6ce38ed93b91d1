"""Another day for going home, or no day yet; everything that was arranged moves along."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from zorgverband.base import clock, homecoming
from zorgverband.base.refusals import AlreadyDone, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.sharing.queries import reasons

from ..models import Discharge
from ..queries.discharge import discharge as readable_discharge
from ..queries.discharge import need as readable_need
from .open_discharge import DayPast, said


class SameDay(Refusal):
    """Dit is dezelfde dag als nu. Kies een andere dag."""


class OverAlready(AlreadyDone):
    """Dit is al afgesloten. Kijk eerst hoe het nu is."""


def move_discharge(
    *, seat: Seat, person: UUID, discharge: UUID, on: date | None, words: str = ""
) -> None:
    """Another day (None: not known yet). What was promised for the old day is asked again of who
    promised it; everybody concerned is told once: readers of the discharge of the day, and who reads
    only what they are asked of that alone. Raises NotHere, DayPast, SameDay, OverAlready, NotYours."""
    found = readable_discharge(network=seat.network, id=discharge)
    if found["ended_at"]:
        raise OverAlready()
    if on == found["expected_on"]:
        raise SameDay(field="expected_on")
    if on is not None and on < clock.today():
        raise DayPast(field="expected_on")
    rows = Discharge.objects.filter(item_id=discharge, ended_at=None)
    if not rows.update(expected_on=on):
        raise NotYours()
    said(seat=seat, person=person, discharge=discharge, on=on, words=words)
    asked = homecoming.move_discharge(discharge=discharge, on=on, now=clock.now())
    record(verb="discharge_moved", network=seat.network, person=person, item=discharge)
    knowing = {one.member for one in reasons(discharge) if one.reads}
    tell_asked_again(seat, person, [one for one in asked if one.member not in knowing])


def move_needed(*, seat: Seat, person: UUID, needed: UUID, on: date) -> None:
    """Another day for one thing; who promised it is asked again, and told. Raises NotHere, DayPast,
    SameDay, NotYours."""
    found = readable_need(network=seat.network, id=needed)
    if on == found.starts_on:
        raise SameDay(field="starts_on")
    if on < clock.today():
        raise DayPast(field="starts_on")
    if found.closed or not may_change(seat, person, found.about, found.subject, found.author):
        raise NotYours()
    asked = homecoming.move_needed(needed=needed, on=on, now=clock.now())
    tell_asked_again(seat, person, asked)


def may_change(seat: Seat, person: UUID, about: UUID, subject: int, author: UUID) -> bool:
    """Whether one wrote it or may write about its subject; the lock says the same."""
    return author == person or seat.may_write(about=about, subject=subject)


def tell_asked_again(seat: Seat, person: UUID, asked: Collection[homecoming.AskedAgain]) -> None:
    """Tell each of these persons, once, of one of the agreements that are asked of them again."""
    told: set[UUID] = {person}
    for one in asked:
        if one.person not in told:
            told.add(one.person)
            record(
                verb="agreement_renewed", network=seat.network, person=person, item=one.agreement,
                to_person=one.person,
            )  # fmt: skip
