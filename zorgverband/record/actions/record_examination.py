"""Writing down that an examination was done, planned before or not."""

from datetime import date
from uuid import UUID

from zorgverband.base.refusals import NotHere
from zorgverband.base.viewer import Seat
from zorgverband.sharing.models import Item
from zorgverband.sharing.queries import item as readable_item
from zorgverband.sharing.subjects import Subject

from ..models import Examination
from .ground import change, not_in_future, put_down
from .plan_examination import kind_columns


def record_examination(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    on: date,
    name: str = "",
    kind: str = "",
    by: str = "",
    note: str = "",
    result: UUID | None = None,
) -> Item:
    """Write down an examination done on a day, with what came out of it in `note` or in the item
    `result`. Raises NoSuchKind, NoName, InTheFuture, NotHere, and what sharing refuses."""
    not_in_future(on, field="on")
    columns = kind_columns(kind, name)
    _must_be_about(seat, result, about)
    item = put_down(
        seat=seat,
        person=person,
        about=about,
        subject=Subject.RESULTS,
        kind="examination",
        title=columns["name"],
        body=note,
        on=on,
    )
    row = Examination(
        item=item,
        network_id=seat.network,
        about_id=about,
        state=Examination.State.DONE,
        on_date=on,
        by=by.strip(),
        result_id=result,
        **columns,
    )
    Examination.objects.bulk_create([row])
    return item


def finish_examination(
    *,
    seat: Seat,
    person: UUID,
    item: UUID,
    on: date,
    result: str = "",
    result_item: UUID | None = None,
) -> None:
    """Note that the planned examination of `item` was done, with what came out in words or in the item
    `result_item`. Raises NotHere, InTheFuture, or ChangedAlready when it is not planned any more."""
    not_in_future(on, field="on")
    _must_be_about(seat, result_item, readable_item(network=seat.network, id=item)["about_id"])
    found = {"result_id": result_item} if result_item else {}
    change(
        seat=seat,
        person=person,
        table=Examination,
        item=item,
        still={"state": Examination.State.PLANNED},
        columns={"state": Examination.State.DONE, "on_date": on} | found,
        verb="finished_examination",
        reason=result,
    )


def _must_be_about(seat: Seat, result: UUID | None, about: UUID) -> None:
    """Raise NotHere for a result that is not readable, or about somebody else."""
    if result is not None and readable_item(network=seat.network, id=result)["about_id"] != about:
        raise NotHere()
