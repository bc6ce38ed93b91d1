"""The next meeting: with the same people, and with what was parked as its first points."""

from datetime import datetime
from uuid import UUID

from zorgverband.base.refusals import AlreadyDone, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.source import as_source

from .. import queries
from ..models import Kind, Meeting, NoteKind
from .bring_point import Told, bring_point
from .call_meeting import Wanted, can_be_there
from .choose_date import call_and_date

LONGEST = 200


class NoMoment(Refusal):
    """Kies een dag en een tijd."""


class PlannedAlready(AlreadyDone):
    """Het volgende overleg staat al gepland."""


def plan_next(*, seat: Seat, person: UUID, meeting: UUID, moment: datetime | None) -> UUID:
    """Call the next meeting at this moment, about the same, with who was asked to this one and can still
    be there; who calls leads it when its chair cannot. What was parked, as far as who calls reads it,
    is on its agenda, for no more readers than it had. Answer its id.

    Raises NotHere, NotYours for who does not lead, NoMoment, PlannedAlready, and what `call_and_date`
    and `bring_point` raise.
    """
    row = queries.meeting(network=seat.network, id=meeting)
    if not queries.leads(row, seat=seat, person=person):
        raise NotYours()
    if moment is None:
        raise NoMoment(field="date")
    if row["next_id"] is not None:
        raise PlannedAlready()
    fit = can_be_there(seat, person, row["item__about_id"])
    there = [one for one in queries.participants(meeting) if one["member_id"] in fit]
    made = call_and_date(seat=seat, person=person, wanted=Wanted(
        about=row["item__about_id"], reason=row["item__title"],
        chair=row["chair_id"] if row["chair_id"] in fit else seat.member,
        secretary=row["secretary_id"] if row["secretary_id"] in fit else None,
        kind=Kind(row["kind"]), moments=(moment,),
        minutes=row["minutes"], place=row["place"], video=row["video"],
        invited=tuple(one["member_id"] for one in there),
        needed=frozenset(one["member_id"] for one in there if one["must_be_there"]),
    ))  # fmt: skip
    for note in _parked(meeting):
        found = as_source(network=seat.network, item=note["item_id"])
        told = Told(
            about=found.about, subject=found.subject, what=found.body[:LONGEST],
            audience=found.audience,
        )  # fmt: skip
        if seat.may_write(about=told.about, subject=told.subject):
            bring_point(seat=seat, person=person, meeting=made.item_id, told=told)
    if not Meeting.objects.filter(item_id=meeting, next_id=None).update(next_id=made.item_id):
        raise PlannedAlready()
    return UUID(str(made.item_id))


def _parked(meeting: UUID) -> list[queries.Row]:
    ids = [one["item_id"] for one in queries.points(meeting, dropped=True)]
    return [one for one in queries.notes(ids) if one["kind"] == NoteKind.PARKED]
