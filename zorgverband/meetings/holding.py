"""A meeting while it is held, as one reader sees it: where it is, who is there, what was noted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Exists, IntegerField, Max, OuterRef, Q, Subquery, Value, When

from zorgverband.base import clock
from zorgverband.sharing.subjects import Subject

from .models import Approval, Note, Origin, Participant, Point, Presence, Step
from .queries import Row


@dataclass(frozen=True)
class Stop:
    """One point on the agenda as the reader sees it. `number` counts what they see; `here`: the
    meeting is at it; `been`: it came by."""

    id: UUID
    number: int
    title: str
    why: str
    about: UUID
    subject: int
    medical: bool
    minutes: int | None
    here: bool
    been: bool
    since: datetime | None

    @property
    def elapsed(self) -> int:
        """Whole minutes since the meeting came to it; 0 when it is not at it."""
        if not self.here or self.since is None:
            return 0
        return int((clock.now() - self.since).total_seconds() // 60)

    @property
    def late(self) -> bool:
        """Whether it takes longer than was planned."""
        return self.minutes is not None and self.elapsed > self.minutes


@dataclass(frozen=True)
class Guest:
    """Somebody who was asked: whether they are there, and since when; whether they ever were."""

    member: UUID
    there: bool
    since: datetime | None
    came: bool
    must: bool
    confirmed_at: datetime | None
    approved: bool


def special(point: Mapping[str, Any]) -> bool:
    """Whether a point is a part at which only some are: medical, behind the wall."""
    return Subject(point["item__subject"]).medical


def point_now(meeting: UUID) -> Row | None:
    """The point the meeting is at, for this reader."""
    step = Step.objects.filter(meeting_id=meeting).order_by("-at", "-id").values("item_id")[:1]
    rows = Point.objects.filter(item_id=Subquery(step))
    row = rows.values("item_id", "item__about_id", "item__subject").first()
    return cast(Row | None, row)


def stops(meeting: UUID, *, noted_too: bool = False) -> list[Stop]:
    """The agenda in its order, in one statement; `noted_too` with what was taken off it after
    something was noted there."""
    own_first = Case(
        When(origin=Origin.OWN, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    on_it = Q(dropped_at=None)
    if noted_too:
        on_it |= Q(Exists(Note.objects.filter(point_id=OuterRef("item_id"))))
    rows = (
        Point.objects.filter(on_it, meeting_id=meeting)
        .order_by(own_first, "place", "item_id")
        .annotate(
            since=Subquery(
                Step.objects.filter(item_id=OuterRef("item_id"), meeting_id=meeting)
                .order_by()
                .values("item_id")
                .annotate(last=Max("at"))
                .values("last")
            )
        )
    )
    found = list(rows.values(
        "item_id", "item__title", "item__body", "item__about_id", "item__subject", "minutes", "since",
    ))  # fmt: skip
    last = max((row["since"] for row in found if row["since"]), default=None)
    return [
        Stop(
            id=row["item_id"], number=number, title=row["item__title"], why=row["item__body"],
            about=row["item__about_id"], subject=row["item__subject"],
            medical=special(row), minutes=row["minutes"], since=row["since"],
            here=row["since"] is not None and row["since"] == last,
            been=row["since"] is not None and row["since"] != last,
        )
        for number, row in enumerate(found, 1)
    ]  # fmt: skip


def guests(meeting: UUID) -> list[Guest]:
    """Who was asked, in the order of asking, with when they were there; in one statement."""
    points = Point.objects.filter(meeting_id=meeting).values("item_id")
    there = Presence.objects.filter(
        Q(item_id=meeting) | Q(item_id__in=points), member_id=OuterRef("member_id")
    ).order_by("-from_at")
    rows = Participant.objects.filter(item_id=meeting, ended_at=None).annotate(
        came=ArraySubquery(there.values("from_at")),
        still=ArraySubquery(there.filter(until_at=None).values("from_at")),
        approved=Exists(Approval.objects.filter(item_id=meeting, member_id=OuterRef("member_id"))),
    )
    return [
        Guest(
            member=row["member_id"], there=bool(row["still"]),
            since=row["still"][0] if row["still"] else None, came=bool(row["came"]),
            must=row["must_be_there"], confirmed_at=row["confirmed_at"], approved=row["approved"],
        )
        for row in rows.order_by("id").values(
            "member_id", "came", "still", "must_be_there", "confirmed_at", "approved"
        )
    ]  # fmt: skip


def shown_stop(found: Sequence[Stop], wanted: UUID | None) -> Stop | None:
    """The point that is shown: the one asked for, else where the meeting is, else the first."""
    for one in found:
        if one.id == wanted:
            return one
    return next((one for one in found if one.here), found[0] if found else None)
