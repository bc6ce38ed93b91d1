"""Choosing other readers for one item: its author may narrow them, who decides may do both."""

from collections.abc import Sequence
from uuid import UUID

from zorgverband.base import deciding
from zorgverband.base.refusals import NotYours
from zorgverband.base.viewer import Seat

from ..models import Change, Item
from ..queries import item as readable_item
from .note_change import note_change
from .together import NotAlone


class OnlyFewer(NotYours):
    """U kunt hier zelf alleen mensen weghalen. Wil iemand dit ook lezen? Dan kiest wie beslist dat."""


class NotYourReaders(NotYours):
    """U kunt hier geen andere lezers kiezen. Dat doet wie dit schreef, of wie beslist."""


def change_audience(
    *, seat: Seat, person: UUID, item: UUID, audience: Sequence[UUID] | None, circle: str
) -> list[UUID]:
    """Make these members the ones an item is for, None for everyone permissions let read.

    Who decides stays among them. Raises NotHere, NotYourReaders, or OnlyFewer for an author who
    would widen: what the client closed is not opened again by another. Raises NotAlone where two
    decide together, and this lets somebody read more.
    """
    header = readable_item(network=seat.network, id=item)
    decides = seat.decides(about=header["about_id"], subject=header["subject"])
    chosen = None if audience is None else sorted(set(audience))
    if decides and chosen is not None and seat.member not in chosen:
        chosen.append(seat.member)
    if not decides:
        if header["author_id"] != person:
            raise NotYourReaders()
        if not _narrows(header["audience"], chosen):
            raise OnlyFewer(field="circle")
    elif widens(header["audience"], chosen, but=seat.member) and not deciding.may_widen(
        network=seat.network, about=header["about_id"], subject=header["subject"], item=item,
        audience=chosen,
    ):  # fmt: skip
        raise NotAlone()
    if header["circle"] == circle and _same(header["audience"], chosen):
        return []
    if not Item.objects.filter(id=item).update(audience=chosen, circle=circle):
        raise NotYourReaders()
    return [
        note_change(kind=Change.Kind.AUDIENCE, seat=seat, person=person, item=item,
                    about=header["about_id"], subject=header["subject"],
                    before={"circle": header["circle"]}, after={"circle": circle})
    ]  # fmt: skip


def widens(old: Sequence[UUID] | None, new: Sequence[UUID] | None, *, but: UUID) -> bool:
    """Whether somebody is among the new readers who was not among the old, `but` left out."""
    return old is not None and (new is None or not set(new) <= {*old, but})


def _narrows(old: Sequence[UUID] | None, new: Sequence[UUID] | None) -> bool:
    if new is None:
        return old is None
    return old is None or set(new) <= set(old)


def _same(old: Sequence[UUID] | None, new: Sequence[UUID] | None) -> bool:
    if old is None or new is None:
        return old is new
    return set(old) == set(new)
