"""Writing down that an examination will be done, so that nobody asks for it a second time."""

from datetime import date
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ..models import Examination
from .ground import put_down


class AlreadyPast(Refusal):
    """Deze datum is voorbij. Kies vandaag of later."""


def plan_examination(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    name: str,
    on: date | None = None,
    by: str = "",
    note: str = "",
) -> Item:
    """Write down that `about` gets an examination, on a day when that is known. Raises NoName,
    AlreadyPast, and what sharing refuses."""
    if on is not None and on < clock.today():
        raise AlreadyPast(field="on")
    item = put_down(
        seat=seat,
        person=person,
        about=about,
        subject=Subject.RESULTS,
        kind="examination",
        title=name,
        body=note,
    )
    row = Examination(
        item=item,
        network_id=seat.network,
        about_id=about,
        name=name.strip(),
        state=Examination.State.PLANNED,
        on_date=on,
        by=by.strip(),
    )
    Examination.objects.bulk_create([row])
    return item
