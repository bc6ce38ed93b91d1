"""Sharing something: the header of an item, its words, and the event that tells others."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence

from ..circles import EVERYONE
from ..models import Item, Origin
from ..queries import item as readable_item
from ..subjects import Subject


class NothingWritten(Refusal):
    """Vul in wat u wilt vertellen."""


class MayNotWrite(Refusal):
    """U kunt hier niet over schrijven. Kies een ander onderwerp, of vraag het aan degene die beslist."""

    status = 403


class NotForHousehold(Refusal):
    """Een bericht over gezondheid gaat over één persoon. Kies over wie het gaat."""


def share(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    subject: Subject,
    kind: str,
    title: str = "",
    body: str = "",
    audience: Sequence[UUID] | None = None,
    allowed: Sequence[UUID] = (),
    circle: str = EVERYONE,
    compartment: UUID | None = None,
    happened_at: datetime | None = None,
    in_news: bool = True,
    taken_over_from: str = "",
    source: str = "",
    tell: bool = True,
    verb: str = "shared",
    made_from: UUID | None = None,
) -> Item:
    """Write one item and, unless `tell` is off, note the event from which its readers hear. `allowed`
    read it whatever else they may; the lock lets only who decides on it name them. `made_from` is an
    item of this network, readable for who writes, out of which this one is made.

    Raises NothingWritten, NotForHousehold, MayNotWrite (also for who takes part inside a compartment
    and writes outside it), or NotHere for `made_from`; the lock in the database checks the last two
    again.
    """
    if not title.strip() and not body.strip():
        raise NothingWritten(field="body")
    if subject.medical and about == seat.network:
        raise NotForHousehold(field="about")
    hidden = seat.inside and compartment is None
    if hidden or not seat.may_write(about=about, subject=subject):
        raise MayNotWrite(field="subject")
    if made_from is not None:
        readable_item(network=seat.network, id=made_from)
    moment = clock.now()
    item = Item(
        id=new_id(),
        network_id=seat.network,
        about_id=about,
        subject=subject,
        kind=kind,
        author_id=person,
        author_member_id=seat.member,
        created_at=moment,
        happened_at=happened_at or moment,
        audience=None if audience is None else list(audience),
        allowed=list(allowed),
        circle=circle,
        compartment_id=compartment,
        title=title.strip(),
        body=body.strip(),
        in_news=in_news,
        taken_over_from=taken_over_from,
        source=source,
    )
    note_presence(seat=seat, person=person, medical=subject.medical)
    Item.objects.bulk_create([item])
    if made_from is not None:
        origin = Origin(item=item, network_id=seat.network, source_id=made_from)
        Origin.objects.bulk_create([origin])
    if tell:
        record(verb=verb, network=seat.network, person=person, item=item.id)
    return item
