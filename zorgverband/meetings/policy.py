"""Meetings on general policy as pages show them: of which group, about what, what was agreed."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from zorgverband.base import clock
from zorgverband.base.policy import policy_writers
from zorgverband.base.refusals import NotHere
from zorgverband.organisations.models import Employment, NeighbourhoodOrganisation
from zorgverband.ui.dates import full_date, long_date

from .models import PolicyMeeting, PolicyNote, PolicyPoint

AT_MOST = 50


@dataclass(frozen=True)
class Group:
    """An organisation, or a neighbourhood in which it works."""

    id: UUID
    name: str
    neighbourhood: bool


@dataclass(frozen=True)
class Planned:
    """One meeting in a list."""

    id: UUID
    title: str
    group: str
    on_date: date
    closed: bool

    @property
    def when(self) -> str:
        """'12 mei 2026'."""
        return full_date(self.on_date)


@dataclass(frozen=True)
class Noted:
    """What was written under a point."""

    id: UUID
    kind: str
    words: str
    who: str
    until: str
    by: str
    done: bool


@dataclass
class Point:
    """Something to speak about, with what was written under it, the first first."""

    id: UUID
    title: str
    notes: list[Noted] = field(default_factory=list)


def groups_of(person: UUID) -> list[Group]:
    """With whom somebody can meet: the organisations they work for now, then their neighbourhoods.
    Two statements."""
    now = clock.now()
    running = Q(starts_at__lte=now) & (Q(ends_at=None) | Q(ends_at__gt=now))
    work = Employment.objects.filter(running, person_id=person).order_by("organisation__name")
    own = list(work.values_list("organisation_id", "organisation__name"))
    near = NeighbourhoodOrganisation.objects.filter(
        running, organisation_id__in=[id for id, _name in own]
    ).order_by("neighbourhood__name")
    places = dict(near.values_list("neighbourhood_id", "neighbourhood__name"))
    return [Group(id, name, False) for id, name in own] + [
        Group(id, name, True) for id, name in places.items()
    ]


_LISTED = (
    "id", "title", "organisation__name", "neighbourhood__name", "on_date", "closed_at",
)  # fmt: skip


def policy_meetings() -> list[Planned]:
    """The meetings of all one's groups, the latest day first."""
    rows = PolicyMeeting.objects.order_by("-on_date", "-id").values(*_LISTED)
    return [_planned(row) for row in rows[:AT_MOST]]


def policy_meeting(id: UUID) -> Planned:
    """One of them; raises NotHere."""
    row = PolicyMeeting.objects.filter(id=id).values(*_LISTED).first()
    if row is None:
        raise NotHere()
    return _planned(row)


def _planned(row: dict[str, Any]) -> Planned:
    return Planned(
        row["id"], row["title"], row["organisation__name"] or row["neighbourhood__name"],
        row["on_date"], row["closed_at"] is not None,
    )  # fmt: skip


def policy_points(meeting: UUID) -> list[Point]:
    """The points of a meeting with what was written, in three statements."""
    rows = PolicyPoint.objects.filter(meeting_id=meeting).order_by("made_at", "id")
    points = {id: Point(id, title) for id, title in rows.values_list("id", "title")}
    names = policy_writers(meeting)
    notes = PolicyNote.objects.filter(point__meeting_id=meeting).order_by("made_at", "id")
    # What was put on the list a moment after it was read, comes with its notes the next time.
    for row in notes.filter(point_id__in=list(points)).values():
        points[row["point_id"]].notes.append(
            Noted(
                row["id"], row["kind"], row["words"], row["who"],
                long_date(row["due_on"]) if row["due_on"] else "",
                names.get(row["made_by_id"], ""), row["done_at"] is not None,
            )
        )  # fmt: skip
    return list(points.values())
