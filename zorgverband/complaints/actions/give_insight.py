"""Letting who handles a complaint read something for as long as it runs, and stopping that."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from zorgverband.base.ids import new_id
from zorgverband.base.moments import now_at_the_latest
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.models import Member, Side
from zorgverband.sharing.actions.change_permission import MayNotDecide, NeverForSocial
from zorgverband.sharing.actions.together import must_open_together
from zorgverband.sharing.subjects import Subject

from ..models import Insight
from ..queries import case
from .going_on import EndedNow


class ChooseSubjects(Refusal):
    """Kies wat deze persoon mag lezen, of ga terug."""


def give_insight(
    *, seat: Seat, person: UUID, complaint: UUID, about: UUID, subjects: Sequence[Subject],
    reads_from: datetime | None, wording: str = "",
) -> None:  # fmt: skip
    """Let the handler read these subjects about `about` from now until the complaint ends: what was
    written since `reads_from`, everything when that is None.

    By who decides on all of them. Raises NotHere, EndedNow, ChooseSubjects, MayNotDecide, NotAlone or
    NeverForSocial; the lock checks again.
    """
    found = case(network=seat.network, id=complaint)
    if not found.runs:
        raise EndedNow()
    if not subjects:
        raise ChooseSubjects(field="subject")
    handler = Member.objects.filter(network_id=seat.network, id=found.handler).values_list("side")
    social = [row[0] for row in handler] == [Side.SOCIAL]
    for subject in subjects:
        if not seat.decides(about=about, subject=subject):
            raise MayNotDecide()
        if subject.medical and social:
            raise NeverForSocial(field="subject")
        must_open_together(seat=seat, about=about, subject=subject, member=found.handler)
    row = Insight(
        id=new_id(), network_id=seat.network, complaint_id=complaint, member_id=found.handler,
        about_id=about, subjects=sorted(int(one) for one in subjects), reads_from=reads_from,
        given_by_id=person, wording=wording, starts_at=now_at_the_latest(),
    )  # fmt: skip
    Insight.objects.bulk_create([row])
    record(verb="complaint_opened", network=seat.network, person=person, item=complaint)


def stop_insight(*, seat: Seat, person: UUID, complaint: UUID, insight: UUID) -> None:
    """End it before the complaint does. Raises NotHere when it is not there or ended already."""
    rows = Insight.objects.filter(
        network_id=seat.network, complaint_id=complaint, id=insight, ends_at=None
    )
    if not rows.update(ends_at=now_at_the_latest()):
        raise NotHere()
    record(verb="complaint_closed", network=seat.network, person=person, item=complaint)
