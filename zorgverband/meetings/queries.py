"""Reading meetings: which there are, who is asked, what is on the agenda and what was noted."""

from collections.abc import Collection
from typing import Any, cast
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, F, IntegerField, OuterRef, QuerySet, Value, When
from django.db.models.functions import JSONObject

from zorgverband.base.refusals import NotHere
from zorgverband.base.viewer import Seat
from zorgverband.sharing.models import Item

from .models import Meeting, Note, Origin, Paper, Participant, Point, PollOption, Step
from .models.meeting import COMING

Row = dict[str, Any]
_MEETING = (
    "item_id", "network_id", "kind", "chair_id", "secretary_id", "starts_at", "minutes", "place",
    "video", "state", "visit_id", "held_at", "closed_at", "next_id", "item__title",
    "item__about_id", "item__author_id", "item__author_member_id", "item__created_at", "item__version",
)  # fmt: skip
# What can be a paper of a point.
PAPERS = ("note", "document", "measurement", "examination", "advice", "plan_other_plan")
_POINT = (
    "item_id", "network_id", "meeting_id", "origin", "source_id", "place", "minutes", "dropped_at",
    "item__title", "item__body", "item__about_id", "item__subject", "item__author_id",
    "item__author_member_id", "item__created_at",
)  # fmt: skip
_NOTE = (
    "item_id", "network_id", "point_id", "kind", "said_by_id", "agreement_id", "item__body",
    "item__about_id", "item__subject", "item__author_id", "item__author_member_id", "item__created_at",
    "item__version", "item__edited_at",
)  # fmt: skip
_PARTICIPANT = (
    "id", "member_id", "must_be_there", "answer", "answered_at", "asked", "ready_at",
    "confirmed_at",
)  # fmt: skip


def meeting(*, network: UUID, id: UUID) -> Row:
    """One meeting with its header; raises NotHere, the same for not there and not for you."""
    row = Meeting.objects.filter(network_id=network, item_id=id).values(*_MEETING).first()
    if row is None:
        raise NotHere()
    return cast(Row, row)


def meeting_and_asked(*, network: UUID, id: UUID) -> tuple[Row, list[Row]]:
    """One meeting and who is asked, in one statement; raises NotHere."""
    there = Participant.objects.filter(item_id=OuterRef("pk"), ended_at=None).order_by("id")
    facts = JSONObject(**{name: name for name in _PARTICIPANT})
    rows = Meeting.objects.filter(network_id=network, item_id=id)
    row: Any = rows.annotate(there=ArraySubquery(there.values(row=facts))).values(
        *_MEETING, "there"
    )
    found = row.first()
    if found is None:
        raise NotHere()
    asked = [
        one | {"id": UUID(one["id"]), "member_id": UUID(one["member_id"])}
        for one in found.pop("there")
    ]
    return found, asked


def meetings(network: UUID, *, coming: bool, count: int = 50) -> list[Row]:
    """The meetings that come, first what is first and then what has no date; or those that were."""
    rows = Meeting.objects.filter(network_id=network)
    if coming:
        rows = rows.filter(state__in=COMING).order_by(
            F("starts_at").asc(nulls_last=True), "item_id"
        )
    else:
        rows = rows.exclude(state__in=COMING).order_by(
            F("starts_at").desc(nulls_last=True), "-item_id"
        )
    return _rows(rows[:count].values(*_MEETING))


def participants(meeting: UUID) -> list[Row]:
    """Who is asked, in the order of asking."""
    rows = Participant.objects.filter(item_id=meeting, ended_at=None).order_by("id")
    return _rows(rows.values(*_PARTICIPANT))


def asked_rows(network: Any, member: UUID) -> QuerySet[Any, Any]:
    """The meetings that come and to which this member is asked, as facts for one statement with
    others (`asked_of`); `network` may be an outer reference."""
    rows = Participant.objects.filter(
        network_id=network, member_id=member, ended_at=None, item__meeting__state__in=COMING
    )
    facts = {"id": "item_id", "why": "item__title", "answer": "answer"}
    facts |= {"state": "item__meeting__state", "at": "item__meeting__starts_at"}
    return rows.order_by("item_id").values(row=JSONObject(**facts))


def leads(row: Row, *, seat: Seat, person: UUID) -> bool:
    """Whether this person leads the meeting; the lock says the same."""
    if row["item__author_id"] == person or seat.member in (row["chair_id"], row["secretary_id"]):
        return True
    return seat.coordinator or seat.controls(row["item__about_id"])


def is_asked(meeting: UUID, member: UUID) -> bool:
    """Whether this member is asked to the meeting."""
    return Participant.objects.filter(item_id=meeting, member_id=member, ended_at=None).exists()


def takes_part(row: Row, *, seat: Seat, person: UUID) -> bool:
    """Whether this person is asked to the meeting, or leads it."""
    return leads(row, seat=seat, person=person) or is_asked(row["item_id"], seat.member)


def point(*, network: UUID, id: UUID) -> Row:
    """One point of an agenda; raises NotHere."""
    row = Point.objects.filter(network_id=network, item_id=id).values(*_POINT).first()
    if row is None:
        raise NotHere()
    return cast(Row, row)


def points(meeting: UUID, *, dropped: bool = False) -> list[Row]:
    """The agenda as this viewer may read it, the client's own points first."""
    own_first = Case(
        When(origin=Origin.OWN, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    rows = Point.objects.filter(meeting_id=meeting)
    rows = rows if dropped else rows.filter(dropped_at=None)
    return _rows(rows.order_by(own_first, "place", "item_id").values(*_POINT))


def notes(points: Collection[UUID]) -> list[Row]:
    """The notes under these points, first written first."""
    rows = Note.objects.filter(point_id__in=points).order_by("item_id")
    return _rows(rows.values(*_NOTE))


def note(*, network: UUID, id: UUID) -> Row:
    """One note; raises NotHere."""
    row = Note.objects.filter(network_id=network, item_id=id).values(*_NOTE).first()
    if row is None:
        raise NotHere()
    return cast(Row, row)


def papers(point: UUID) -> list[Row]:
    """What belongs to a point, newest first: what this viewer may read of it."""
    rows = Paper.objects.filter(point_id=point).order_by("-item__happened_at", "id")
    names = {name: F(f"item__{name}") for name in ("title", "body", "happened_at")}
    found = rows.values("item_id", **names)
    return [{"id": row.pop("item_id"), **row} for row in _rows(found)]


def paper_choices(row: Row, count: int = 40) -> list[Row]:
    """What this viewer read last about whom the point is, to add to it."""
    rows = Item.objects.filter(network_id=row["network_id"], about_id=row["item__about_id"])
    rows = rows.filter(kind__in=PAPERS).order_by("-happened_at", "-id")[:count]
    return _rows(rows.values("id", "title", "body", "happened_at"))


def current_point(meeting: UUID) -> UUID | None:
    """Where the meeting is now, for this viewer: the last point they may read that it came to."""
    rows = Step.objects.filter(meeting_id=meeting).order_by("-at", "-id")
    return rows.values_list("item_id", flat=True).first()


def options(meeting: UUID) -> list[Row]:
    """The moments that are proposed, the first first, each with who said what of it (`answers__`);
    a row per answer, or one without."""
    rows = PollOption.objects.filter(item_id=meeting).order_by("starts_at", "answers__id")
    return _rows(rows.values("id", "starts_at", "answers__member_id", "answers__vote"))


def _rows(rows: QuerySet[Any, Any]) -> list[Row]:
    return list(rows)
