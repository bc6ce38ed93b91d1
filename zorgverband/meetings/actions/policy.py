"""A team meeting on general policy: planning it, its points, what was said, and closing it."""

from datetime import date
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotHere, Refusal

from ..models import PolicyMeeting, PolicyNote, PolicyPoint
from ..policy import groups_of


class NoTopic(Refusal):
    """Vul in waar het over gaat."""


class NoMeetingDay(Refusal):
    """Kies een dag."""


class NoGroup(Refusal):
    """Kies wie overlegt."""


class NoWords(Refusal):
    """Schrijf op wat er is gezegd."""


class PolicyClosed(AlreadyDone):
    """Dit overleg is afgesloten. Er komt niets meer bij."""


class ActionDone(AlreadyDone):
    """Deze actie was al gedaan."""


def plan_policy_meeting(
    *, person: UUID, group: UUID | None, title: str, on_date: date | None
) -> UUID:
    """Plan a meeting of an organisation or neighbourhood (`group`) in which somebody works; answer
    its id. Raises NoGroup, NoTopic or NoMeetingDay."""
    found = next((one for one in groups_of(person) if one.id == group), None)
    if found is None:
        raise NoGroup(field="group")
    if not title.strip():
        raise NoTopic(field="title")
    if on_date is None:
        raise NoMeetingDay(field="on_date")
    row = PolicyMeeting(
        organisation_id=None if found.neighbourhood else found.id,
        neighbourhood_id=found.id if found.neighbourhood else None,
        title=title.strip(), on_date=on_date, made_by_id=person, made_at=clock.now(),
    )  # fmt: skip
    PolicyMeeting.objects.bulk_create([row])
    return row.id


def add_policy_point(*, person: UUID, meeting: UUID, title: str) -> UUID:
    """Put something on the agenda. Raises NotHere, PolicyClosed or NoTopic."""
    _open(meeting)
    if not title.strip():
        raise NoTopic(field="title")
    row = PolicyPoint(
        meeting_id=meeting, title=title.strip(), made_by_id=person, made_at=clock.now()
    )
    PolicyPoint.objects.bulk_create([row])
    return row.id


def note_policy(
    *,
    person: UUID,
    meeting: UUID,
    point: UUID,
    kind: str,
    words: str,
    who: str = "",
    due_on: date | None = None,
) -> UUID:
    """Write something down under a point. Only an action has somebody who does it, and a day.
    Raises NotHere, PolicyClosed or NoWords."""
    _open(meeting)
    if not PolicyPoint.objects.filter(id=point, meeting_id=meeting).exists():
        raise NotHere()
    if not words.strip():
        raise NoWords(field=f"words-{point}")
    kind = kind if kind in PolicyNote.Kind.values else PolicyNote.Kind.SAID
    action = kind == PolicyNote.Kind.ACTION
    row = PolicyNote(
        point_id=point, kind=kind, words=words.strip(), who=who.strip() if action else "",
        due_on=due_on if action else None, made_by_id=person, made_at=clock.now(),
    )  # fmt: skip
    PolicyNote.objects.bulk_create([row])
    return row.id


def finish_policy_action(*, person: UUID, meeting: UUID, note: UUID) -> None:
    """Say that an action was done. Raises NotHere or ActionDone."""
    rows = PolicyNote.objects.filter(
        id=note, point__meeting_id=meeting, kind=PolicyNote.Kind.ACTION
    )
    if not rows.exists():
        raise NotHere()
    if not rows.filter(done_at=None).update(done_at=clock.now(), done_by_id=person):
        raise ActionDone()


def close_policy_meeting(*, person: UUID, meeting: UUID) -> None:
    """Close it: what was said stays as it is. Raises NotHere or PolicyClosed."""
    _open(meeting)
    rows = PolicyMeeting.objects.filter(id=meeting, closed_at=None)
    if not rows.update(closed_at=clock.now(), closed_by_id=person):
        raise PolicyClosed()


def _open(meeting: UUID) -> None:
    """Hold the meeting until this is done, so that nothing is written in one that closes."""
    closed = PolicyMeeting.objects.filter(id=meeting).values_list("closed_at", flat=True)
    found = list(closed.select_for_update())
    if not found:
        # A closed one is readable but nobody's to lock.
        raise PolicyClosed() if closed.exists() else NotHere()
