"""Writing down what somebody needs at home, from a day on: of the standard list or in own words."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.actions import share
from zorgverband.sharing.circles import EVERYONE, FAMILY_CARE
from zorgverband.sharing.subjects import Subject

from ..models import Needed, NeededFor
from ..queries.discharge import discharge as readable_discharge


class NothingNeeded(Refusal):
    """Vul in wat er nodig is, bijvoorbeeld: hulp in het huishouden."""


def need_something(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    subject: Subject,
    what: str,
    more: str = "",
    starts_on: date | None = None,
    weekdays: Sequence[int] = (),
    line: str = "",
    discharge: UUID | None = None,
) -> UUID:
    """Write down one thing that is needed; its item. Nobody is told before somebody is asked. For a
    discharge it is about the same client and begins on that day. It has a subject of its own, and its
    readers know nothing of the discharge. Raises NothingNeeded, NotHere, and what `share` raises."""
    if not what.strip():
        raise NothingNeeded(field="what")
    if discharge is not None:
        of = readable_discharge(network=seat.network, id=discharge)
        about, starts_on = of["about_id"], of["expected_on"]
    item = share(
        seat=seat, person=person, about=about, subject=subject, kind="needed", title=what,
        body=more, circle=FAMILY_CARE if subject.medical else EVERYONE, in_news=False,
        verb="needed_noted",
    )  # fmt: skip
    row = Needed(
        item_id=item.id, network_id=seat.network, about_id=about, line=line, starts_on=starts_on,
        weekdays=sorted(weekdays),
    )  # fmt: skip
    Needed.objects.bulk_create([row])
    if discharge is not None:
        link = NeededFor(network_id=seat.network, item_id=item.id, discharge_id=discharge)
        NeededFor.objects.bulk_create([link])
    return item.id
