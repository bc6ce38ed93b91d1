"""Asking, answering and looking at questions and complaints as people of the cast, for the tests."""

from typing import Any
from uuid import UUID

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.base.ids import new_id
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .. import actions
from ..models import Complaint, Kind


def place(who: Somebody, subject: Subject, about: UUID | None = None) -> str:
    """How a form names where it is put."""
    return f"{about or who.member}:{subject.value}"


def complain(
    who: Somebody, *, handler: Somebody, against: Somebody | None = None, at: str = "",
    body: str = "Zij komen te laat.", kind: Kind = Kind.COMPLAINT,
) -> UUID:  # fmt: skip
    """Hand one in; about who writes it unless said otherwise."""
    own = Subject.CARER if who.side == "family" else Subject.ARRANGEMENTS
    with inside(who.person, [who.network]) as viewer:
        row = actions.complain(
            seat=viewer.seat(who.network), person=who.person, kind=kind,
            place=at or place(who, own), against=against.member if against else None,
            handler=handler.member, title="Te laat", body=body,
        )  # fmt: skip
    return row.item_id


def act(who: Somebody, verb: str, complaint: UUID, **said: Any) -> None:
    """One of the acts of the room, as somebody."""
    with inside(who.person, [who.network]) as viewer:
        getattr(actions, verb)(
            seat=viewer.seat(who.network), person=who.person, complaint=complaint, **said
        )


def stands(complaint: UUID) -> Complaint:
    """How it really stands."""
    return Complaint.objects.using("owner").get(item_id=complaint)


def reads(who: Somebody, item: UUID) -> bool:
    """Whether somebody reads this item now."""
    with inside(who.person, [who.network]):
        return Item.objects.filter(id=item).exists()


def readers(cast: Cast, item: UUID) -> set[str]:
    """Who of the cast reads it, by first name."""
    return {name for name, one in cast.people.items() if reads(one, item)}


def words(**more: Any) -> dict[str, Any]:
    """The words of a form, with a fresh key."""
    return {"key": new_id().hex} | more
