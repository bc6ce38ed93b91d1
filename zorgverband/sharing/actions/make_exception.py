"""Exceptions for one item and one member: objecting, sharing it after all, and ending either."""

from typing import Any
from uuid import UUID

from zorgverband.base.refusals import AlreadyDone, NotHere
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Member, Side

from ..models import Change, Item
from ..queries import item as readable_item
from ..subjects import Subject
from .change_permission import AboutThemselves, NeverForSocial, must_decide
from .note_change import note_change
from .together import must_open_together

Kind = Change.Kind
DENIED, ALLOWED = "denied", "allowed"


class AlreadySo(AlreadyDone):
    """Dit is al zo. Kijk bij het bericht wie het leest."""


def object_to(*, seat: Seat, person: UUID, item: UUID, member: UUID) -> list[UUID]:
    """The client's objection: this member does not read this item, in an emergency neither.

    Raises NotHere, MayNotDecide, AboutThemselves, or AlreadySo.
    """
    return _except(seat, person, item, member, DENIED, there=True)


def withdraw_objection(*, seat: Seat, person: UUID, item: UUID, member: UUID) -> list[UUID]:
    """End the objection; who reads is for the rest of the rule again. Raises as `object_to`,
    and NotAlone where two decide together."""
    return _except(seat, person, item, member, DENIED, there=False)


def share_with(*, seat: Seat, person: UUID, item: UUID, member: UUID) -> list[UUID]:
    """Let this member read this one item, whatever else they may read. Raises as `object_to`, and
    NeverForSocial: the wall stays, NotAlone where two decide together."""
    return _except(seat, person, item, member, ALLOWED, there=True)


def stop_sharing_with(*, seat: Seat, person: UUID, item: UUID, member: UUID) -> list[UUID]:
    """End that. Raises as `object_to`."""
    return _except(seat, person, item, member, ALLOWED, there=False)


_KINDS = {
    (DENIED, True): Kind.OBJECTION,
    (DENIED, False): Kind.OBJECTION_ENDED,
    (ALLOWED, True): Kind.SHARED,
    (ALLOWED, False): Kind.SHARED_ENDED,
}


def _except(
    seat: Seat, person: UUID, item: UUID, member: UUID, column: str, *, there: bool
) -> list[UUID]:
    header = readable_item(network=seat.network, id=item)
    must_decide(seat, about=header["about_id"], subject=header["subject"])
    if there:
        _must_fit(seat, header, member, column)
    now = list(Item.objects.filter(id=item).values_list(column, flat=True).get())
    if (member in now) == there:
        raise AlreadySo()
    # Another exception for the same member gives way: the last word counts.
    columns = {column: _with(now, member, there=there)}
    if there == (column == ALLOWED):
        # Letting read, or ending what stood in the way of it.
        must_open_together(
            seat=seat, about=header["about_id"], subject=header["subject"], member=member, item=item
        )
    if there:
        other = ALLOWED if column == DENIED else DENIED
        held = list(Item.objects.filter(id=item).values_list(other, flat=True).get())
        columns[other] = _with(held, member, there=False)
    if not Item.objects.filter(id=item, **{column: now}).update(**columns):
        raise AlreadySo()
    return [
        note_change(kind=_KINDS[column, there], seat=seat, person=person, member=member, item=item,
                    about=header["about_id"], subject=header["subject"])
    ]  # fmt: skip


def _with(members: list[UUID], member: UUID, *, there: bool) -> list[UUID]:
    rest = [one for one in members if one != member]
    return [*rest, member] if there else rest


def _must_fit(seat: Seat, header: dict[str, Any], member: UUID, column: str) -> None:
    found = Member.objects.filter(network_id=seat.network, id=member, left_at=None)
    side = found.values_list("side", flat=True).first()
    if side is None:
        raise NotHere()
    if member in (header["about_id"], seat.member):
        raise AboutThemselves()
    medical = Subject(header["subject"]).medical
    if column == ALLOWED and side == Side.SOCIAL and medical:
        raise NeverForSocial()
