"""What both verbs share: an item about the carer that only the carer and whom they chose can read."""

from collections.abc import Sequence
from uuid import UUID

from zorgverband.base.refusals import NotHere, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.models import Member, Side
from zorgverband.sharing.actions import share
from zorgverband.sharing.circles import OWN
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

QUIETLY = "carer_said"


def put_down(
    *, seat: Seat, person: UUID, kind: str, title: str, body: str, readers: Sequence[UUID]
) -> Item:
    """Share it about the carer's own seat: `readers` and the carer read it, nobody else does, whatever
    else was given to them. Raises NotYours for who is no informal carer, NotHere for a reader who
    does not take part."""
    if seat.side != Side.FAMILY:
        raise NotYours()
    chosen = sorted(set(readers) - {seat.member})
    there = Member.objects.filter(network_id=seat.network, id__in=chosen, left_at__isnull=True)
    if there.count() != len(chosen):
        raise NotHere()
    item = share(
        seat=seat, person=person, about=seat.member, subject=Subject.CARER, kind=kind, title=title,
        body=body, audience=chosen, allowed=chosen, circle=OWN, in_news=False, tell=bool(chosen),
    )  # fmt: skip
    if not chosen:
        # Nobody hears of it; what is looked for in the facts is looked for at once.
        record(verb=QUIETLY, network=seat.network, person=person, item=item.id)
    return item
