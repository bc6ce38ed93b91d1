"""Meetings in tests: called, pointed and noted by the actions, under the locks."""

from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.meetings.actions import bring_point, call_meeting, write_note
from zorgverband.meetings.actions.bring_point import Told
from zorgverband.meetings.actions.call_meeting import Wanted
from zorgverband.meetings.models import Meeting, NoteKind
from zorgverband.sharing.subjects import Subject

WHY = "Hoe verder thuis"


def page(name: str, cast: Cast, **parts: UUID) -> str:
    """The address of a page of meetings in the network of the cast."""
    return reverse(name, kwargs={"network_id": cast.network, **parts})


def post(client: Any, address: str, **typed: Any) -> Any:
    """Send a form with these fields and a fresh key."""
    return client.post(address, {"key": uuid4().hex, **typed})


def called(cast: Cast, by: Somebody, *, invited: tuple[Somebody, ...] = (), **rest: Any) -> UUID:
    """A meeting about Jannie; she and her daughter are invited unless others are named."""
    members = tuple(one.member for one in invited or (cast.jannie, cast.marijke))
    wanted: dict[str, Any] = {
        "about": cast.jannie.member,
        "reason": WHY,
        "chair": by.member,
        "invited": members,
    }
    with inside(by.person, (cast.network,)) as viewer:
        made = call_meeting(
            seat=viewer.seat(cast.network), person=by.person, wanted=Wanted(**wanted | rest)
        )
    return UUID(str(made.item_id))


def brought(
    cast: Cast, by: Somebody, meeting: UUID, what: str, subject: Subject = Subject.ARRANGEMENTS,
    **rest: Any,
) -> UUID:  # fmt: skip
    """A point about Jannie."""
    told: dict[str, Any] = {"about": cast.jannie.member, "subject": subject, "what": what}
    with inside(by.person, (cast.network,)) as viewer:
        made = bring_point(
            seat=viewer.seat(cast.network), person=by.person, meeting=meeting,
            told=Told(**told | rest),
        )  # fmt: skip
    return UUID(str(made.item_id))


def noted(
    cast: Cast, by: Somebody, point: UUID, words: str, kind: NoteKind = NoteKind.WORRY, **rest: Any
) -> UUID:
    """A note under a point."""
    with inside(by.person, (cast.network,)) as viewer:
        made = write_note(
            seat=viewer.seat(cast.network), person=by.person, point=point, kind=kind, words=words,
            **rest,
        )  # fmt: skip
    return UUID(str(made.item_id))


def stage(meeting: UUID, state: str, **rest: Any) -> None:
    """Put a meeting in another stage, as the owner."""
    Meeting.objects.using("owner").filter(item_id=meeting).update(state=state, **rest)
