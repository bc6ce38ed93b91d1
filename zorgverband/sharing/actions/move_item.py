"""Moving a message to another subject: others may read it then."""

from uuid import UUID

from django.db import ProgrammingError, transaction

from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.networks.actions import note_presence
from zorgverband.networks.models import Side

from ..models import Change, Item
from ..queries import item as readable_item
from ..subjects import Subject
from .note_change import note_change

# What a room keeps besides (a dose, a measured value) belongs to its subject.
MOVABLE = frozenset({"note", "document", "report"})


class NotYourSubject(NotYours):
    """U kunt hier geen ander onderwerp kiezen. Dat doet wie dit schreef, of wie beslist."""


class NotThatSubject(Refusal):
    """Dit bericht past niet onder dat onderwerp. Kies een ander onderwerp."""


class OutOfCare(NotYours):
    """Een bericht over gezondheid ergens anders zetten doet wie beslist, of een zorgverlener."""


class OutOfSight(NotYours):
    """Dan leest u dit bericht zelf niet meer. Vraag het aan wie over dat onderwerp meeleest."""


def movable(*, kind: str, subject: int) -> bool:
    """Whether an item of this kind and subject can have another subject at all."""
    return kind in MOVABLE and subject != Subject.CARER


def move_item(*, seat: Seat, person: UUID, item: UUID, subject: Subject) -> list[UUID]:
    """Put one's own message, or one about whom one decides, under another subject.

    Out of what is medical only by who decides or by an author of care: it opens to the social side.
    Raises NotHere, NotYourSubject, NotThatSubject, OutOfCare or OutOfSight; the lock checks again.
    """
    header = readable_item(network=seat.network, id=item)
    old = Subject(header["subject"])
    if old == subject:
        return []
    _may_move(seat, person, header, old, subject)
    if not _moved(item, old, subject):
        raise NotYourSubject()
    if header["author_id"] == person and not subject.medical:
        note_presence(seat=seat, person=person, medical=False)
    # To the social side a change out of or into what is medical is not there.
    kept = next((one for one in (old, subject) if one.medical), subject)
    return [
        note_change(kind=Change.Kind.MOVED, seat=seat, person=person, item=item,
                    about=header["about_id"], subject=kept,
                    before={"subject": int(old)}, after={"subject": int(subject)})
    ]  # fmt: skip


def _moved(item: UUID, old: Subject, new: Subject) -> int:
    try:
        with transaction.atomic():
            return Item.objects.filter(id=item, subject=old).update(subject=new)
    except ProgrammingError as refused:
        # Who decides for another and reads little themselves would lose sight of it.
        raise OutOfSight() from refused


def _may_move(
    seat: Seat, person: UUID, header: dict[str, object], old: Subject, new: Subject
) -> None:
    about = header["about_id"]
    assert isinstance(about, UUID)
    decides = seat.decides(about=about, subject=old)
    if header["author_id"] != person and not decides:
        raise NotYourSubject()
    if not movable(kind=str(header["kind"]), subject=old) or new is Subject.CARER:
        raise NotThatSubject(field="subject")
    if new.medical and about == seat.network:
        raise NotThatSubject(field="subject")
    if not seat.may_write(about=about, subject=new):
        raise NotYourSubject(field="subject")
    if header["author_id"] != person and not seat.decides(about=about, subject=new):
        raise NotYourSubject(field="subject")
    if old.medical and not new.medical and not decides and seat.side != Side.CARE:
        raise OutOfCare(field="subject")
