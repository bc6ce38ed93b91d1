"""Agreeing to the plan as it is now: by the client, or who decides for them."""

from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import NotYours
from zorgverband.base.viewer import Seat
from zorgverband.sharing.actions import share
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from ..kinds import AGREED
from ..models import PlanPart


class DoesNotDecide(NotYours):
    """Alleen de cliënt, of wie voor de cliënt beslist, kan ja zeggen tegen het plan."""


def agree_plan(*, seat: Seat, person: UUID, about: UUID) -> PlanPart:
    """Say yes to the plan about this client or household as it is at this moment. What was agreed
    to, is what stood in the plan then: each moment can be looked back at.

    Raises DoesNotDecide, and what `share` raises.
    """
    if not seat.decides(about=about, subject=Subject.ARRANGEMENTS):
        raise DoesNotDecide()
    with kept_words():
        title = _("Ja tegen het plan")
    item = share(
        seat=seat, person=person, about=about, subject=Subject.ARRANGEMENTS, kind="plan_agreed",
        title=title, in_news=False, verb="plan_agreed",
    )  # fmt: skip
    PlanPart.objects.filter(
        network_id=seat.network, kind=AGREED, ended_at=None, item__about_id=about
    ).update(ended_at=clock.now(), ended_by_id=person)
    row = PlanPart(item_id=item.id, network_id=seat.network, kind=AGREED, said_by_id=seat.member)
    PlanPart.objects.bulk_create([row])
    return row
