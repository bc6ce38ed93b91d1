"""Holding a meeting: beginning, going from point to point, who is there, and closing it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotHere, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.sharing.actions import must_live
from zorgverband.sharing.queries import reasons

from .. import queries
from ..holding import guests, point_now, special
from ..models import Kind, Meeting, Participant, Point, Presence, State, Step
from .bring_point import NotAtMeeting


class NotHeldNow(AlreadyDone):
    """Dit overleg is nu niet bezig. Hieronder ziet u hoe het staat."""


class NotInvited(NotYours):
    """Deze persoon is niet gevraagd voor dit overleg."""


def begin_meeting(*, seat: Seat, person: UUID, meeting: UUID) -> None:
    """Begin: from here points and notes are written live. Who begins is there.

    Raises NotHere, NotYours for who does not lead it, NotHeldNow.
    """
    row = _led(seat, person, meeting)
    if row["state"] not in (State.PREPARING, State.DATED):
        raise NotHeldNow()
    rows = Meeting.objects.filter(item_id=meeting, state=row["state"])
    if not rows.update(state=State.RUNNING, held_at=clock.now()):
        raise NotHeldNow()
    record(verb="meeting_began", network=seat.network, person=person, item=meeting)
    if row["kind"] != Kind.ROUND and _asked(meeting, seat.member):
        come(seat=seat, person=person, meeting=meeting)


def go_to_point(*, seat: Seat, person: UUID, meeting: UUID, point: UUID) -> None:
    """Let the meeting go to a point. Who may not read it stays, on their page, where they were.

    Raises NotHere, NotYours or NotHeldNow.
    """
    row = _running(seat, meeting)
    if not Point.objects.filter(item_id=point, meeting_id=meeting, dropped_at=None).exists():
        raise NotHere()
    about = queries.point(network=seat.network, id=point)
    leads = queries.leads(row, seat=seat, person=person)
    writes = seat.may_write(about=about["item__about_id"], subject=about["item__subject"])
    if not leads and not (writes and _asked(meeting, seat.member)):
        raise NotYours()
    step = Step(network_id=seat.network, item_id=point, meeting_id=meeting, person_id=person,
                member_id=seat.member, at=clock.now())  # fmt: skip
    Step.objects.bulk_create([step])
    if leads and not special(about):
        _back_among_all(seat, meeting, step.at)
    record(verb="meeting_step", network=seat.network, person=person, item=point)


def come(*, seat: Seat, person: UUID, meeting: UUID, member: UUID | None = None) -> None:
    """Be there, or let who leads say that another is. Who comes at a part that not everybody reads
    is there for who reads that part. Twice is once. Raises NotHere, NotHeldNow, NotInvited, NotYours."""
    row, who = _running(seat, meeting), member or seat.member
    if not _asked(meeting, who):
        raise NotInvited() if member else NotAtMeeting()
    if who != seat.member and not queries.leads(row, seat=seat, person=person):
        raise NotYours()
    place = point_now(meeting)
    there = place["item_id"] if place and special(place) and _reads(place, who) else meeting
    if Presence.objects.filter(item_id__in=(meeting, there), member_id=who, until_at=None).exists():
        return
    Presence.objects.bulk_create(
        [Presence(network_id=seat.network, item_id=there, member_id=who, from_at=clock.now())],
        # Who comes and who leads may say so at the same moment.
        ignore_conflicts=True,
    )
    record(verb="meeting_presence", network=seat.network, person=person, item=there)


def go_away(*, seat: Seat, person: UUID, meeting: UUID, member: UUID | None = None) -> None:
    """Be there no more; what was written stays. Raises NotHere, NotHeldNow or NotYours."""
    row, who = _running(seat, meeting), member or seat.member
    if who != seat.member and not queries.leads(row, seat=seat, person=person):
        raise NotYours()
    for there in _present(meeting, who):
        Presence.objects.filter(id=there["id"]).update(until_at=clock.now())
        record(verb="meeting_presence", network=seat.network, person=person, item=there["item_id"])


def close_meeting(*, seat: Seat, person: UUID, meeting: UUID) -> None:
    """Close it: nothing is written any more but corrections, and each hears that there are minutes.
    Who was asked and was not there is told of what concerns them.

    Raises NotHere, NotYours or NotHeldNow.
    """
    row, now = _led(seat, person, meeting), clock.now()
    if row["state"] != State.RUNNING:
        raise NotHeldNow()
    for there in _present(meeting):
        Presence.objects.filter(id=there["id"], until_at=None).update(until_at=now)
    rows = Meeting.objects.filter(item_id=meeting, state=State.RUNNING)
    if not rows.update(state=State.CLOSED, closed_at=now):
        raise NotHeldNow()
    record(verb="meeting_closed", network=seat.network, person=person, item=meeting)
    if row["kind"] != Kind.ROUND:
        _tell_absent(seat, person, meeting)


def _tell_absent(seat: Seat, person: UUID, meeting: UUID) -> None:
    missed = {one.member for one in guests(meeting) if not one.came}
    told = {one.person for one in reasons(meeting) if one.reads and one.member in missed}
    for one in sorted(told - {person}):
        record(verb="meeting_missed", network=seat.network, person=person, item=meeting,
               to_person=one)  # fmt: skip


def _back_among_all(seat: Seat, meeting: UUID, at: datetime) -> None:
    """Who came at a part that not everybody reads is there for all from here, who is still asked."""
    asked = {row["member_id"] for row in queries.participants(meeting)}
    apart = [one for one in _present(meeting) if one["item_id"] != meeting]
    there = {one["member_id"] for one in _present(meeting) if one["item_id"] == meeting}
    for one in apart:
        Presence.objects.filter(id=one["id"]).update(until_at=at)
    Presence.objects.bulk_create(
        [
            Presence(network_id=seat.network, item_id=meeting, member_id=member, from_at=at)
            for member in sorted(({one["member_id"] for one in apart} & asked) - there)
        ],
        ignore_conflicts=True,
    )


def _present(meeting: UUID, member: UUID | None = None) -> list[queries.Row]:
    points = Point.objects.filter(meeting_id=meeting).values("item_id")
    at_all, at_point = ({"item_id": meeting}, {"item_id__in": points})
    rows: list[Any] = [
        row
        for where in (at_all, at_point)
        for row in Presence.objects.filter(until_at=None, **where).values(
            "id", "item_id", "member_id"
        )
    ]
    return [row for row in rows if member is None or row["member_id"] == member]


def _reads(point: queries.Row, member: UUID) -> bool:
    return any(one.reads and one.member == member for one in reasons(point["item_id"]))


def _asked(meeting: UUID, member: UUID) -> bool:
    return Participant.objects.filter(item_id=meeting, member_id=member, ended_at=None).exists()


def _led(seat: Seat, person: UUID, meeting: UUID) -> queries.Row:
    row = queries.meeting(network=seat.network, id=meeting)
    if not queries.leads(row, seat=seat, person=person):
        raise NotYours()
    return row


def _running(seat: Seat, meeting: UUID) -> queries.Row:
    row = queries.meeting(network=seat.network, id=meeting)
    if row["state"] != State.RUNNING:
        raise NotHeldNow()
    must_live(meeting)
    return row
