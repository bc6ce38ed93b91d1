"""Bringing a point to a meeting, changing the order, and dropping one."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.models import Member, Side
from zorgverband.sharing.actions import share
from zorgverband.sharing.circles import EVERYONE, FAMILY_CARE
from zorgverband.sharing.subjects import Subject

from .. import queries
from ..models import Origin, Point
from ..models.meeting import COMING


class NoPoint(Refusal):
    """Vul in wat u wilt bespreken."""


class MeetingOver(AlreadyDone):
    """Dit overleg is geweest, of gaat niet door. Er kan niets meer bij."""


class NotAtMeeting(NotYours):
    """U doet niet mee aan dit overleg. Vraag het aan wie het leidt."""


@dataclass(frozen=True)
class Told:
    """What is brought: about whom, under which subject, in which words, made from what."""

    about: UUID
    subject: Subject
    what: str
    why: str = ""
    origin: Origin = Origin.FREE
    source: UUID | None = None
    minutes: int | None = None
    audience: Sequence[UUID] | None = None


def bring_point(*, seat: Seat, person: UUID, meeting: UUID, told: Told) -> Point:
    """Put a point on the agenda: an item of its own, read by whom the rule says. What a client
    brings is their own point, and comes first.

    Raises NotHere, MeetingOver, NotAtMeeting, NoPoint, and what `share` raises.
    """
    row = queries.meeting(network=seat.network, id=meeting)
    if row["state"] not in COMING:
        raise MeetingOver()
    if not queries.takes_part(row, seat=seat, person=person):
        raise NotAtMeeting()
    if not told.what.strip():
        raise NoPoint(field="what")
    item = share(
        seat=seat, person=person, about=told.about, subject=told.subject, kind="meeting_point",
        title=told.what, body=told.why, in_news=False, tell=False, audience=told.audience,
        circle=FAMILY_CARE if told.subject.medical else EVERYONE,
    )  # fmt: skip
    point = Point(
        item_id=item.id, network_id=seat.network, meeting_id=meeting,
        origin=_origin(seat, told.origin), source_id=told.source, place=_last(meeting) + 1,
        minutes=told.minutes,
    )  # fmt: skip
    Point.objects.bulk_create([point])
    record(verb="meeting_point", network=seat.network, person=person, item=item.id)
    return point


def _origin(seat: Seat, origin: Origin) -> Origin:
    client = Member.objects.filter(id=seat.member, side=Side.CLIENT).exists()
    return Origin.OWN if client and origin == Origin.FREE else origin


def _last(meeting: UUID) -> float:
    """The last place, of the points this person may read: so the place says nothing of others."""
    rows = Point.objects.filter(meeting_id=meeting)
    return float(rows.aggregate(last=Max("place"))["last"] or 0)


def move_point(*, seat: Seat, person: UUID, point: UUID, up: bool) -> None:
    """Let a point change places with the one before or after it, as this person sees them.

    Raises NotHere, MeetingOver or NotYours. Of the points in between that they do not see the order
    stays as it was.
    """
    row = queries.point(network=seat.network, id=point)
    _must_lead(seat, person, row["meeting_id"])
    there = [one for one in queries.points(row["meeting_id"]) if _group(one) == _group(row)]
    at = next(number for number, one in enumerate(there) if one["item_id"] == point)
    other = at - 1 if up else at + 1
    if not 0 <= other < len(there):
        return
    beyond = other - 1 if up else other + 1
    edge = there[other]["place"] + (-2 if up else 2)
    far = there[beyond]["place"] if 0 <= beyond < len(there) else edge
    if not Point.objects.filter(item_id=point).update(place=(there[other]["place"] + far) / 2):
        raise NotYours()


def _group(row: queries.Row) -> bool:
    return bool(row["origin"] == Origin.OWN)


def drop_point(*, seat: Seat, person: UUID, point: UUID) -> None:
    """Take a point off the agenda; it stays to be read. By who leads the meeting or brought it.

    Raises NotHere, MeetingOver or NotYours.
    """
    row = queries.point(network=seat.network, id=point)
    _must_lead(seat, person, row["meeting_id"], or_wrote=row["item__author_id"] == person)
    rows = Point.objects.filter(item_id=point, dropped_at=None)
    if not rows.update(dropped_at=clock.now(), dropped_by_id=person):
        raise NotYours()


def _must_lead(seat: Seat, person: UUID, meeting: UUID, *, or_wrote: bool = False) -> None:
    row = queries.meeting(network=seat.network, id=meeting)
    if row["state"] not in COMING:
        raise MeetingOver()
    if not or_wrote and not queries.leads(row, seat=seat, person=person):
        raise NotYours()
