"""What the verbs of this room share: sharing the words of something medical, and changing a row."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.sharing.actions import reply_to, share
from zorgverband.sharing.circles import EVERYONE, FAMILY_CARE
from zorgverband.sharing.models import Item
from zorgverband.sharing.queries import item as readable_item
from zorgverband.sharing.subjects import Subject

from ..models import RecordRow


class NoName(Refusal):
    """Vul in hoe het heet."""


class InTheFuture(Refusal):
    """Deze datum is nog niet geweest. Kies vandaag of eerder."""


class EndBeforeStart(Refusal):
    """De einddatum is eerder dan de begindatum. Kies een latere datum."""


class ChangedAlready(AlreadyDone):
    """Dit is al veranderd. Kijk eerst hoe het nu is."""


def not_in_future(day: date | None, *, field: str) -> None:
    """Raise InTheFuture for a day after today."""
    if day is not None and day > clock.today():
        raise InTheFuture(field=field)


def begin_of(day: date) -> datetime:
    """Midnight at home on this day; now for today."""
    if day == clock.today():
        return clock.now()
    return datetime.combine(day, time(), tzinfo=clock.HOME)


def put_down(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    subject: Subject,
    kind: str,
    title: str,
    body: str = "",
    on: date | datetime | None = None,
    in_news: bool = True,
    audience: Sequence[UUID] | None = None,
    circle: str = "",
) -> Item:
    """Share the words of one entry; something medical with family and care unless `circle` says who.
    Raises NoName for an empty title and what `share` raises."""
    if not title.strip():
        raise NoName(field="name")
    return share(
        seat=seat,
        person=person,
        about=about,
        subject=subject,
        kind=kind,
        title=title,
        body=body,
        audience=audience,
        circle=circle or (FAMILY_CARE if subject.medical else EVERYONE),
        happened_at=on if on is None or isinstance(on, datetime) else begin_of(on),
        in_news=in_news,
    )


def change(
    *,
    seat: Seat,
    person: UUID,
    table: type[RecordRow],
    item: UUID,
    still: Mapping[str, Any],
    columns: Mapping[str, Any],
    verb: str,
    reason: str,
) -> None:
    """Change the row of `item` where it still is as `still` says, and say why under the item.

    Raises NotHere for an item one may not read, ChangedAlready when it was changed before or when
    the lock does not let this person change it. Who may read the item is told once.
    """
    readable_item(network=seat.network, id=item)
    rows = table._default_manager.filter(network_id=seat.network, item_id=item, **still)
    if rows.update(changed_at=clock.now(), changed_by_id=person, **columns) != 1:
        raise ChangedAlready()
    if reason.strip():
        reply_to(seat=seat, person=person, item=item, body=reason)
    else:
        record(verb=verb, network=seat.network, person=person, item=item)
