"""Taking a part out of the plan, because it is not so any more; how it was stays to be seen."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..kinds import KINDS
from ..models import PlanPart
from ..queries import Part
from ..queries import part as readable_part


class AlreadyEnded(AlreadyDone):
    """Dit staat al niet meer in het plan."""


def may_change(found: Part, *, seat: Seat, person: UUID) -> bool:
    """Whether this person wrote it or may write about its subject. The lock says the same."""
    return found.author == person or seat.may_write(about=found.about, subject=found.subject)


def end_part(*, seat: Seat, person: UUID, part: UUID) -> None:
    """It is not in the plan any more. Raises NotHere, NotYours or AlreadyEnded."""
    found = readable_part(network=seat.network, id=part)
    if found.kind not in KINDS or not may_change(found, seat=seat, person=person):
        raise NotYours()
    rows = PlanPart.objects.filter(item_id=part, ended_at=None)
    if not rows.update(ended_at=clock.now(), ended_by_id=person):
        raise AlreadyEnded()
    record(verb="plan_part_ended", network=seat.network, person=person, item=part)
