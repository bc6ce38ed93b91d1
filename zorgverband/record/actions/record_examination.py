"""Writing down that an examination was done, planned before or not."""

from datetime import date
from uuid import UUID

from zorgverband.base.viewer import Seat
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ..models import Examination
from .ground import change, not_in_future, put_down


def record_examination(
    *, seat: Seat, person: UUID, about: UUID, name: str, on: date, by: str = "", note: str = ""
) -> Item:
    """Write down an examination done on a day, with what came out of it in `note`. Raises NoName,
    InTheFuture, and what sharing refuses."""
    not_in_future(on, field="on")
    item = put_down(
        seat=seat,
        person=person,
        about=about,
        subject=Subject.RESULTS,
        kind="examination",
        title=name,
        body=note,
        on=on,
    )
    row = Examination(
        item=item,
        network_id=seat.network,
        about_id=about,
        name=name.strip(),
        state=Examination.State.DONE,
        on_date=on,
        by=by.strip(),
    )
    Examination.objects.bulk_create([row])
    return item


def finish_examination(*, seat: Seat, person: UUID, item: UUID, on: date, result: str = "") -> None:
    """Note that the planned examination of `item` was done. Raises NotHere, InTheFuture, or
    ChangedAlready when it is not planned any more."""
    not_in_future(on, field="on")
    change(
        seat=seat,
        person=person,
        table=Examination,
        item=item,
        still={"state": Examination.State.PLANNED},
        columns={"state": Examination.State.DONE, "on_date": on},
        verb="finished_examination",
        reason=result,
    )
