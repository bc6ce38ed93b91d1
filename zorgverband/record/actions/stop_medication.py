"""Stopping a medicine. It stays on the list, under what was used before."""

from datetime import date
from uuid import UUID

from zorgverband.base.viewer import Seat

from ..models import Medication
from .ground import change, not_in_future


def stop_medication(*, seat: Seat, person: UUID, item: UUID, on: date, reason: str = "") -> None:
    """Note that the medicine of `item` is not used any more since `on`. Raises NotHere,
    InTheFuture, or ChangedAlready when it was stopped before."""
    not_in_future(on, field="on")
    status = Medication.Status
    change(
        seat=seat,
        person=person,
        table=Medication,
        item=item,
        still={"status__in": [one for one in status if one is not status.STOPPED]},
        columns={"status": status.STOPPED, "ends_on": on},
        verb="stopped_medication",
        reason=reason,
    )
