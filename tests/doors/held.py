"""Meetings for the doors: one that is held now and one that was, each with a point of either sort."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from zorgverband.meetings.models import Meeting, Note, Participant, Point, Presence, Step
from zorgverband.sharing.subjects import Subject

if TYPE_CHECKING:
    from tests.cast import Cast

HELD = {"held": "running", "closed": "closed"}


def held_meetings(cast: "Cast", add: Any, *, medical: bool) -> dict[str, UUID]:
    """Ids by sample: the meeting as `held`, its points as `point_held`; `_health` for what is medical."""
    found: dict[str, UUID] = {}
    for name, state in HELD.items():
        meeting = _meeting(cast, add, state)
        for tail, subject in (("", Subject.HOME), ("_health", Subject.HEALTH))[: 1 + medical]:
            found[name + tail] = meeting
            found[f"point_{name}{tail}"] = _point(cast, add, meeting, subject)
    return found


def _meeting(cast: "Cast", add: Any, state: str) -> UUID:
    began = datetime.now(UTC) - timedelta(hours=1)
    item = cast.item(about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.hanneke,
                     kind="meeting", title="Overleg over thuis", in_news=False)  # fmt: skip
    here = {"network_id": cast.network, "item_id": item}
    ended = datetime.now(UTC) if state == "closed" else None
    add(Meeting(**here, chair_id=cast.hanneke.member, state=state, held_at=began, closed_at=ended))
    for one in (cast.jannie, cast.marijke, cast.fatima, cast.anouk, cast.linda, cast.hanneke):
        add(Participant(**here, member_id=one.member))
    if ended:
        add(Presence(**here, member_id=cast.hanneke.member, from_at=began, until_at=ended))
    return item


def _point(cast: "Cast", add: Any, meeting: UUID, subject: Subject) -> UUID:
    words = "Wondzorg" if subject.medical else "Aardlek"
    common: dict[str, Any] = {
        "about": cast.jannie, "subject": subject, "in_news": False, "author": cast.hanneke,
    }  # fmt: skip
    here = {"network_id": cast.network}
    item = cast.item(**common, kind="meeting_point", title=words)
    note = cast.item(**common, kind="meeting_note", body=f"{words} bespreken")
    add(Point(**here, item_id=item, meeting_id=meeting))
    add(Note(**here, item_id=note, point_id=item, kind="decision"))
    add(Step(**here, item_id=item, meeting_id=meeting, person_id=cast.hanneke.person,
             member_id=cast.hanneke.member, at=datetime.now(UTC)))  # fmt: skip
    if subject.medical:
        add(Presence(**here, item_id=item, member_id=cast.peter.member, from_at=datetime.now(UTC)))
    return item
